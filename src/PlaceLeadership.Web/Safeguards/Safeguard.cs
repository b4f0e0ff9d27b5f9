using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Web.Api;
using PlaceLeadership.Web.Api.Problems;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Safeguards;

/// <summary>
/// Stands around every page: puts the headers, and turns what breaks and what is not there into a page that says what to
/// do. Of a failure it logs the exception and never the address, for addresses carry tokens.
/// </summary>
internal sealed partial class Safeguard(RequestDelegate next, PagesOptions options, ILogger<Safeguard> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        SafeHeaders.Put(context, options);
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception broken) when (!context.Response.HasStarted)
        {
            await FailAsync(context, broken).ConfigureAwait(false);
            return;
        }

        await ExplainAsync(context).ConfigureAwait(false);
    }

    private async Task FailAsync(HttpContext context, Exception broken)
    {
        var unreachable = Unreachable.Is(broken, options.MeansUnreachable);
        if (unreachable)
        {
            StoreUnreachable(logger, broken);
        }
        else
        {
            PageFailed(logger, broken);
        }

        context.Response.Clear();
        SafeHeaders.Put(context, options);
        await (ApiPaths.IsApi(context, options) ? ApiProblems.Broken(context, unreachable) : Broken(context, unreachable)).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static IResult Broken(HttpContext context, bool unreachable)
    {
        var page = Page.ForAnybody(context) with { OffersOtherLanguage = false };
        var words = page.Words.Trouble;
        var lost = new LostForm(
            unreachable ? words.Unreachable : words.Failed, context.Features.Get<SentForm>() is { MayBeShownBack: true } form ? form.Fields : []);
        var status = unreachable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
        if (unreachable)
        {
            ComeAgain.Ask(context);
        }

        return Show.Page<LostFormPage>(status, page, nameof(LostFormPage.Lost), lost);
    }

    private async Task ExplainAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (context.Response.HasStarted || context.Response.ContentLength is > 0 || context.Response.ContentType is not null)
        {
            return;
        }

        if (ApiPaths.IsApi(context, options))
        {
            await (ApiProblems.OfPlatform(status)?.ExecuteAsync(context) ?? Task.CompletedTask).ConfigureAwait(false);
            return;
        }

        if (status is not (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed))
        {
            return;
        }

        var page = Page.ForAnybody(context);
        var sorry = status == StatusCodes.Status404NotFound ? page.Words.Trouble.NotFound : page.Words.Trouble.NotAllowed;
        await Show.Page<TroublePage>(status, page with { OffersOtherLanguage = false }, nameof(TroublePage.Sorry), sorry)
            .ExecuteAsync(context).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store could not be reached for a page.")]
    private static partial void StoreUnreachable(ILogger logger, Exception broken);

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed.")]
    private static partial void PageFailed(ILogger logger, Exception broken);
}
