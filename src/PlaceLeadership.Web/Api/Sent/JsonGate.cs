using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PlaceLeadership.Web.Api.Describing;
using PlaceLeadership.Web.Api.Problems;
using PlaceLeadership.Web.Managing;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Api.Sent;

/// <summary>What an address takes, as JSON.</summary>
/// <param name="Type">Its type.</param>
internal sealed record TakesJson(Type Type);

/// <summary>What was sent.</summary>
/// <param name="Value">As it was read.</param>
internal sealed record SentJson(object Value)
{
    public static T Of<T>(HttpContext context) => (T)context.Features.Get<SentJson>()!.Value;
}

/// <summary>Says what addresses take.</summary>
internal static class JsonOfAddresses
{
    public static RouteHandlerBuilder Takes<T>(this RouteHandlerBuilder endpoint) where T : notnull =>
        endpoint.Accepts<T>(ApiJson.MediaType).WithMetadata(new TakesJson(typeof(T))).Refuses(
            StatusCodes.Status400BadRequest, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);
}

/// <summary>Reads what was sent, of a sensible size, once it is known that whoever sent it may.</summary>
internal sealed class JsonGate : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()?.Metadata.GetMetadata<TakesJson>() is not { } takes)
        {
            return await next(context).ConfigureAwait(false);
        }

        if (!http.Request.HasJsonContentType())
        {
            return ApiProblems.OfPlatform(StatusCodes.Status415UnsupportedMediaType);
        }

        using var body = new MemoryStream();
        if (!await SentBytes.CopyAsync(http.Request.Body, body, ManageEndpoints.FormBytesMax, http.RequestAborted).ConfigureAwait(false))
        {
            return ApiProblems.TooLarge();
        }

        var (value, mistakes) = JsonMistakes.Read(body.GetBuffer().AsMemory(0, (int)body.Length), takes.Type);
        if (value is null)
        {
            return ApiProblems.Malformed(mistakes);
        }

        http.Features.Set(new SentJson(value));
        return await next(context).ConfigureAwait(false);
    }
}
