using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>The list of cohorts, some at a time: reading one costs a look at all of its people.</summary>
internal sealed class CohortListPages(CohortDirectory directory, CohortDesk desk, TroubleDesk troubles, TimeProvider clock)
{
    private const int CohortsOnAPage = 25;

    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    public async Task<IResult> ShowAsync(HttpContext context)
    {
        _ = int.TryParse(context.Request.Query["from"], out var asked);
        var entries = await directory.ListAsync(context.RequestAborted).ConfigureAwait(false);
        var from = Math.Clamp(asked, 0, Math.Max(0, entries.Count - 1));
        var lines = new List<CohortListLine>();
        var shown = (await troubles.ListAsync(null, context.RequestAborted).ConfigureAwait(false)).Where(trouble => trouble.Shows).ToList();
        var warnings = new List<CohortWarning>();
        foreach (var entry in entries.Skip(from).Take(CohortsOnAPage))
        {
            var words = shown.Where(trouble => trouble.Cohort == entry.Id).Select(trouble => TroubleWords.Of(trouble, London)).ToList();
            try
            {
                // A launch that was interrupted leaves an entry without a cohort; launching again completes it.
                if (await desk.ReadAsync(entry.Id, context.RequestAborted).ConfigureAwait(false) is var (view, timetable))
                {
                    lines.Add(Line(view, timetable));
                }
            }
            catch (InvalidDataException damage)
            {
                // One cohort that cannot be read must not hide the others.
                words.Add(damage.Message);
            }

            warnings.AddRange(words.Select(sentence => new CohortWarning(entry.Id, entry.Place, sentence)));
        }

        return ManagerShow.Page<CohortListPage>(
            context, StatusCodes.Status200OK, nameof(CohortListPage.Sheet),
            new CohortListSheet(
                lines, warnings,
                from > 0 ? Math.Max(0, from - CohortsOnAPage) : null,
                from + CohortsOnAPage < entries.Count ? from + CohortsOnAPage : null));
    }

    private CohortListLine Line(CohortView view, Timetable timetable)
    {
        var cohort = view.Cohort.Value;
        return new CohortListLine(
            CohortSummary.Of(view), timetable.EndsOn(cohort), CohortWords.State(cohort, clock.Now().InZone(cohort.Zone).Date));
    }
}

/// <summary>What the list of cohorts shows.</summary>
/// <param name="Lines">The cohorts.</param>
/// <param name="Warnings">What fails for which of them.</param>
/// <param name="Before">Where the part before begins, or null.</param>
/// <param name="After">Where the part after begins, or null.</param>
public sealed record CohortListSheet(
    IReadOnlyList<CohortListLine> Lines, IReadOnlyList<CohortWarning> Warnings, int? Before, int? After);

/// <summary>What fails for a cohort.</summary>
/// <param name="Id">The cohort.</param>
/// <param name="Place">Its place.</param>
/// <param name="Words">What is wrong, in sentences.</param>
public sealed record CohortWarning(CohortId Id, string Place, string Words);

/// <summary>One cohort of the list.</summary>
/// <param name="Summary">Its numbers.</param>
/// <param name="EndsOn">The day after which it ends by itself.</param>
/// <param name="State">How it stands, in words.</param>
public sealed record CohortListLine(CohortSummary Summary, LocalDate EndsOn, string State);
