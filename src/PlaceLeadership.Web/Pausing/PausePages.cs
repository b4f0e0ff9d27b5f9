using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Choosing;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Pausing;

/// <summary>The pages behind a pause link and behind the one-click link of mail programs.</summary>
internal sealed class PausePages(LinkGate gate, PauseDesk pauses, LetterDesk letters, HourDesk hours, LookingAhead ahead, TimeProvider clock)
{
    /// <summary>The field that says which button was pressed.</summary>
    public const string Button = "do";

    public const string GoOn = "go-on";

    public const string Letters = "letters";

    /// <summary>The body of a one-click request (RFC 8058, section 3.1).</summary>
    public const string OneClickField = "List-Unsubscribe";

    public const string OneClickValue = "One-Click";

    /// <summary>Whether there is a pause, and the form for one.</summary>
    public Task<IResult> ShowAsync(HttpContext context, string token) =>
        WithSheetAsync<PauseLink>(context, token, (page, sheet) => Task.FromResult(Form(StatusCodes.Status200OK, page, sheet)));

    /// <summary>Pauses, goes on, or chooses when letters come.</summary>
    public Task<IResult> ActAsync(HttpContext context, string token) =>
        WithSheetAsync<PauseLink>(context, token, (page, sheet) => SentForm.Of(context).First(Button) switch
        {
            GoOn => GoOnAsync(page, sheet),
            Letters => ChooseAsync(page, sheet, LettersRequest.From(SentForm.Of(context)), HourRequest.From(SentForm.Of(context))),
            _ => PauseAsync(page, sheet, PauseRequest.From(SentForm.Of(context))),
        });

    /// <summary>How things stand after an act.</summary>
    public Task<IResult> SayDoneAsync(HttpContext context, string token) =>
        WithSheetAsync<PauseLink>(context, token, (page, sheet) => Task.FromResult(Done(page, sheet)));

    /// <summary>When letters come, and the next message; the form itself for who has left.</summary>
    public Task<IResult> SayLettersAsync(HttpContext context, string token) =>
        WithSheetAsync<PauseLink>(context, token, async (page, sheet) =>
        {
            if (sheet.HasLeft)
            {
                return Form(StatusCodes.Status200OK, page, sheet);
            }

            var link = sheet.Holder.Link;
            var next = await ahead.NextAsync(link.Cohort, link.Participant, context.RequestAborted).ConfigureAwait(false);
            return Show.Page<LettersDonePage>(StatusCodes.Status200OK, page, nameof(LettersDonePage.Sheet), sheet with { Next = next });
        });

    /// <summary>Asks before the one click, for people; mail programs do not look.</summary>
    public Task<IResult> AskAsync(HttpContext context, string token) =>
        WithSheetAsync<OneClickLink>(context, token, (page, sheet) => Task.FromResult(
            sheet.HasLeft || sheet.Pause is { Until: null }
                ? Done(page, sheet)
                : Show.Page<OneClickPage>(StatusCodes.Status200OK, page, nameof(OneClickPage.Sheet), sheet)));

    /// <summary>The one click: pauses until the person says.</summary>
    public Task<IResult> OneClickAsync(HttpContext context, string token) =>
        WithSheetAsync<OneClickLink>(context, token, async (page, sheet) =>
        {
            if (SentForm.Of(context).First(OneClickField) != OneClickValue)
            {
                return Show.Page<OneClickPage>(StatusCodes.Status400BadRequest, page, nameof(OneClickPage.Sheet), sheet);
            }

            var link = sheet.Holder.Link;
            await pauses.PausePersonAsync(link.Cohort, Actor.Person(link.Participant), link.Participant, null, CancellationToken.None).ConfigureAwait(false);
            var person = sheet.Holder.Person;
            var paused = person.LeftOn is null ? person with { Pause = new Pause(sheet.Today, null) } : person;
            return Done(page, sheet with { Holder = sheet.Holder with { Person = paused } });
        });

