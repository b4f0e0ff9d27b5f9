namespace PlaceLeadership.Core.Accounts;

/// <summary>What somebody at the desk may do.</summary>
/// <param name="Account">Who.</param>
/// <param name="Grants">What was granted to them, here and by the provider.</param>
public sealed record Access(AccountId Account, IReadOnlyList<Grant> Grants)
{
    /// <summary>Whoever knows the manager key may do everything.</summary>
    public static Access OfManagerKey { get; } = new(
        AccountId.ManagerKey, [new Grant(Role.Administrator, Scope.Everywhere), new Grant(Role.Manager, Scope.Everywhere)]);

    /// <summary>Whether they may do this here.</summary>
    public bool May(Right right, Whereabouts where) => right == Right.BeSignedIn || Grants.Any(grant => grant.Gives(right, where));

    /// <summary>Whether they may do this anywhere at all. A cohort that is to be launched is not there yet.</summary>
    public bool MaySomewhere(Right right) => right == Right.BeSignedIn
        || Grants.Any(grant => grant.Role.Has(right) && (right != Right.Launch || grant.Scope.Cohort is null));

    /// <summary>Whether they may give a grant, or take it away: what they may grant in holds all that it is for.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="placeOf">The place of a cohort, or null when there is none of that id.</param>
    public bool MayGrant(Grant grant, Func<CohortId, string?> placeOf) =>
        Grants.Any(own => own.Role.Has(Right.Grant) && own.Scope.Covers(grant.Scope, placeOf));
}
