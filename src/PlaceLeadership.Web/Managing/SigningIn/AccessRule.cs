using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>What becomes of somebody at an address.</summary>
internal abstract record AccessVerdict
{
    private AccessVerdict()
    {
    }

    /// <summary>They may not.</summary>
    /// <param name="OfCohort">Whether it is about a cohort: of one that is not theirs nobody learns whether it is there.</param>
    public sealed record Refused(bool OfCohort) : AccessVerdict;

    /// <summary>They may not, but there is another page of the cohort that they may read.</summary>
    /// <param name="Path">Its path.</param>
    public sealed record Elsewhere(string Path) : AccessVerdict;

    /// <summary>They may.</summary>
    /// <param name="Needs">What the address needs.</param>
    /// <param name="Act">Who does it, when, where and from where; what it is stands in it once it is noted.</param>
    /// <param name="MayRun">Whether they may change the cohort in the address.</param>
    public sealed record Granted(Needs Needs, AccessAct Act, bool MayRun) : AccessVerdict;
}

/// <summary>
/// Whether somebody has the right that an address <see cref="Needs"/>, and the note of what they read, changed or were refused: one rule for
/// pages and API. An answer is given once that is stored; it is stored while it is read, so that nobody waits for it as a rule.
/// </summary>
internal sealed class AccessRule(CohortFinding finding, DeskNotes notes)
{
    /// <summary>Whether a request may change something.</summary>
    public static bool Changes(HttpContext http) => !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);

    /// <summary>Decides, and notes a refusal.</summary>
    public async Task<AccessVerdict> DecideAsync(HttpContext http, Access access)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Needs>() is not { } needs)
        {
            return new AccessVerdict.Refused(OfCohort: false);
        }

        CohortId? cohort = needs.Reach == Reach.Here ? new CohortId((string)http.GetRouteValue("id")!) : null;
        var where = cohort is { } id ? await WhereAsync(access, id, http.RequestAborted).ConfigureAwait(false) : Whereabouts.Nowhere;
        var act = notes.Act(http, access.Account, AccessDeeds.Refused) with { Cohort = cohort };
        var may = needs.Reach == Reach.Somewhere ? access.MaySomewhere(needs.Right) : access.May(needs.Right, where);
        if (!may && cohort is { } here && needs.Instead.FirstOrDefault(other => access.May(other.Right, where)) is { Act: { } other })
        {
            return new AccessVerdict.Elsewhere(ManagerPaths.Cohort(here, other));
        }

        if (!may)
        {
            await notes.RefusedAsync(act with { Detail = RightWords.Of(needs.Right) }).ConfigureAwait(false);
            return new AccessVerdict.Refused(cohort is not null);
        }

        return new AccessVerdict.Granted(needs, act, cohort is not null && access.May(Right.RunCohort, where));
    }

    /// <summary>
    /// Notes what is read or sent, and goes on. What is sent is noted before anything is done with it: so a failure loses none, and whoever is shown
    /// their form again with the people in it stands there too. What became of it stands in the history of the cohort, in the transaction that changed it.
    /// </summary>
    public async ValueTask<object?> NotingAsync(AccessVerdict.Granted granted, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (granted.Needs.Told is not { } told)
        {
            return await next(context).ConfigureAwait(false);
        }

        if (!Changes(context.HttpContext))
        {
            return await ReadAsync(granted.Act with { What = AccessDeeds.Read, Detail = told }, context, next).ConfigureAwait(false);
        }

        await notes.NoteAsync(granted.Act with { What = AccessDeeds.Sent, Detail = told }).ConfigureAwait(false);
        return await next(context).ConfigureAwait(false);
    }

    private async ValueTask<object?> ReadAsync(AccessAct act, EndpointFilterInvocationContext context, EndpointFilterDelegate next)
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

    // The place is looked up for who has a grant for one.
    private async Task<Whereabouts> WhereAsync(Access access, CohortId cohort, CancellationToken cancellation) => new(
        cohort, access.Grants.Any(grant => grant.Scope.Place is not null) ? await finding.PlaceOfAsync(cohort, cancellation).ConfigureAwait(false) : null);
}
