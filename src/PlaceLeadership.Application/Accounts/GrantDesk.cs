using NodaTime;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Accounts;

/// <summary>Who asks for a change to what somebody may do.</summary>
/// <param name="Access">What they may do themselves.</param>
/// <param name="At">When.</param>
/// <param name="From">From which network address; empty where none is known.</param>
public sealed record Asker(Access Access, Instant At, string From = "")
{
    /// <summary>Whoever has the storage has everything that stands in it.</summary>
    public static Asker CommandLine(Instant now) => new(Access.OfManagerKey with { Account = AccountId.CommandLine }, now);

    internal AccessAct Act(string what, AccountId? whom = null, string detail = "") => new(At, Access.Account, what) { Whom = whom, Detail = detail, From = From };
}

/// <summary>Grants and takes away.</summary>
public sealed class GrantDesk(AccountStore accounts, SessionStore sessions, AccessLog log, CohortDirectory directory)
{
    /// <summary>The accounts, by name: everybody who can be granted something, and of what was granted what the asker may grant.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(Access by, CancellationToken cancellation)
    {
        var places = await PlacesAsync(cancellation).ConfigureAwait(false);
        return
        [
            .. (await accounts.ListAsync(cancellation).ConfigureAwait(false))
                .Select(account => account with { Grants = [.. account.Grants.Where(grant => May(by, grant, places))] }),
        ];
    }

    /// <summary>Grants. A place need not have a cohort yet: whoever is granted it launches the first.</summary>
    /// <returns>How it ended; null when the asker may not grant that.</returns>
    public async Task<GrantOutcome?> GrantAsync(Asker by, AccountId whom, Grant grant, CancellationToken cancellation)
    {
        var places = await PlacesAsync(cancellation).ConfigureAwait(false);
        return !May(by.Access, grant, places) ? null
            : grant.Scope.Cohort is { } cohort && !places.Contains(cohort) ? GrantOutcome.NoCohort
            : await accounts.GrantAsync(whom, grant, by.Act(AccessDeeds.Granted, whom, grant.Word), cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes a grant away; it holds at the next request.</summary>
    /// <returns>As above.</returns>
    public async Task<GrantOutcome?> TakeAwayAsync(Asker by, AccountId whom, Grant grant, CancellationToken cancellation)
    {
        var places = await PlacesAsync(cancellation).ConfigureAwait(false);
        return May(by.Access, grant, places)
            ? await accounts.TakeAwayAsync(whom, grant, by.Act(AccessDeeds.TakenAway, whom, grant.Word), cancellation).ConfigureAwait(false) : null;
    }

    /// <summary>Removes an account and ends its sign-ins, for which the asker may grant everywhere.</summary>
    /// <returns>As above.</returns>
    public async Task<GrantOutcome?> RemoveAsync(Asker by, AccountId whom, CancellationToken cancellation)
    {
        if (!by.Access.May(Right.Grant, Whereabouts.Nowhere))
        {
            return null;
        }

        // After it, and once more if that broke off and is repeated: whoever signs in again begins anew, and nothing of before works for them.
        var outcome = await accounts.RemoveAsync(whom, by.Act(AccessDeeds.AccountRemoved, whom), cancellation).ConfigureAwait(false);
        if (outcome != GrantOutcome.LastAdministrator)
        {
            await sessions.EndAllAsync(whom, by.At, cancellation).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>Ends every sign-in of somebody, for which the asker may grant everywhere.</summary>
    /// <returns>As above.</returns>
    public async Task<GrantOutcome?> EndSignInsAsync(Asker by, AccountId whom, CancellationToken cancellation)
    {
        if (!by.Access.May(Right.Grant, Whereabouts.Nowhere))
        {
            return null;
        }

        await log.NoteAsync(by.Act(AccessDeeds.SignedOutByAdministrator, whom)).ConfigureAwait(false);
        return await sessions.EndAllAsync(whom, by.At, cancellation).ConfigureAwait(false) > 0 ? GrantOutcome.Done : GrantOutcome.WasSo;
    }

    /// <summary>Whether there is an administrator for everything, by a grant that was made here.</summary>
    public async Task<bool> HasAdministratorAsync(CancellationToken cancellation) =>
        (await accounts.ListAsync(cancellation).ConfigureAwait(false)).Any(account => account.IsAdministrator);

    /// <summary>Makes a code for the first administrator; null when there is one already.</summary>
    public async Task<string?> MakeCodeAsync(Asker by, CancellationToken cancellation) =>
        await HasAdministratorAsync(cancellation).ConfigureAwait(false)
            ? null : await accounts.MakeCodeAsync(by.Act(AccessDeeds.CodeMade), cancellation).ConfigureAwait(false);

    /// <summary>Uses such a code.</summary>
    public Task<GrantOutcome> UseCodeAsync(Asker by, string code, CancellationToken cancellation) =>
        accounts.UseCodeAsync(by.Access.Account, code, by.Act(AccessDeeds.CodeUsed), cancellation);

    /// <summary>The places as they are written in cohorts.</summary>
    public Task<PlaceNames> PlaceNamesAsync(CancellationToken cancellation) => PlaceNames.ReadAsync(directory, cancellation);

    private static bool May(Access by, Grant grant, ILookup<CohortId, string> places) => by.MayGrant(grant, cohort => places[cohort].FirstOrDefault());

    private async Task<ILookup<CohortId, string>> PlacesAsync(CancellationToken cancellation) =>
        (await directory.ListAsync(cancellation).ConfigureAwait(false)).ToLookup(entry => entry.Id.Whole, entry => entry.Place);
}
