using System.Globalization;
using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Application.Going;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Api.Callers;
using PlaceLeadership.Web.Api.Problems;

namespace PlaceLeadership.Web.Api.Cohorts;

/// <summary>What there is to read of cohorts.</summary>
internal sealed class CohortReadingApi(
    CohortOverview overview, CohortDetailsReading details, GoingReading going, CohortFinding finding, LookingAhead ahead, History history, EvidenceReading evidence, LinkTokens tokens)
{
    private const int CohortsAtOnce = 25;

    public async Task<IResult> ListAsync(HttpContext context)
    {
        var access = ApiCaller.Of(context).Access;
        if (ReadFrom(context) is not { } asked)
        {
            return ApiProblems.Invalid(ApiMistake.Of("from", "That is not how many to pass over.", "Write a whole number such as 25, or leave it out."));
        }

        var (lines, from, count) = await overview.ReadAsync(
            (id, place) => access.May(Right.SeeCohort, new Whereabouts(id, place)), asked, CohortsAtOnce, context.RequestAborted).ConfigureAwait(false);
        return Answer.Ok(new CohortsJson(
            [.. lines.Select(line => CohortLineJson.Of(line, access.May(Right.ReadPeople, new Whereabouts(line.Id, line.Place))))], from, count));
    }

    public async Task<IResult> OneAsync(HttpContext context, CohortId id) =>
        await details.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is { } cohort ? Answer.Ok(CohortJson.Of(cohort, tokens)) : ApiProblems.NoCohort();

    public async Task<IResult> GoingAsync(HttpContext context, CohortId id) =>
        await going.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is { } cohort ? Answer.Ok(GoingJson.Of(cohort, tokens)) : ApiProblems.NoCohort();

    public async Task<IResult> WeekAsync(HttpContext context, CohortId id, string day) =>
        LocalTimes.ReadDay(day) is { } parsed && await ahead.ReadAsync(id, null, parsed, context.RequestAborted).ConfigureAwait(false) is { } found
            ? Answer.Ok(WeekJson.Of(found, LocalDays.MondayOf(parsed), tokens)) : ApiProblems.Missing("week");

    public async Task<IResult> HistoryAsync(HttpContext context, CohortId id, string day)
    {
        if (LocalTimes.ReadDay(day) is not { } parsed || await finding.OneAsync(id, context.RequestAborted).ConfigureAwait(false) is not var (cohort, timetable))
        {
            return ApiProblems.Missing("week");
        }

        var monday = LocalDays.MondayOf(parsed);
        var lines = await history.OfAsync(cohort, timetable, null, monday, monday.PlusWeeks(1), context.RequestAborted).ConfigureAwait(false);
        return Answer.Ok(new HistoryJson(monday.ToDateOnly(), [.. lines.Select(line => new HistoryLineJson(LocalTimes.Write(line.At), line.Sentence))]));
    }

    private static int? ReadFrom(HttpContext context) =>
        !context.Request.Query.TryGetValue("from", out var asked) ? 0
        : int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : null;

    public async Task<IResult> EvidenceAsync(HttpContext context, CohortId id) =>
        await evidence.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is { } asked ? Answer.Ok(EvidenceJson.Of(asked)) : ApiProblems.NoCohort();
}
