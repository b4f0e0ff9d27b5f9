using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Linking;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Linking;

/// <summary>The page on which somebody who takes part in several programmes lets them take turns with their letters.</summary>
internal sealed class LinkingPages(LinkGate gate, LinkDesk links)
{
    /// <summary>The field that says which button was pressed.</summary>
    public const string Button = "do";

    public const string Look = "look";

    public const string Confirm = "link";

    public const string End = "end";

    /// <summary>The field of the link of the other programme.</summary>
    public const string Other = "other";

    /// <summary>What takes turns, and the form for another.</summary>
    public Task<IResult> ShowAsync(HttpContext context, string token) =>
        WithSheetAsync(context, token, (page, sheet) => Task.FromResult(Form(StatusCodes.Status200OK, page, sheet)));

    /// <summary>That this programme writes by itself again.</summary>
    public Task<IResult> SayEndedAsync(HttpContext context, string token) => WithSheetAsync(context, token, (page, sheet) => Task.FromResult(
        sheet.Others > 0 ? Form(StatusCodes.Status200OK, page, sheet)
            : Show.Page<LinkingEndedPage>(StatusCodes.Status200OK, page, nameof(LinkingEndedPage.Sheet), sheet)));

    /// <summary>Asks whether both are the same person, lets the two take turns once that is said, or ends it.</summary>
    public Task<IResult> ActAsync(HttpContext context, string token) => WithSheetAsync(context, token, (page, sheet) =>
    {
        var form = SentForm.Of(context);
        var text = form.First(Other);
        return form.First(Button) switch
        {
            End => EndAsync(page, sheet),
            Confirm => ConfirmAsync(page, sheet, text),
            _ => LookAsync(page, sheet, text, context.RequestAborted),
        };
    });

    private async Task<IResult> LookAsync(Page page, LinkingSheet sheet, string text, CancellationToken cancellation)
    {
        var link = sheet.Holder.Link;
        var (both, refusal) = await links.LookAsync(link.Cohort, link.Participant, text, cancellation).ConfigureAwait(false);
        if (refusal == LinkRefusal.IsLinked)
        {
            return Show.SeeOther(page.To(sheet.Path));
        }

        if (both is null)
        {
            return Refused(page, sheet, text, refusal!.Value);
        }

        return Show.Page<LinkingConfirmPage>(
            StatusCodes.Status200OK, page, nameof(LinkingConfirmPage.Sheet), sheet with { Both = both, Filled = text });
    }

    private async Task<IResult> ConfirmAsync(Page page, LinkingSheet sheet, string text)
    {
        var link = sheet.Holder.Link;
        return await links.LinkAsync(link.Cohort, link.Participant, text, CancellationToken.None).ConfigureAwait(false) is { } refusal
            ? Refused(page, sheet, text, refusal) : Show.SeeOther(page.To(sheet.Path));
    }

    private async Task<IResult> EndAsync(Page page, LinkingSheet sheet)
    {
        var link = sheet.Holder.Link;
        await links.UnlinkAsync(link.Cohort, link.Participant, CancellationToken.None).ConfigureAwait(false);
        return Show.SeeOther(page.To(sheet.Path + "/ended"));
    }

    private static IResult Refused(Page page, LinkingSheet sheet, string text, LinkRefusal refusal)
    {
        var words = page.Words.Linking;
        var message = refusal switch
        {
            LinkRefusal.NoLink => text.Length == 0 ? words.Missing : words.NoLink,
            LinkRefusal.SameCohort => words.SameCohort,
            LinkRefusal.Over => words.Over,
            LinkRefusal.NotWeekly => words.NotWeekly,
            LinkRefusal.OtherName => words.OtherName,
            _ => words.BothLinked,
        };
        return Form(StatusCodes.Status422UnprocessableEntity, page, sheet with { Filled = text, Problem = new ErrorItem(Other, message) });
    }

    private async Task<IResult> WithSheetAsync(HttpContext context, string token, Func<Page, LinkingSheet, Task<IResult>> show)
    {
        var (holder, refusal) = await gate.FindAsync<PauseLink>(context, token).ConfigureAwait(false);
        if (holder is null)
        {
            return refusal;
        }

        var page = Page.For(context, holder.Person.Language, holder.Programme);
        if (holder.Person.LeftOn is not null || !holder.Programme.Rhythm.IsWeekly)
        {
            // Where people choose nothing about their letters there is nothing to take turns with.
            return Show.SeeOther(page.To($"/p/{token}"));
        }

        return await show(page, new LinkingSheet(holder, $"/p/{token}/programmes", $"/p/{token}")).ConfigureAwait(false);
    }

    private static IResult Form(int status, Page page, LinkingSheet sheet) =>
        Show.Page<LinkingPage>(status, page, nameof(LinkingPage.Sheet), sheet);
}
