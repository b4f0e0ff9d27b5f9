using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing.Cohorts;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>
/// Lets through who has the right that the address <see cref="Needs"/>, and notes what they read, changed or were refused. A page is shown once
/// that is stored; it is stored while the page is read, so that nobody waits for it as a rule.
/// </summary>
internal sealed class AccessGate(CohortFinding finding, DeskNotes notes) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var session = ManagerSession.Of(http);
        if (http.GetEndpoint()?.Metadata.GetMetadata<Needs>() is not { } needs)
        {
            return ManagerShow.Sorry(http, StatusCodes.Status403Forbidden, ManagerWords.NotYours);
        }

        CohortId? cohort = needs.Reach == Reach.Here ? new CohortId((string)http.GetRouteValue("id")!) : null;
        var where = cohort is { } id ? await WhereAsync(session.Access, id, http.RequestAborted).ConfigureAwait(false) : Whereabouts.Nowhere;
        var act = notes.Act(http, session.Access.Account, AccessDeeds.Refused) with { Cohort = cohort };
        if (needs.Reach == Reach.Somewhere ? !session.Access.MaySomewhere(needs.Right) : !session.Access.May(needs.Right, where))
        {
            await notes.NoteAsync(act with { Detail = RightWords.Of(needs.Right) }).ConfigureAwait(false);

            // Of a cohort that is not theirs nobody learns whether it is there.
            return cohort is null ? ManagerShow.Sorry(http, StatusCodes.Status403Forbidden, ManagerWords.NotYours) : CohortPages.Missing(http);
        }

        session.MayRun = cohort is not null && session.Access.May(Right.RunCohort, where);
        var changes = HttpMethods.IsPost(http.Request.Method);
        return needs.Fresh && changes && session.Kept.Provider is not null && !session.Kept.IsFresh(act.At)
            ? Show.SeeOther(ManagerPaths.ProveAgain(http))
            : needs.Told is not { } told ? await next(context).ConfigureAwait(false)
            : changes ? await ChangeAsync(act with { What = AccessDeeds.Changed, Detail = told }, context, next).ConfigureAwait(false)
            : await ReadAsync(act with { What = AccessDeeds.Read, Detail = told }, context, next).ConfigureAwait(false);
    }

    private async Task<object?> ReadAsync(AccessAct act, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var noted = notes.NoteAsync(act);
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        finally
        {
            await noted.ConfigureAwait(false);
        }
    }

    // What was changed stands in the history of the cohort too, in the transaction that changed it.
    private async Task<object?> ChangeAsync(AccessAct act, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context).ConfigureAwait(false);
        if (Show.LeadsOn(answer))
        {
            await notes.NoteAsync(act).ConfigureAwait(false);
        }

        return answer;
    }

    // The place is looked up for who has a grant for one.
    private async Task<Whereabouts> WhereAsync(Access access, CohortId cohort, CancellationToken cancellation) => new(
        cohort, access.Grants.Any(grant => grant.Scope.Place is not null) ? await finding.PlaceOfAsync(cohort, cancellation).ConfigureAwait(false) : null);
}
