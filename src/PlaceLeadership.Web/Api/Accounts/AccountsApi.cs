using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Application.Launching;
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
            return ApiProblems.Missing("week");
        }

        var monday = LocalDays.MondayOf(day);
        var lines = await history.ReadAsync(Start(monday), Start(monday.PlusWeeks(1)), context.RequestAborted).ConfigureAwait(false);
        return Answer.Ok(new AccessHistoryJson(monday.ToDateOnly(), [.. lines.Select(AccessLineJson.Of)]));
    }

    public Task<IResult> GrantAsync(HttpContext context, AccountId whom, string word) =>
        WithGrantAsync(word, grant => grants.GrantAsync(ApiCaller.AskerOf(context, options), whom, grant, CancellationToken.None));

    public Task<IResult> TakeAwayAsync(HttpContext context, AccountId whom, string word) =>
        WithGrantAsync(word, grant => grants.TakeAwayAsync(ApiCaller.AskerOf(context, options), whom, grant, CancellationToken.None));

    public async Task<IResult> RemoveAsync(HttpContext context, AccountId whom) =>
        AnswerOf(await grants.RemoveAsync(ApiCaller.AskerOf(context, options), whom, CancellationToken.None).ConfigureAwait(false));

    private static async Task<IResult> WithGrantAsync(string word, Func<Grant, Task<GrantOutcome?>> change) => Grant.Parse(word) is { } grant
        ? AnswerOf(await change(grant).ConfigureAwait(false))
        : ApiProblems.Invalid(ApiMistake.Of("grant", "That is no grant.", "Write it such as manager@everywhere, evaluator@place:vale or facilitator@cohort:ID."));

    private static IResult AnswerOf(GrantOutcome? outcome) => outcome switch
    {
        GrantOutcome.Done or GrantOutcome.WasSo => Answer.Done(),
        null => ApiProblems.Invalid(ApiMistake.Of("grant", AccountWords.NotYours)),
        GrantOutcome.LastAdministrator => ApiProblems.Conflict(ApiMistake.Of("grant", AccountWords.LastAdministrator)),
        _ => ApiProblems.Missing("account"),
    };


    private static Instant Start(LocalDate day) => day.AtStartOfDayInZone(LaunchOrder.Zone).ToInstant();
}
