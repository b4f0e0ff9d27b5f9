using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Signing in with the manager key, and out.</summary>
internal sealed partial class SignInPages(
    SessionTokens tokens, Sessions sessions, SignInLimit limit, GrantDesk grants, DeskNotes notes, PagesOptions options, ILogger<SignInPages> log,
    ProviderPages? provider = null)
{
    /// <summary>The field of the key.</summary>
    public const string KeyField = "key";

    /// <summary>The field of the button by which somebody signs out, and what it says where that is to hold everywhere.</summary>
    public const string Button = "do";

    public const string Everywhere = "everywhere";

    /// <summary>Asks who somebody is.</summary>
    public async Task<IResult> ShowAsync(HttpContext context) =>
        await sessions.FindAsync(context).ConfigureAwait(false) is null
            ? Ask(context, StatusCodes.Status200OK, null)
            : ManagerShow.GoTo(context, ManagerPaths.Home);

    /// <summary>Asks somebody to prove once more who they are, before what cannot be undone.</summary>
    public async Task<IResult> AskAgainAsync(HttpContext context) => ManagerShow.Page<ProveAgainPage>(
        context, StatusCodes.Status200OK, (nameof(ProveAgainPage.To), context.Request.Query[ProviderPages.To].ToString()),
        (nameof(ProveAgainPage.IsUntold), await sessions.FindAsync(context).ConfigureAwait(false) is { Kept.Provider.AuthenticatedAt: var at } && at == NodaTime.Instant.MinValue));

    /// <summary>Signs in with the manager key.</summary>
    public async Task<IResult> SignInAsync(HttpContext context)
    {
        var typed = SentForm.Of(context).First(KeyField);
        if (typed.Length == 0)
        {
            return Ask(context, StatusCodes.Status422UnprocessableEntity, SignInWords.Missing);
        }

        if (!tokens.IsManagerKey(typed))
        {
            Wrong(log);
            return await notes.RefusedAtTheDoorAsync(context, SignInWords.WrongKey).ConfigureAwait(false) is { } wait
                ? TellToWait(context, wait) : Ask(context, StatusCodes.Status422UnprocessableEntity, SignInWords.Wrong);
        }

        await sessions.StartAsync(context, AccountId.ManagerKey, null).ConfigureAwait(false);
        await notes.NoteAsync(notes.Act(context, AccountId.ManagerKey, AccessDeeds.SignedIn, SignInWords.WithKey)).ConfigureAwait(false);
        return ManagerShow.GoTo(context, ManagerPaths.Home);
    }

    /// <summary>Signs out, here or everywhere, and at the provider too.</summary>
    public async Task<IResult> SignOutAsync(HttpContext context)
    {
        var session = ManagerSession.Of(context);
        await sessions.EndAsync(context, SentForm.Of(context).First(Button) == Everywhere).ConfigureAwait(false);
        return session.Kept.Provider is not null && provider is not null
            ? await provider.LeaveForGoodAsync(context).ConfigureAwait(false) : Layout.Show.SeeOther(ManagerPaths.SignInOf(context));
    }

    /// <summary>Makes whoever has signed in and knows the code the first administrator.</summary>
    public async Task<IResult> UseCodeAsync(HttpContext context)
    {
        var session = ManagerSession.Of(context);
        var outcome = session.Kept.Provider is null ? GrantOutcome.NoAccount : await grants.UseCodeAsync(
            ManagerSession.AskerOf(context, options), SentForm.Of(context).First(KeyField), CancellationToken.None).ConfigureAwait(false);
        if (outcome == GrantOutcome.Done)
        {
            return ManagerShow.GoTo(context, ManagerPaths.Access);
        }

        await notes.NoteAsync(notes.Act(context, session.Access.Account, AccessDeeds.Refused, SignInWords.WithCode)).ConfigureAwait(false);
        if (limit.Failed(context) is { } wait)
        {
            SayToWait(context, wait);
        }

        return ManagerShow.Page<Accounts.YouPage>(
            context, StatusCodes.Status422UnprocessableEntity, (nameof(Accounts.YouPage.Of), session), (nameof(Accounts.YouPage.Problem), SignInWords.WrongCode));
    }

    /// <summary>The page that says why somebody was not let in.</summary>
    public static IResult Refused(HttpContext context, Sorry sorry) => ManagerShow.Sorry(context, StatusCodes.Status400BadRequest, sorry);

    private IResult TellToWait(HttpContext context, TimeSpan wait)
    {
        TooMany(log);
        SayToWait(context, wait);
        return Ask(context, StatusCodes.Status429TooManyRequests, SignInWords.TooMany);
    }

    private static void SayToWait(HttpContext context, TimeSpan wait) =>
        context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);

    private static IResult Ask(HttpContext context, int status, string? problem) => ManagerShow.Page<SignInPage>(context, status, nameof(SignInPage.Problem), problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody tried to sign in at /manage with a wrong key")]
    private static partial void Wrong(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Many wrong keys at /manage from one client, which is told to wait")]
    private static partial void TooMany(ILogger log);
}
