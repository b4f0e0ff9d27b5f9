using System.Buffers.Text;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace PlaceLeadership.Tests.Provider;

/// <summary>What the provider decides at each endpoint.</summary>
internal sealed class ProviderRules(TestProvider provider, ProviderKeys keys)
{
    /// <summary>What a token will say beside the protocol's own, as JSON: the framework would make a list of one into a word.</summary>
    private const string Told = "told";

    private static readonly TimeSpan LongTime = TimeSpan.FromHours(1);

    public ValueTask DescribeAsync(HandleConfigurationRequestContext context)
    {
        context.Metadata["backchannel_logout_supported"] = true;
        context.Metadata["backchannel_logout_session_supported"] = true;
        context.Issuer = provider.SpeaksFor ?? context.Issuer;
        return default;
    }

    public ValueTask AuthorizeAsync(HandleAuthorizationRequestContext context)
    {
        var request = context.Request;
        if (provider.Faults.TakeRefusal() is { } refusal)
        {
            context.Reject(refusal, "The provider was told to refuse.");
        }
        else if (provider.Session is not { } session)
        {
            context.Reject(request.HasPromptValue(PromptValues.None) ? Errors.LoginRequired : Errors.AccessDenied, "Nobody signs in.");
        }
        else if (!request.HasPromptValue(PromptValues.None))
        {
            var again = request.HasPromptValue(PromptValues.Login) || IsTooOld(session, request);
            context.SignIn(Principal(again ? provider.SignInAgain() : session, request.GetScopes()));
        }
        else if (IsTooOld(session, request) || IsSomebodyElse(session, context.IdentityTokenHintPrincipal))
        {
            context.Reject(Errors.LoginRequired, "This cannot be done without asking.");
        }
        else
        {
            context.SignIn(Principal(session, request.GetScopes()));
        }

        return default;
    }

    public ValueTask ExchangeAsync(HandleTokenRequestContext context)
    {
        if (context.Request.IsClientCredentialsGrantType())
        {
            var identity = Identity(context.Request.ClientId!, new() { ["roles"] = provider.ScriptRoles });
            identity.SetResources(provider.Audience);
            identity.SetDestinations(_ => [Destinations.AccessToken]);
            context.SignIn(new ClaimsPrincipal(identity));
        }
        else if (context.Request.IsRefreshTokenGrantType())
        {
            // What it says of somebody is what is so now.
            if (provider.Faults.AskedAgain?.Invoke(context.Principal!.GetClaim(Claims.Subject)!) is { } error)
            {
                context.Reject(error, "More is wanted of them.");
            }
            else if (provider.Known(context.Principal!.GetClaim(Claims.Subject)!) is { } session)
            {
                context.SignIn(Principal(session, context.Principal!.GetScopes()));
            }
            else
            {
                context.Reject(Errors.InvalidGrant, "They are not here any more.");
            }
        }

        return default;
    }

    public ValueTask EndSessionAsync(HandleEndSessionRequestContext context)
    {
        provider.SignedIn = null;
        context.SignOut();
        return default;
    }

    /// <summary>Signs a token anew, with everything that is told of a person or a script, and with what is to be wrong with it.</summary>
    public ValueTask SignAsync(GenerateTokenContext context)
    {
        if (context.TokenType is not (TokenTypeIdentifiers.IdentityToken or TokenTypeIdentifiers.AccessToken))
        {
            return default;
        }

        var token = new JsonWebToken(context.Token);
        var claims = Read(Base64Url.DecodeFromChars(token.EncodedPayload));
        if (claims.Remove(Told, out var told))
        {
            foreach (var (name, value) in Read(Encoding.UTF8.GetBytes(told.ToString()!)))
            {
                claims[name] = value;
            }

            // The framework leaves it out. With it a client notices that the provider's clock is fast, as it does with Microsoft Entra ID.
            claims[Claims.NotBefore] = claims[Claims.IssuedAt];
            if (!provider.SaysWhen)
            {
                claims.Remove("auth_time");
            }

            context.Token = keys.Sign(claims, token.Typ, context.TokenType == TokenTypeIdentifiers.IdentityToken ? Spoil(claims) : SignedBy.Provider);
        }

        return default;
    }

