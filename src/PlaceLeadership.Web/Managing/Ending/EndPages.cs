using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Ending;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Managing.Ending;

/// <summary>The page that ends a cohort, after it has said what that means.</summary>
internal sealed class EndPages(CohortFinding finding, CohortEnding ending)
{
    public async Task<IResult> AskAsync(HttpContext context, CohortId id) =>
        await finding.OneAsync(id, context.RequestAborted).ConfigureAwait(false) is not var (cohort, _) ? CohortPages.Missing(context)
        : cohort.EndedOn is not null ? ManagerShow.GoTo(context, ManagerPaths.Cohort(id))
        : ManagerShow.Page<EndPage>(context, StatusCodes.Status200OK, nameof(EndPage.Cohort), cohort);

    public async Task<IResult> EndAsync(HttpContext context, CohortId id)
    {
        if (id != id.Whole && await finding.OneAsync(id, context.RequestAborted).ConfigureAwait(false) is null)
        {
            return CohortPages.Missing(context);
        }

        // The page of a part speaks of the whole.
        return await ending.EndAsync(id.Whole, ManagerSession.Of(context).Actor, CancellationToken.None).ConfigureAwait(false) is null
            ? CohortPages.Missing(context)
            : ManagerShow.GoTo(context, ManagerPaths.Done(id, CohortNotices.Ended));
    }
}
