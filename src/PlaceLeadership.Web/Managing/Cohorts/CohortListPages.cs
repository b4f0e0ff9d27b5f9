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

        _ = int.TryParse(context.Request.Query["from"], out var asked);
        var (lines, from, count) = await overview.ReadAsync(
            (id, place) => access.May(Right.SeeCohort, new Whereabouts(id, place)), asked, CohortsOnAPage, context.RequestAborted).ConfigureAwait(false);
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
