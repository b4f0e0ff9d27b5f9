using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.Deleting;

/// <summary>The pages that delete a cohort, after its id was typed. The page of a part speaks of the whole.</summary>
internal sealed class DeletePages(CohortFinding finding, CohortDeletion deletion, PagesOptions options)
{
    /// <summary>The field into which the id is typed.</summary>
    public const string Confirm = "confirm";

    public async Task<IResult> AskAsync(HttpContext context, CohortId id) =>
        await FindAsync(context, id).ConfigureAwait(false) is { } cohort
            ? Ask(context, StatusCodes.Status200OK, cohort, null)
            : CohortPages.Missing(context);

    public async Task<IResult> DeleteAsync(HttpContext context, CohortId id)
    {
        id = id.Whole;
        var cohort = await FindAsync(context, id).ConfigureAwait(false);
        var typed = SentForm.Of(context).First(Confirm);
        if (typed != id.Value)
        {
            return cohort is null
                ? CohortPages.Missing(context)
                : Ask(context, StatusCodes.Status422UnprocessableEntity, cohort, typed);
        }

        // Also when there is no cohort any more: a deletion that broke off may have left its line in the directory.
        await deletion.DeleteAsync(id, ManagerSession.AskerOf(context, options), CancellationToken.None).ConfigureAwait(false);

        // What was granted for the cohort, or for a place that has no other, is gone with it.
        return ManagerSession.Of(context).Access.May(Right.DeleteCohort, Whereabouts.Nowhere)
            ? ManagerShow.GoTo(context, ManagerPaths.Cohort(id, "deleted")) : Deleted(context, id);
    }

    /// <summary>That nothing is stored any more; while something is, the cohort instead.</summary>
    public async Task<IResult> SayDeletedAsync(HttpContext context, CohortId id) =>
        await FindAsync(context, id).ConfigureAwait(false) is null
            ? Deleted(context, id)
            : ManagerShow.GoTo(context, ManagerPaths.Cohort(id));

    private static IResult Deleted(HttpContext context, CohortId id) =>
        ManagerShow.Page<DeletedPage>(context, StatusCodes.Status200OK, nameof(DeletedPage.Id), id.Value);

    private Task<Cohort?> FindAsync(HttpContext context, CohortId id) => finding.WholeAsync(id, context.RequestAborted);

    private static IResult Ask(HttpContext context, int status, Cohort cohort, string? typed) =>
        ManagerShow.Page<DeletePage>(context, status, nameof(DeletePage.Sheet), new DeleteSheet(cohort, typed));
}
