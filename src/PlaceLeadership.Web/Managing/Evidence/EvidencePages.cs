using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Web.Managing.Cohorts;

namespace PlaceLeadership.Web.Managing.Evidence;

/// <summary>What a cohort is asked when, for who evaluates it; nothing of any person.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Programme">Its programme, with its version.</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="Steps">Each step with its planned day.</param>
public sealed record EvidenceSheet(Cohort Cohort, string Programme, LocalDate EndsOn, IReadOnlyList<(LocalDate On, Step Step)> Steps);

/// <summary>The page of an evaluator about a cohort.</summary>
internal sealed class EvidencePages(CohortFinding finding)
{
    public async Task<IResult> ShowAsync(HttpContext context, CohortId id)
    {
        if (await finding.WholeAsync(id, context.RequestAborted).ConfigureAwait(false) is not { } first
            || await finding.OneAsync(first.Id, context.RequestAborted).ConfigureAwait(false) is not var (cohort, timetable))
        {
            return CohortPages.Missing(context);
        }

        var programme = timetable.Programme;
        return ManagerShow.Page<EvidencePage>(context, StatusCodes.Status200OK, nameof(EvidencePage.Sheet), new EvidenceSheet(
            cohort, $"{programme.Title.In("en")}, version {programme.Version}", timetable.EndsOn(cohort),
            [.. timetable.Steps.Where(step => step.AsksForReply).Select(step => (timetable.PlannedOn(timetable.PlaceOf(step.Id), cohort), step)).OrderBy(step => step.Item1)]));
    }
}
