using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Begins, finds and ends the sign-in of a browser: the cookie that it holds, and what is kept of it.</summary>
internal sealed class Sessions(
    SessionTokens tokens, SessionStore store, DeskNotes notes, AttackSigns signs, PagesOptions options, ProviderRefresh? refresh = null)
{
    /// <summary>Signs in.</summary>
    /// <returns>False when the provider ended that while somebody was on the way back.</returns>
    public async Task<bool> StartAsync(HttpContext context, AccountId account, ProviderWord? provider)
    {
        var now = options.RealClock.Now();
        if (await KeptAsync(context, now).ConfigureAwait(false) is (_, var before, _))
        {
            // What the browser had is over, so that nobody goes on with it who came by it.
            await store.EndAsync(before, now, CancellationToken.None).ConfigureAwait(false);
        }

        var (secret, cookie) = tokens.Issue(account);
        if (!await store.StartAsync(account, secret, provider, now, CancellationToken.None).ConfigureAwait(false))
        {
            return false;
        }

        SessionCookie.Put(context, cookie, options);
        return true;
    }

    /// <summary>The sign-in of this browser, or null when it has none that holds. For a forged cookie nothing is read.</summary>
    public async Task<ManagerSession?> FindAsync(HttpContext context)
    {
        var now = options.RealClock.Now();
        return await KeptAsync(context, now).ConfigureAwait(false) is var (token, kept, account)
            ? await WithAccessAsync(token, kept, account, now, context.RequestAborted).ConfigureAwait(false) : null;
    }

    /// <summary>Whether this browser holds the cookie of a sign-in, which may be over.</summary>
    public bool HadOne(HttpContext context) => tokens.Read(SessionCookie.Read(context, options)) is not null;

    private async Task<(SessionToken Token, Session Kept, Account? Account)?> KeptAsync(HttpContext context, Instant now)
    {
        var cookie = SessionCookie.Read(context, options);
        if (tokens.Read(cookie) is not { } token)
        {
            if (cookie.Length > 0)
            {
                signs.ForgedCookie();
            }

            return null;
        }

        return await store.FindAsync(token.Account, token.Secret, now, context.RequestAborted).ConfigureAwait(false) is var (kept, account)
            ? (token, kept, account) : null;
    }

    /// <summary>Signs out here, or wherever somebody signed in to the same account.</summary>
    public async Task EndAsync(HttpContext context, bool everywhere)
    {
        var (kept, now) = (ManagerSession.Of(context).Kept, options.RealClock.Now());
        await notes.NoteAsync(notes.Act(context, kept.Account, everywhere ? AccessDeeds.SignedOutEverywhere : AccessDeeds.SignedOut)).ConfigureAwait(false);
        await (everywhere ? store.EndAllAsync(kept.Account, now, CancellationToken.None) : store.EndAsync(kept, now, CancellationToken.None)).ConfigureAwait(false);
        SessionCookie.Remove(context, options);
    }

    /// <summary>Where somebody is signed in to the same account, latest used first.</summary>
    public Task<IReadOnlyList<Session>> ListAsync(HttpContext context) =>
        store.ListAsync(ManagerSession.Of(context).Kept.Account, options.RealClock.Now(), context.RequestAborted);

    /// <summary>Ends another sign-in of the same account; one that is over already stays so.</summary>
    public async Task EndOtherAsync(HttpContext context, string mark)
    {
        if ((await ListAsync(context).ConfigureAwait(false)).FirstOrDefault(session => session.Mark == mark) is { } other)
        {
            await notes.NoteAsync(notes.Act(context, other.Account, AccessDeeds.SignedOutElsewhere)).ConfigureAwait(false);
            await store.EndAsync(other, options.RealClock.Now(), CancellationToken.None).ConfigureAwait(false);
        }
    }

    // What was granted is read anew for each request, so that what was taken away is gone at the next.
    private async Task<ManagerSession?> WithAccessAsync(SessionToken token, Session kept, Account? account, Instant now, CancellationToken cancellation)
    {
        if (kept.Account == AccountId.ManagerKey)
        {
            return new ManagerSession(token.Payload, token.Proof, kept, Access.OfManagerKey, null);
        }

        // A provider that said no ended the sign-in. One that gives nothing to ask it by is asked by way of the browser: somebody signs in again.
        var heard = refresh is null ? kept : await refresh.AskAgainAsync(kept, now, cancellation).ConfigureAwait(false);
        return heard is { Provider: { } word } && !word.HasLapsedForGood(now) && account is not null
            ? new ManagerSession(token.Payload, token.Proof, heard, new Access(account.Id, [.. account.Grants.Union(word.GrantsAt(now))]), account.Called) : null;
    }
}
