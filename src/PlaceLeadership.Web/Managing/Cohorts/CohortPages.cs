using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Application.Going;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Managing.Groups;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>The pages of one cohort, and what a manager does there that can be undone.</summary>
internal sealed class CohortPages(
    CohortDetailsReading details, GoingReading going, CohortFinding finding, CohortPausing pausing, SettlementDesk events, LinkTokens tokens,
    TimeProvider clock)
{
    public const string Length = "length";

    public const string UntilDay = "day";

    public const string UntilSomebodySays = "open";

    public const string Message = "message";

    public const string Button = "do";

    public const string Arrived = "arrived";

    public const string NotArrived = "not-arrived";

    public async Task<IResult> ShowAsync(HttpContext context, CohortId id) =>
        // A large cohort has no page as a whole: its parts have.
        await finding.FirstPartAsync(id, context.RequestAborted).ConfigureAwait(false) is { } first
            ? ManagerShow.GoTo(context, ManagerPaths.Cohort(first))
            : await PageAsync(context, id, StatusCodes.Status200OK, CohortNotices.Find(context.Request.Query["done"]), null)
                .ConfigureAwait(false);

    /// <summary>Pauses the whole cohort.</summary>
    public Task<IResult> PauseAsync(HttpContext context, CohortId id) => WithCohortAsync(context, id, async cohort =>
    {
        var form = SentForm.Of(context);
        var wish = new PauseWish(form.First(Length), form.First(UntilDay), null);
        var today = clock.Now().InZone(cohort.Zone).Date;
        var (until, problem) = Read(wish, today);
        var outcome = problem is not null ? null
            : await pausing.PauseWholeAsync(id, ManagerSession.Of(context).Actor, until, CancellationToken.None).ConfigureAwait(false);
        problem ??= CohortWords.WrongDay(outcome);
        return problem is not null
            ? await PageAsync(context, id, StatusCodes.Status422UnprocessableEntity, null, wish with { Problem = problem }).ConfigureAwait(false)
            : ManagerShow.GoTo(context, outcome is PauseOutcome.Paused ? ManagerPaths.Done(cohort.Id, CohortNotices.Paused) : ManagerPaths.Cohort(cohort.Id));
    });

    /// <summary>Takes the whole cohort up again.</summary>
    public Task<IResult> TakeUpAsync(HttpContext context, CohortId id) => WithCohortAsync(context, id, async cohort =>
    {
        var outcome = await pausing.GoOnWholeAsync(id, ManagerSession.Of(context).Actor, CancellationToken.None).ConfigureAwait(false);
        return ManagerShow.GoTo(context, outcome is PauseOutcome.GoesOn ? ManagerPaths.Done(cohort.Id, CohortNotices.TakenUp) : ManagerPaths.Cohort(cohort.Id));
    });

    /// <summary>Says what became of a message in doubt.</summary>
    public Task<IResult> SettleAsync(HttpContext context, CohortId id) => WithCohortAsync(context, id, async cohort =>
    {
        var form = SentForm.Of(context);
        var what = ReportOf(form.First(Button));
        if (what is null || tokens.ReferredLetter(form.First(Message), id) is not { } message)
        {
            return ManagerShow.Sorry(context, StatusCodes.Status400BadRequest, ManagerWords.NotFromHere);
        }

        var outcome = await events.ApplyAsync(message, ManagerSession.Of(context).Actor, what.Value, CancellationToken.None).ConfigureAwait(false);
        return ManagerShow.GoTo(context, ManagerPaths.Done(
            cohort.Id, outcome == EventOutcome.Applied ? CohortNotices.Settled : CohortNotices.WasSettled));
    });

    /// <summary>What somebody says of a message by one of the two words; null when it is none of them.</summary>
    internal static ProviderReport? ReportOf(string word) => word switch
    {
        Arrived => ProviderReport.Accepted,
        NotArrived => ProviderReport.NeverAccepted,
        _ => null,
    };

    /// <summary>The page for a cohort that is not there.</summary>
    public static IResult Missing(HttpContext context) =>
        ManagerShow.Sorry(context, StatusCodes.Status404NotFound, ManagerWords.NoCohort);

    private async Task<IResult> WithCohortAsync(HttpContext context, CohortId id, Func<Cohort, Task<IResult>> act) =>
        await finding.OneAsync(id, context.RequestAborted).ConfigureAwait(false) is var (cohort, _)
            ? await act(cohort).ConfigureAwait(false)
            : Missing(context);

    private async Task<IResult> PageAsync(HttpContext context, CohortId id, int status, string? notice, PauseWish? pause) =>
        await details.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is { } cohort
        && await going.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is { } how
            ? ManagerShow.Page<CohortPage>(
                context, status, nameof(CohortPage.Sheet), new CohortSheet(cohort, message => tokens.Refer(message.ToString()), notice, pause)
                { Going = how, ReferToPerson = tokens.ReferToPerson })
            : Missing(context);

    internal static (LocalDate? Until, string? Problem) Read(PauseWish wish, LocalDate today) => wish.Length switch
    {
        UntilSomebodySays => (null, null),
        UntilDay => TypedDays.Read(wish.Day) switch
        {
            null => (null, PageWords.Fill(CohortWords.DayUnreadable, TypedDays.Write(today.PlusWeeks(2)))),
            { } day => (day, null),
        },
        _ => (null, CohortWords.ChooseHowLong),
    };
}
