using System.Globalization;
using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Api.Callers;
using PlaceLeadership.Web.Api.Problems;
using PlaceLeadership.Web.Layout;

namespace PlaceLeadership.Web.Api.Cohorts;

/// <summary>What there is to read of cohorts.</summary>
internal sealed class CohortReadingApi(
    CohortOverview overview, CohortDetailsReading details, CohortFinding finding, LookingAhead ahead, History history, EvidenceReading evidence, LinkTokens tokens)
{
    private const int CohortsAtOnce = 25;

    public async Task<IResult> ListAsync(HttpContext context)
    {
        var access = ApiCaller.Of(context).Access;
        _ = int.TryParse(context.Request.Query["from"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked);
        var (lines, from, count) = await overview.ReadAsync(
            (id, place) => access.May(Right.SeeCohort, new Whereabouts(id, place)), asked, CohortsAtOnce, context.RequestAborted).ConfigureAwait(false);
        return Answer.Ok(new CohortsJson(
            [.. lines.Select(line => CohortLineJson.Of(line, access.May(Right.ReadPeople, new Whereabouts(line.Id, line.Place))))], from, count));
    }

    public async Task<IResult> OneAsync(HttpContext context, CohortId id) =>
        // A large cohort is shown by its parts.
        id == CohortParts.WholeOf(id) && await finding.WholeAsync(id, context.RequestAborted).ConfigureAwait(false) is { } first && first.Id != id
            ? Show.SeeOther(context.Request.PathBase.ToUriComponent() + ApiPaths.Cohort(first.Id))
            : await details.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is { } cohort ? Answer.Ok(CohortJson.Of(cohort, tokens)) : ApiProblems.NoCohort();

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

    public async Task<IResult> EvidenceAsync(HttpContext context, CohortId id) =>
        await evidence.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is { } asked ? Answer.Ok(EvidenceJson.Of(asked)) : ApiProblems.NoCohort();
}
