using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Checks tokens of the provider: signature, issuer, audience and time.</summary>
internal sealed class ProviderTokens(IOptionsMonitor<OpenIdConnectOptions> oidc)
{
    /// <summary>How far the provider's clock may be from ours.</summary>
    public static readonly Duration Skew = Duration.FromMinutes(2);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>Where the provider's keys and addresses come from.</summary>
    public Task<OpenIdConnectConfiguration> ConfigurationAsync(CancellationToken cancellation) =>
        oidc.Get(ProviderSignIn.Scheme).ConfigurationManager!.GetConfigurationAsync(cancellation);

    /// <summary>Whether a failure means that the provider cannot be reached. The platform says so by wrapping it.</summary>
    public static bool IsAway(Exception broken) =>
        Unreachable.Is(broken, _ => false) || broken is InvalidOperationException { Message: var message } && message.Contains("IDX20803", StringComparison.Ordinal);

    /// <summary>What a token for us says; null when it is not one.</summary>
    /// <param name="token">The token.</param>
    /// <param name="further">What it is checked by beside the rules of all.</param>
    public async Task<ClaimsIdentity?> ReadAsync(string token, Action<TokenValidationParameters>? further = null)
    {
        var settings = oidc.Get(ProviderSignIn.Scheme);
        var rules = settings.TokenValidationParameters.Clone();
        further?.Invoke(rules);
        rules.ConfigurationManager = (BaseConfigurationManager)settings.ConfigurationManager!;
        var result = await _handler.ValidateTokenAsync(token, rules).ConfigureAwait(false);
        return result is { IsValid: true, ClaimsIdentity: { } identity } && ProviderClaims.First(identity, "iss") is not null ? identity : null;
    }

    /// <summary>What every token is checked by. One that says no end is none.</summary>
    public static TokenValidationParameters Rules(SignInProvider provider, TimeProvider clock) => new()
    {
        ValidAudience = provider.ClientId,
        ValidIssuers = provider.Issuers,
        NameClaimType = "name",
        RoleClaimType = "roles",
        RequireSignedTokens = true,
        LifetimeValidator = (from, until, _, _) => clock.Now() is var now && until is { } end && now < At(end) + Skew && (from is not { } start || now >= At(start) - Skew),
    };

    private static Instant At(DateTime moment) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc));
}
