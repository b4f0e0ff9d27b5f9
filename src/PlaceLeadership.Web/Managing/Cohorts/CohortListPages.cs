using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>The list of cohorts, some at a time.</summary>
internal sealed class CohortListPages(CohortOverview overview)
{
    private const int CohortsOnAPage = 25;

    public async Task<IResult> ShowAsync(HttpContext context)
    {
        var access = ManagerSession.Of(context).Access;
        if (!access.MaySomewhere(Right.SeeCohort))
        {
            return ManagerShow.GoTo(context, access.MaySomewhere(Right.ReadAccess) ? ManagerPaths.Access : ManagerPaths.You);
        }

        Task<(IReadOnlyList<CohortLine> Lines, int From, int Count)> ReadAsync(int from) => overview.ReadAsync(
            (id, place) => access.May(Right.SeeCohort, new Whereabouts(id, place)), from, CohortsOnAPage, context.RequestAborted);
        _ = int.TryParse(context.Request.Query["from"], out var asked);
        var (lines, from, count) = await ReadAsync(asked).ConfigureAwait(false);
        if (from >= count && count > 0)
        {
            // Cohorts were deleted since the page before: the last there is.
            (lines, from, count) = await ReadAsync(count - 1).ConfigureAwait(false);
        }

        return ManagerShow.Page<CohortListPage>(
            context, StatusCodes.Status200OK, nameof(CohortListPage.Sheet),
            new CohortListSheet(
                lines, from > 0 ? Math.Max(0, from - CohortsOnAPage) : null, from + CohortsOnAPage < count ? from + CohortsOnAPage : null));
    }
}

/// <summary>What the list of cohorts shows.</summary>
/// <param name="Lines">The cohorts.</param>
/// <param name="Before">Where the part before begins, or null.</param>
/// <param name="After">Where the part after begins, or null.</param>
public sealed record CohortListSheet(IReadOnlyList<CohortLine> Lines, int? Before, int? After)
{
    internal IEnumerable<CohortStanding> Standing => Lines.Select(line => line.Standing).OfType<CohortStanding>();
}
