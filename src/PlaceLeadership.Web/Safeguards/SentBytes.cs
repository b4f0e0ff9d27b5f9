using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Safeguards;

/// <summary>Reads what was sent, up to a size, whatever its length was said to be.</summary>
internal static class SentBytes
{
    // What is too large is read to its end and dropped: a browser that is still sending would not read the answer.
    private const int DrainBytesMax = 32 * 1024 * 1024;

    /// <summary>Copies a body as far as it is allowed to go; false when it goes further.</summary>
    public static async Task<bool> CopyAsync(Stream from, MemoryStream to, int bytesMax, CancellationToken cancellation)
    {
        var chunk = new byte[16 * 1024];
        var total = 0;
        try
        {
            while (total < DrainBytesMax
                && await from.ReadAsync(chunk, cancellation).ConfigureAwait(false) is > 0 and var count)
            {
                total += count;
                if (total <= bytesMax)
                {
                    to.Write(chunk, 0, count);
                }
            }
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return false;
        }

        return total <= bytesMax;
    }
}
