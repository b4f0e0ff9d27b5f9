using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Checks tokens of the provider: signature, issuer, audience and time.</summary>
internal sealed class ProviderTokens(IOptionsMonitor<OpenIdConnectOptions> oidc)
{
    /// <summary>How far the provider's clock may be from ours.</summary>
    public static readonly Duration Skew = Duration.FromMinutes(2);

    private const string LogoutType = "logout+jwt";

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    // Signatures with a secret that both know prove nothing of who made them (RFC 8725, 3.1 and 3.2).
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Where the provider's keys and addresses come from.</summary>
    public Task<OpenIdConnectConfiguration> ConfigurationAsync(CancellationToken cancellation) =>
        oidc.Get(ProviderSignIn.Scheme).ConfigurationManager!.GetConfigurationAsync(cancellation);

    /// <summary>What an id token for us says; null when it is not one.</summary>
    public Task<ClaimsIdentity?> ReadAsync(string token) => ReadAsync(token, IsOfIdToken);

    /// <summary>What a logout token for us says; null when it is not one. Not every provider gives it the type that it should have.</summary>
    public Task<ClaimsIdentity?> ReadLogoutAsync(string token) => ReadAsync(token, type => type is LogoutType or "JWT" or null or "");

    private async Task<ClaimsIdentity?> ReadAsync(string token, Func<string?, bool> isType)
    {
        var settings = oidc.Get(ProviderSignIn.Scheme);
        var rules = settings.TokenValidationParameters.Clone();
        rules.ConfigurationManager = (BaseConfigurationManager)settings.ConfigurationManager!;
        rules.TypeValidator = OfType(isType);
        var result = await _handler.ValidateTokenAsync(token, rules).ConfigureAwait(false);
        return result is { IsValid: true, ClaimsIdentity: { } identity } && ProviderClaims.First(identity, "iss") is not null ? identity : null;
    }

    /// <summary>What every token is checked by. One that says no end is none.</summary>
    public static TokenValidationParameters Rules(SignInProvider provider, TimeProvider clock) => new()
    {
        ValidAudience = provider.ClientId,
        ValidAlgorithms = Algorithms,
        TypeValidator = OfType(IsOfIdToken),

        // A discovery document may only speak for the address at which it was found (OpenID Connect Discovery 1.0, 4.3), or for the tenants that are named.
        IssuerValidator = (issuer, _, _) => (provider.Issuers.Count > 0 ? provider.Issuers : [provider.Authority.AbsoluteUri, provider.Authority.AbsoluteUri.TrimEnd('/')]).Contains(issuer)
            ? issuer : throw new SecurityTokenInvalidIssuerException("The issuer is none whose people may sign in."),
        NameClaimType = "name",
        RoleClaimType = "roles",
        RequireSignedTokens = true,
        LifetimeValidator = (from, until, _, _) => clock.Now() is var now && until is { } end && now < At(end) + Skew && (from is not { } start || now >= At(start) - Skew),
    };

    private static bool IsOfIdToken(string? type) => type is not (LogoutType or "at+jwt" or "application/at+jwt");

    private static TypeValidator OfType(Func<string?, bool> isType) => (type, _, _) => isType(type) ? type : throw new SecurityTokenInvalidTypeException("A token of another type.");

    private static Instant At(DateTime moment) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc));
}
