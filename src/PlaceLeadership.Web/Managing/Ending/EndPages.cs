using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Managing.Cohorts;

namespace PlaceLeadership.Web.Managing.Ending;

/// <summary>The page that ends a cohort, after it has said what that means.</summary>
internal sealed class EndPages(CohortDesk desk, CohortParts parts, EndDesk ending)
{
    public async Task<IResult> AskAsync(HttpContext context, CohortId id) =>
        await desk.FindAsync(id, context.RequestAborted).ConfigureAwait(false) is not var (cohort, _) ? CohortPages.Missing(context)
        : cohort.Value.EndedOn is not null ? ManagerShow.GoTo(context, ManagerPaths.Cohort(id))
        : ManagerShow.Page<EndPage>(context, StatusCodes.Status200OK, nameof(EndPage.Cohort), cohort.Value);

    public async Task<IResult> EndAsync(HttpContext context, CohortId id)
    {
        // The page of a part speaks of the whole.
        var whole = CohortParts.WholeOf(id);
        var all = await parts.OfAsync(whole, context.RequestAborted).ConfigureAwait(false);
        if (all.Count == 0 || (id != whole && !all.Contains(id)))
        {
            return CohortPages.Missing(context);
        }

        foreach (var part in all)
        {
            await ending.EndAsync(part, Actor.Manager, CancellationToken.None).ConfigureAwait(false);
        }

        return ManagerShow.GoTo(context, ManagerPaths.Done(id, CohortNotices.Ended));
    }
}
