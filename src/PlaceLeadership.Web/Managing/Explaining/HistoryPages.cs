using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Managing.Cohorts;

namespace PlaceLeadership.Web.Managing.Explaining;

/// <summary>What the page about one week of the history shows.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Monday">The first day of the week.</param>
/// <param name="Today">The local day.</param>
/// <param name="Lines">What was done, in its order.</param>
public sealed record HistorySheet(Cohort Cohort, LocalDate Monday, LocalDate Today, IReadOnlyList<HistoryLine> Lines);

/// <summary>The pages that say who did what to a cohort, a week each.</summary>
internal sealed class HistoryPages(CohortFinding finding, History history, TimeProvider clock)
{
    public async Task<IResult> WeekAsync(HttpContext context, CohortId id, string day)
    {
        if (LocalDatePattern.Iso.Parse(day) is not { Success: true } parsed || parsed.Value.Year is <= 2000 or >= 2100
            || await finding.OneAsync(id, context.RequestAborted).ConfigureAwait(false) is not var (cohort, timetable))
        {
            return CohortPages.Missing(context);
        }

        var monday = LocalDays.MondayOf(parsed.Value);
        var lines = await history.OfAsync(
            cohort, timetable, null, monday, monday.PlusWeeks(1), context.RequestAborted).ConfigureAwait(false);
        return ManagerShow.Page<HistoryPage>(
            context, StatusCodes.Status200OK, nameof(HistoryPage.Sheet),
            new HistorySheet(cohort, monday, clock.Now().InZone(cohort.Zone).Date, lines));
    }
}
