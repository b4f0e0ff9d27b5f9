using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Safeguards;

/// <summary>Lets forms of a sensible size through to the pages, whatever their length was said to be.</summary>
/// <param name="bytesMax">The most bytes a form may have.</param>
/// <param name="mayBeShownBack">Whether a page that failed may show the fields back.</param>
/// <param name="tooLarge">What a form that is larger gets; null for the page of participants.</param>
internal sealed class FormGate(
    int bytesMax = SentForm.BytesMax, bool mayBeShownBack = true, Func<HttpContext, IResult>? tooLarge = null) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            return await next(context).ConfigureAwait(false);
        }

        using var body = new MemoryStream();
        if (!await SentBytes.CopyAsync(http.Request.Body, body, bytesMax, http.RequestAborted).ConfigureAwait(false))
        {
            return tooLarge?.Invoke(http)
                ?? Refuse(http, StatusCodes.Status413PayloadTooLarge, page => page.Words.Trouble.TooLarge);
        }

        body.Position = 0;
        if (await ReadAsync(http, body, bytesMax).ConfigureAwait(false) is not { } form)
        {
            return Refuse(http, StatusCodes.Status400BadRequest, page => page.Words.Trouble.BadForm);
        }

        http.Features.Set(SentForm.From(form, mayBeShownBack));
        return await next(context).ConfigureAwait(false);
    }

    /// <summary>The form of a request; null when it is none, or larger than this.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http, int bytesMax)
    {
        var body = new MemoryStream();
        if (!await SentBytes.CopyAsync(http.Request.Body, body, bytesMax, http.RequestAborted).ConfigureAwait(false))
        {
            return null;
        }

        body.Position = 0;
        return await ReadAsync(http, body, bytesMax).ConfigureAwait(false);
    }

    private static async Task<IFormCollection?> ReadAsync(HttpContext http, Stream body, int bytesMax)
    {
        if (body.Length == 0)
        {
            return FormCollection.Empty;
        }

        http.Request.Body = body;
        // In memory from end to end: nothing that was sent is left in a temporary file.
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MemoryBufferThreshold = bytesMax }));
        if (!http.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static IResult Refuse(HttpContext http, int status, Func<Page, Sorry> sorry)
    {
        var page = Page.ForAnybody(http);
        return Show.Page<TroublePage>(status, page with { OffersOtherLanguage = false }, nameof(TroublePage.Sorry), sorry(page));
    }
}
