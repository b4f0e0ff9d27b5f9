using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>
/// Asks the provider again what it grants, some minutes before its word lapses: whoever lost a role there, or left, loses it here within a
/// quarter of an hour. A provider that cannot be reached changes nothing until then.
/// </summary>
internal sealed partial class ProviderRefresh(
    ProviderTokens tokens, SessionStore store, KeyRing keys, IOptionsMonitor<OpenIdConnectOptions> oidc, SignInProvider provider, ILogger<ProviderRefresh> log)
{
    private const string Purpose = "placeleadership/manage/refresh";

    private readonly ConcurrentDictionary<string, Lazy<Task<Session?>>> _asking = new();

    /// <summary>Encrypts what the provider is asked again by.</summary>
    public string? Seal(string? token) => string.IsNullOrEmpty(token) ? null : SealedText.Seal(keys, Purpose, token);

    /// <summary>The sign-in with what the provider says now, if its word is old; null when it says that it is over.</summary>
    public async Task<Session?> AskAgainAsync(Session session, Instant now, CancellationToken cancellation)
    {
        if (session.Provider is not { Refresh: not null } word || now < word.SaidAt + ProviderWord.AskedAfter)
        {
            return session;
        }

        // Once for all requests of a page: a provider takes each token once.
        try
        {
            return await _asking.GetOrAdd(session.Key, _ => new(() => AskAsync(session, word, now))).Value.WaitAsync(cancellation).ConfigureAwait(false);
        }
        finally
        {
            _asking.TryRemove(session.Key, out _);
        }
    }

    private async Task<Session?> AskAsync(Session session, ProviderWord word, Instant now)
    {
        // Another instance may have asked since this one read the row.
        var fresh = await store.ReadAgainAsync(session, CancellationToken.None).ConfigureAwait(false);
        if (fresh?.Provider?.SaidAt != word.SaidAt)
        {
            return fresh;
        }

        if (SealedText.Open(keys, Purpose, Base64Url.DecodeFromChars(word.Refresh)) is not { } token)
        {
            return session;
        }

        try
        {
            var (status, identity, next) = await RedeemAsync(token).ConfigureAwait(false);
            if (identity is not null && ProviderClaims.Account(identity, now).Id == session.Account)
            {
                var heard = ProviderClaims.Word(identity, provider, Seal(next) ?? word.Refresh, now) with { SignIn = word.SignIn, AuthenticatedAt = word.AuthenticatedAt };
                await store.HearAsync(session, heard, CancellationToken.None).ConfigureAwait(false);
                return session with { Provider = heard };
            }

            // Only what is a no is one (RFC 6749, 5.2); all else may pass.
            if (status is not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized))
            {
                return session;
            }
        }
        catch (Exception away) when (away is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException)
        {
            Away(log, away);
            return session;
        }

        await store.EndAsync(session, now, CancellationToken.None).ConfigureAwait(false);
        return null;
    }

    private async Task<(HttpStatusCode Status, ClaimsIdentity? Identity, string? Refresh)> RedeemAsync(string token)
    {
        var settings = oidc.Get(ProviderSignIn.Scheme);
        var configuration = await settings.ConfigurationManager!.GetConfigurationAsync(CancellationToken.None).ConfigureAwait(false);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = token,
            ["client_id"] = provider.ClientId,
            ["client_secret"] = provider.ClientSecret,
        });
        using var answer = await settings.Backchannel.PostAsync(new Uri(configuration.TokenEndpoint), form).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode)
        {
            return (answer.StatusCode, null, null);
        }

        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync().ConfigureAwait(false));
        string? Text(string name) => document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        return (answer.StatusCode, Text("id_token") is { } id ? await tokens.ReadAsync(id).ConfigureAwait(false) : null, Text("refresh_token"));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in service could not be asked again what somebody may do")]
    private static partial void Away(ILogger log, Exception away);
}
