using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Api.Callers;

/// <summary>
/// Checks access tokens of the provider (RFC 9068, and those of providers that came before it). An id token says who signed in, to a page that
/// asked; it lets nobody in here, also where both are for the same client.
/// </summary>
internal sealed class BearerTokens(ProviderTokens tokens, SignInProvider provider)
{
    private const string Plain = "JWT";

    private static readonly string[] Types = ["at+jwt", "application/at+jwt", Plain];

    // Of id tokens (OpenID Connect Core 1.0, 2 and 3.3.2.11), of logout tokens, and of tokens that hold only with a proof that a bearer does not give (RFC 7800).
    private static readonly string[] NeverInAccessTokens = ["nonce", "at_hash", "c_hash", "events", "cnf"];

    // For what, or to which client that proved itself: RFC 9068, Microsoft Entra ID, and others.
    private static readonly string[] OnlyInAccessTokens = ["scp", "scope", "client_id", "azpacr", "appidacr"];

    /// <summary>What an access token for us says; null when it is not one.</summary>
    public async Task<ClaimsIdentity?> ReadAsync(string token, CancellationToken cancellation)
    {
        // While the provider is away nobody can say that a token is wrong.
        await tokens.ConfigurationAsync(cancellation).ConfigureAwait(false);
        var said = await tokens.ReadAsync(token, rules =>
        {
            rules.ValidAudience = provider.Audience;
            (rules.ValidTypes, rules.TypeValidator) = (Types, null);
        }).ConfigureAwait(false);
        return said is not null && ProviderClaims.First(said, "sub") is not null && IsForAccess(said, new JsonWebToken(token).Typ) ? said : null;
    }

    private static bool IsForAccess(ClaimsIdentity said, string type) =>
        !NeverInAccessTokens.Any(claim => said.HasClaim(known => known.Type == claim))
        && (type != Plain || OnlyInAccessTokens.Any(claim => ProviderClaims.First(said, claim) is not null));
}
