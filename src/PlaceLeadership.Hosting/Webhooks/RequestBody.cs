using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Hosting.Webhooks;

/// <summary>The body of what a provider sends.</summary>
internal static class RequestBody
{
    /// <summary>All of it, or null when it is longer than this.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int bytesMax)
    {
        using var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted).ConfigureAwait(false) is > 0 and var count)
        {
            if (body.Length + count > bytesMax)
            {
                return null;
            }

            body.Write(chunk, 0, count);
        }

        return body.ToArray();
    }
}
