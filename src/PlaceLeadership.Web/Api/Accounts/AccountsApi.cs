using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.Api.Callers;
using PlaceLeadership.Web.Api.Problems;
using PlaceLeadership.Web.Managing.Accounts;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Api.Accounts;

/// <summary>Who may do what, and who did what.</summary>
internal sealed class AccountsApi(GrantDesk grants, AccessHistory history, PagesOptions options)
{
    public async Task<IResult> ListAsync(HttpContext context) =>
        Answer.Ok(new AccountsJson([.. (await grants.ListAsync(ApiCaller.Of(context).Access, context.RequestAborted).ConfigureAwait(false)).Select(AccountJson.Of)]));

    public async Task<IResult> HistoryAsync(HttpContext context)
    {
        var asked = context.Request.Query["week"].ToString();
        var today = options.RealClock.Now().InZone(LaunchOrder.Zone).Date;
        if ((asked.Length == 0 ? today : LocalTimes.ReadDay(asked)) is not { } day)
        {
            return ApiProblems.Invalid(ApiMistake.Of("week", "That is no day.", "Write a day of the week such as 2026-04-21, or leave it out for this week."));
        }

        var monday = LocalDays.MondayOf(day);
        var lines = await history.ReadAsync(Start(monday), Start(monday.PlusWeeks(1)), context.RequestAborted).ConfigureAwait(false);
        return Answer.Ok(new AccessHistoryJson(monday.ToDateOnly(), [.. lines.Select(AccessLineJson.Of)]));
    }

    public Task<IResult> GrantAsync(HttpContext context, string whom, string word) =>
        WithGrantAsync(whom, word, (account, grant) => grants.GrantAsync(ApiCaller.AskerOf(context, options), account, grant, CancellationToken.None));

    public Task<IResult> TakeAwayAsync(HttpContext context, string whom, string word) =>
        WithGrantAsync(whom, word, (account, grant) => grants.TakeAwayAsync(ApiCaller.AskerOf(context, options), account, grant, CancellationToken.None));

    public Task<IResult> RemoveAsync(HttpContext context, string whom) => WithAccountAsync(
        whom, async account => await grants.RemoveAsync(ApiCaller.AskerOf(context, options), account, CancellationToken.None).ConfigureAwait(false) is { } outcome
            ? AnswerOf(outcome, "account") : ApiProblems.NotYours());

    public Task<IResult> SignOutAsync(HttpContext context, string whom) => WithAccountAsync(
        whom, async account => await grants.EndSignInsAsync(ApiCaller.AskerOf(context, options), account, CancellationToken.None).ConfigureAwait(false) is { } outcome
            ? AnswerOf(outcome, "account") : ApiProblems.NotYours());

    // What can be nobody's id is refused by the tables, or is somebody else's key there.
    private static async Task<IResult> WithAccountAsync(string whom, Func<AccountId, Task<IResult>> act) =>
        AccountId.Parse(whom) is { } account ? await act(account).ConfigureAwait(false) : ApiProblems.Missing("account");

    // A slash in an address stays as it was written, and all else is read.
    private static Task<IResult> WithGrantAsync(string whom, string word, Func<AccountId, Grant, Task<GrantOutcome?>> change) => WithAccountAsync(whom, async account =>
        Grant.Parse(word.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)) is not { } grant
            ? ApiProblems.Invalid(ApiMistake.Of("grant", "That is no grant.", "Write it such as manager@everywhere, evaluator@place:vale or facilitator@cohort:ID."))
        : await change(account, grant).ConfigureAwait(false) is { } outcome ? AnswerOf(outcome, "grant")
        : ApiProblems.Invalid(ApiMistake.Of("grant", AccountWords.NotYours)));

    private static IResult AnswerOf(GrantOutcome outcome, string field) => outcome switch
    {
        GrantOutcome.Done or GrantOutcome.WasSo => Answer.Done(),
        GrantOutcome.LastAdministrator => ApiProblems.Conflict(ApiMistake.Of(field, AccountWords.LastAdministrator)),
        GrantOutcome.NoAccount => ApiProblems.Missing("account"),
        GrantOutcome.NoCohort => ApiProblems.Invalid(ApiMistake.Of(field, AccountWords.NoCohort)),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "The API has no answer for this outcome."),
    };

    private static Instant Start(LocalDate day) => day.AtStartOfDayInZone(LaunchOrder.Zone).ToInstant();
}
