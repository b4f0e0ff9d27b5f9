using System.Security.Claims;
using System.Text.Json;
using NodaTime;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>What an id token says, once it has been checked.</summary>
internal static class ProviderClaims
{
    /// <summary>Before the name of a role at the provider: <c>PlaceLeadership.Manager</c>, or <c>PlaceLeadership.Evaluator:cohort:ID</c> for one cohort.</summary>
    private const string RolePrefix = "PlaceLeadership.";

    /// <summary>Whose it is, as the provider names them now.</summary>
    public static Account Account(ClaimsIdentity identity, Instant now) => new(
        AccountId.Of(First(identity, "iss")!, First(identity, "sub")!), First(identity, "name") ?? "",
        First(identity, "preferred_username") ?? First(identity, "email") ?? "", First(identity, "iss")!, now, []);

    /// <summary>What it grants, and by what it can be asked again.</summary>
    public static ProviderWord Word(ClaimsIdentity identity, SignInProvider provider, string? refresh, Instant now) => new(
        First(identity, "sid") ?? "", Moment(identity, "auth_time") ?? Instant.MinValue,
        [
            .. provider.MayGrant(First(identity, "iss")!)
                ? identity.FindAll("roles").Select(claim => RoleGrant(claim.Value)).OfType<Grant>()
                    .Concat(identity.FindAll("groups").Select(claim => provider.Groups.GetValueOrDefault(claim.Value)).OfType<Grant>()).Distinct()
                : [],
        ],
        now, refresh)
    { Issuer = First(identity, "iss")! };

    /// <summary>
    /// Whether somebody is in more groups than a token holds, so that it names a place to ask instead (distributed claims, OpenID Connect Core 1.0,
    /// 5.6.2). Nothing is granted by groups then.
    /// </summary>
    public static bool GroupsAreElsewhere(ClaimsIdentity identity)
    {
        if (First(identity, "_claim_names") is not { } names)
        {
            return First(identity, "hasgroups") == "true";
        }

        try
        {
            using var document = JsonDocument.Parse(names);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("groups", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    internal static Grant? RoleGrant(string role)
    {
        if (!role.StartsWith(RolePrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = role[RolePrefix.Length..].Split(':', 2);
        return Enum.GetValues<Role>().Where(role => string.Equals(role.Word(), parts[0], StringComparison.OrdinalIgnoreCase)).Cast<Role?>().FirstOrDefault() is { } known && (parts.Length == 1 ? Scope.Everywhere : Scope.Parse(parts[1])) is { } scope
            ? new Grant(known, scope) : null;
    }

    public static string? First(ClaimsIdentity identity, string type) => identity.FindFirst(type)?.Value is { Length: > 0 } value ? value : null;

    /// <summary>A moment that it names; null where it names none, or one that can be none.</summary>
    public static Instant? Moment(ClaimsIdentity identity, string type) =>
        long.TryParse(First(identity, type), out var seconds) && seconds is > 0 and < 253_402_300_799 ? Instant.FromUnixTimeSeconds(seconds) : null;
}
