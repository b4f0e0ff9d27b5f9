using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Frozen;
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
    ProviderTokens tokens, SessionStore store, AccessLog history, KeyRing keys, IOptionsMonitor<OpenIdConnectOptions> oidc, SignInProvider provider, ILogger<ProviderRefresh> log)
{
    private const string Purpose = "placeleadership/manage/refresh";

    // What says that the provider does not take us, whoever asks (RFC 6749, 5.2).
    private static readonly FrozenSet<string> OfUs = ["invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_request", "invalid_scope", "temporarily_unavailable"];

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

        // Once for all requests of a page, and to its end whoever leaves meanwhile: a provider takes each token once.
        return await _asking.GetOrAdd(session.Key, _ => new(() => OnceAsync(session, word, now))).Value.WaitAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<Session?> OnceAsync(Session session, ProviderWord word, Instant now)
    {
        try
        {
            return await AskAsync(session, word, now).ConfigureAwait(false);
        }
        finally
        {
            _asking.TryRemove(session.Key, out _);
        }
    }

    private async Task<Session?> AskAsync(Session session, ProviderWord word, Instant now)
    {
        if (await HeardElsewhereAsync(session, word).ConfigureAwait(false) is (true, var fresh))
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

            if (says is not null && OfUs.Contains(says))
            {
                // Nobody signs in anew by that, until whoever runs the server has mended it.
                NotTaken(log, says);
                return LeaveAlone(session, now);
            }

            if (identity is null && says is null)
            {
                // A provider may leave out who it is (OpenID Connect Core 1.0, 12.2): then its word ends in its time, and somebody signs in again.
                await store.HearAsync(session, word with { Refresh = null }, CancellationToken.None).ConfigureAwait(false);
                return session with { Provider = word with { Refresh = null } };
            }
        }
        catch (Exception away) when (away is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException or JsonException)
        {
            Away(log, away);
            return LeaveAlone(session, now);
        }

        return await EndAsync(session, word, now).ConfigureAwait(false);
    }

    // Over (RFC 6749, 5.2), or somebody has to prove more (OpenID Connect Core 1.0, 3.1.2.6), unless another instance asked by the same token.
    private async Task<Session?> EndAsync(Session session, ProviderWord word, Instant now)
    {
        if (await HeardElsewhereAsync(session, word).ConfigureAwait(false) is (true, var fresh))
        {
            return fresh;
        }

        await history.NoteAsync(new AccessAct(now, session.Account, AccessDeeds.SignedOutByProvider)).ConfigureAwait(false);
        await store.EndAsync(session, now, CancellationToken.None).ConfigureAwait(false);
        return null;
    }

    // Whether the sign-in is another than when its row was read: another instance asked, or it was ended.
    private async Task<(bool IsSo, Session? Fresh)> HeardElsewhereAsync(Session session, ProviderWord word)
    {
        var fresh = await store.ReadAgainAsync(session, CancellationToken.None).ConfigureAwait(false);
        return (fresh?.Provider?.SaidAt != word.SaidAt, fresh);
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
        if ((int)answer.StatusCode >= 500 || answer.StatusCode == HttpStatusCode.TooManyRequests)
        {
            throw new HttpRequestException($"The sign-in service answered {(int)answer.StatusCode}.");
        }

        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync().ConfigureAwait(false));
        string? Text(string name) => document.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
        return (answer.IsSuccessStatusCode ? null : Text("error") ?? "", answer.IsSuccessStatusCode && Text("id_token") is { } id ? await tokens.ReadAsync(id).ConfigureAwait(false) : null, Text("refresh_token"));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The sign-in service does not take this server when it is asked again what somebody may do: {Error}. Its roles hold no more in a quarter of an hour")]
    private static partial void NotTaken(ILogger log, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in service could not be asked again what somebody may do")]
    private static partial void Away(ILogger log, Exception away);
}
