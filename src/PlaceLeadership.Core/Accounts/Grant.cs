using NodaTime;

namespace PlaceLeadership.Core.Accounts;

/// <summary>That an account is something somewhere.</summary>
/// <param name="Role">What.</param>
/// <param name="Scope">For what.</param>
public sealed record Grant(Role Role, Scope Scope)
{
    /// <summary>Whether it gives a right where somebody wants to use it.</summary>
    public bool Gives(Right right, Whereabouts where) => Role.Has(right) && (right == Right.BeSignedIn || Scope.Holds(where));

    /// <summary>How it is written: <c>manager@place:vale</c>.</summary>
    public string Word => $"{Role.Word()}@{Scope}";

    /// <summary>Reads what is written; null when it is none.</summary>
    public static Grant? Parse(string word) =>
        word.Split('@', 2) is [var role, var scope] && ReadRole(role) is { } known && Scope.Parse(scope) is { } where ? new Grant(known, where) : null;

    /// <summary>The role of a word; null when it is none.</summary>
    public static Role? ReadRole(string word) => Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => role!.Value.Word() == word);
}

/// <summary>Somebody who has signed in at a provider at least once. Who it is, is the provider's issuer and subject; a name or an address is only shown.</summary>
/// <param name="Id">Whose it is: a hash of issuer and subject.</param>
/// <param name="Name">How the provider names them; may be empty.</param>
/// <param name="Address">An address that the provider gives, to tell two of one name apart; may be empty.</param>
/// <param name="Issuer">Which provider, and which tenant of it.</param>
/// <param name="SeenAt">When they last signed in.</param>
/// <param name="Grants">What was granted here, by hand.</param>
public sealed record Account(AccountId Id, string Name, string Address, string Issuer, Instant SeenAt, IReadOnlyList<Grant> Grants)
{
    /// <summary>Whether this account may grant everywhere, by what was granted here.</summary>
    public bool IsAdministrator => Grants.Any(grant => grant is { Role: Role.Administrator } && grant.Scope == Scope.Everywhere);

    /// <summary>How it is named to others.</summary>
    public string Called => Name.Length > 0 ? Name : Address.Length > 0 ? Address : $"Account {Id.Value[..Math.Min(8, Id.Value.Length)]}";
}
