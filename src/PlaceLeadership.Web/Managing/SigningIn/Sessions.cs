using Microsoft.AspNetCore.Http;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Begins, finds and ends the sign-in of a browser: the cookie that it holds, and what is kept of it.</summary>
internal sealed class Sessions(SessionTokens tokens, SessionStore store, PagesOptions options)
{
    /// <summary>Signs in.</summary>
    public async Task StartAsync(HttpContext context, AccountId account)
    {
        var (secret, cookie) = tokens.Issue(account);
        await store.StartAsync(account, secret, options.RealClock.Now(), CancellationToken.None).ConfigureAwait(false);
        SessionCookie.Put(context, cookie, options);
    }

    /// <summary>The sign-in of this browser, or null when it has none that holds. For a forged cookie nothing is read.</summary>
    public async Task<ManagerSession?> FindAsync(HttpContext context) =>
        tokens.Read(SessionCookie.Read(context, options)) is { } token
        && await store.FindAsync(token.Account, token.Secret, options.RealClock.Now(), context.RequestAborted).ConfigureAwait(false) is { } kept
            ? new ManagerSession(token.Payload, token.Proof, kept) : null;

    /// <summary>Signs out here, or wherever somebody signed in to the same account.</summary>
    public async Task EndAsync(HttpContext context, bool everywhere)
    {
        var (kept, now) = (ManagerSession.Of(context).Kept, options.RealClock.Now());
        await (everywhere ? store.EndAllAsync(kept.Account, now, CancellationToken.None) : store.EndAsync(kept, now, CancellationToken.None)).ConfigureAwait(false);
        SessionCookie.Remove(context, options);
    }
}
