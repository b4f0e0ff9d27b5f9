using System.Buffers.Text;
using System.Collections.Concurrent;
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

    // How long one that did not answer is left alone, so that not every page waits for it.
    private static readonly Duration Pause = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<Session?>>> _asking = new();
    private long _leftAloneUntil;

    /// <summary>Encrypts what the provider is asked again by.</summary>
    public string? Seal(string? token) => string.IsNullOrEmpty(token) ? null : SealedText.Seal(keys, Purpose, token);

    /// <summary>The sign-in with what the provider says now, if its word is old; null when it says that it is over.</summary>
    public async Task<Session?> AskAgainAsync(Session session, Instant now, CancellationToken cancellation)
    {
        if (session.Provider is not { Refresh: not null } word || now < word.SaidAt + ProviderWord.AskedAfter || now < Instant.FromUnixTimeTicks(Volatile.Read(ref _leftAloneUntil)))
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
            var (says, identity, next) = await RedeemAsync(token).ConfigureAwait(false);
            if (identity is not null && ProviderClaims.Account(identity, now).Id == session.Account)
            {
                var heard = ProviderClaims.Word(identity, provider, Seal(next) ?? word.Refresh, now) with { SignIn = word.SignIn, AuthenticatedAt = word.AuthenticatedAt };
                await store.HearAsync(session, heard, CancellationToken.None).ConfigureAwait(false);
                return session with { Provider = heard };
            }

            // Only this says that it is over (RFC 6749, 5.2); another account's token is nothing that can come by itself.
            if (identity is null && says != "invalid_grant")
            {
                return LeaveAlone(session, now);
            }
        }
        catch (Exception away) when (away is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException or JsonException)
        {
            Away(log, away);
            return LeaveAlone(session, now);
        }

        await store.EndAsync(session, now, CancellationToken.None).ConfigureAwait(false);
        return null;
    }

    private Session LeaveAlone(Session session, Instant now)
    {
        Volatile.Write(ref _leftAloneUntil, (now + Pause).ToUnixTimeTicks());
        return session;
    }

    private async Task<(string? Error, ClaimsIdentity? Identity, string? Refresh)> RedeemAsync(string token)
    {
        var configuration = await tokens.ConfigurationAsync(CancellationToken.None).ConfigureAwait(false);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = token,
            ["client_id"] = provider.ClientId,
            ["client_secret"] = provider.ClientSecret,
        });
        using var answer = await oidc.Get(ProviderSignIn.Scheme).Backchannel.PostAsync(new Uri(configuration.TokenEndpoint), form).ConfigureAwait(false);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync().ConfigureAwait(false));
        string? Text(string name) => document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        return (Text("error"), answer.IsSuccessStatusCode && Text("id_token") is { } id ? await tokens.ReadAsync(id).ConfigureAwait(false) : null, Text("refresh_token"));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in service could not be asked again what somebody may do")]
    private static partial void Away(ILogger log, Exception away);
}