    private async Task<IResult> GoOnAsync(Page page, PauseSheet sheet)
    {
        var link = sheet.Holder.Link;
        await pauses.ResumePersonAsync(link.Cohort, Actor.Person(link.Participant), link.Participant, CancellationToken.None).ConfigureAwait(false);
        return Show.SeeOther(page.To(sheet.Path + "/done"));
    }

    private async Task<IResult> PauseAsync(Page page, PauseSheet sheet, PauseRequest request)
    {
        if (sheet.HasLeft)
        {
            return Form(StatusCodes.Status409Conflict, page, sheet);
        }

        var (until, problem) = request.Read(sheet.Today, page.Words.Pause, page.Words.Day);
        if (problem is not null)
        {
            return Form(StatusCodes.Status422UnprocessableEntity, page, sheet with { Filled = request, Problem = problem });
        }

        var link = sheet.Holder.Link;
        await pauses.PausePersonAsync(link.Cohort, Actor.Person(link.Participant), link.Participant, until, CancellationToken.None).ConfigureAwait(false);
        return Show.SeeOther(page.To(sheet.Path + "/done"));
    }

    private async Task<IResult> ChooseAsync(Page page, PauseSheet sheet, LettersRequest request, HourRequest wish)
    {
        sheet = sheet with { Letters = request, Hours = wish };
        var ((choice, problem), (hour, language, wrong)) = (
            sheet.OffersLetters ? request.Read(sheet.Holder.Person, page.Words.Pause) : default, wish.Read(sheet.Holder.Person, sheet.Holder.Programme, page.Words.Pause));
        if (sheet.HasLeft || (!sheet.OffersLetters && wish.Hour.Length == 0))
        {
            return Form(StatusCodes.Status409Conflict, page, sheet);
        }

        if ((problem ?? wrong) is { } mend)
        {
            return Form(StatusCodes.Status422UnprocessableEntity, page, sheet with { LettersProblem = mend });
        }

        var link = sheet.Holder.Link;
        var outcome = choice is null ? LetterOutcome.Chosen
            : await letters.ChooseAsync(link.Cohort, Actor.Person(link.Participant), link.Participant, choice, CancellationToken.None).ConfigureAwait(false);
        if (outcome == LetterOutcome.NotTheirDay)
        {
            // Their days were changed while they looked at them.
            return Form(StatusCodes.Status422UnprocessableEntity, page, sheet with { LettersProblem = LettersRequest.NotTheirDay(page.Words.Pause) });
        }

        return outcome == LetterOutcome.Chosen && await hours.ChooseAsync(link.Cohort, sheet.Holder.Person, hour, language, CancellationToken.None).ConfigureAwait(false)
            ? Show.SeeOther(page.To(sheet.Path + "/letters"))
            : Form(StatusCodes.Status409Conflict, page, sheet);
    }

    private async Task<IResult> WithSheetAsync<T>(HttpContext context, string token, Func<Page, PauseSheet, Task<IResult>> show)
        where T : PersonLink, ILink<T>
    {
        var (holder, refusal) = await gate.FindAsync<T>(context, token).ConfigureAwait(false);
        if (holder is null)
        {
            return refusal;
        }

        var zone = holder.Cohort.Zone;
        var (path, pausePath) = holder.Link is OneClickLink
            ? ($"/u/{token}", gate.PathToPause(holder.Link, zone)) : ($"/p/{token}", $"/p/{token}");
        var sheet = new PauseSheet(
            holder, path, pausePath, gate.PathToLeave(holder.Link, zone), clock.Now().InZone(zone).Date);
        return await show(Page.For(context, holder.Person.Language, holder.Programme), sheet).ConfigureAwait(false);
    }

    private static IResult Form(int status, Page page, PauseSheet sheet) =>
        Show.Page<PausePage>(status, page, nameof(PausePage.Sheet), sheet);

    private static IResult Done(Page page, PauseSheet sheet) =>
        Show.Page<PauseDonePage>(StatusCodes.Status200OK, page, nameof(PauseDonePage.Sheet), sheet);
}