    private SignedBy Spoil(Dictionary<string, object> claims)
    {
        var fault = provider.Faults.TakeIdTokenFault();
        Spoil(claims, fault);
        provider.Faults.TakeIdTokenChange()?.Invoke(claims);
        return fault switch
        {
            IdTokenFault.SignedByImpostor => SignedBy.Impostor,
            IdTokenFault.SignedByStranger => SignedBy.Stranger,
            IdTokenFault.SignedByNobody => SignedBy.Nobody,
            _ => SignedBy.Provider,
        };
    }

    private void Spoil(Dictionary<string, object> claims, IdTokenFault fault)
    {
        switch (fault)
        {
            case IdTokenFault.WrongNonce:
                claims[Claims.Nonce] = "of-another-sign-in";
                break;
            case IdTokenFault.WrongIssuer:
                claims[Claims.Issuer] = "https://elsewhere.example/";
                break;
            case IdTokenFault.WrongAudience:
                claims[Claims.Audience] = "another-client";
                break;
            case IdTokenFault.Expired:
                var end = provider.Now - LongTime;
                claims[Claims.IssuedAt] = claims[Claims.NotBefore] = (end - LongTime).ToUnixTimeSeconds();
                claims[Claims.ExpiresAt] = end.ToUnixTimeSeconds();
                break;
            case IdTokenFault.WithoutSubject:
                claims.Remove(Claims.Subject);
                break;
        }
    }

    private bool IsTooOld(ProviderSession session, OpenIddictRequest request) =>
        request.MaxAge is { } seconds && (seconds == 0 || provider.Now - session.Since > TimeSpan.FromSeconds(seconds));

    private static bool IsSomebodyElse(ProviderSession session, ClaimsPrincipal? hint) =>
        hint is not null && hint.GetClaim(Claims.Subject) != session.Person.Subject;

    private ClaimsPrincipal Principal(ProviderSession session, ICollection<string> scopes)
    {
        var identity = Identity(session.Person.Subject, Tell(session, scopes));
        identity.SetScopes(scopes.Where(scope => provider.CanBeAskedAgain || scope != Scopes.OfflineAccess));
        identity.SetAuthorizationCodeLifetime(provider.CodeLifetime).SetIdentityTokenLifetime(provider.IdTokenLifetime);
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }

    private Dictionary<string, object> Tell(ProviderSession session, ICollection<string> scopes)
    {
        var person = session.Person;
        var told = new Dictionary<string, object>(person.Claims) { ["sid"] = session.Id, ["auth_time"] = session.Since.ToUnixTimeSeconds() };
        if (scopes.Contains(Scopes.Profile))
        {
            told["name"] = person.Name;
            told["preferred_username"] = person.Email;
        }

        if (scopes.Contains(Scopes.Email))
        {
            told["email"] = person.Email;
        }

        if (person.Roles.Count > 0)
        {
            told["roles"] = person.Roles;
        }

        if (person.GroupsAreLeftOut)
        {
            told["_claim_names"] = new { groups = "src1" };
            told["_claim_sources"] = new { src1 = new { endpoint = new Uri(provider.Issuer, "getMemberObjects") } };
        }
        else if (person.Groups.Count > 0)
        {
            told["groups"] = person.Groups;
        }

        return told;
    }

    private static ClaimsIdentity Identity(string subject, Dictionary<string, object> told) =>
        new ClaimsIdentity("provider").SetClaim(Claims.Subject, subject).SetClaim(Told, JsonSerializer.Serialize(told));

    private static Dictionary<string, object> Read(byte[] json) => JsonSerializer.Deserialize<Dictionary<string, object>>(json)!;
}
