using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Signing in with the manager key, and out.</summary>
internal sealed partial class SignInPages(
    SessionTokens tokens, Sessions sessions, DeskNotes notes, ILogger<SignInPages> log, ProviderPages? provider = null)
{
    /// <summary>The field of the key.</summary>
    public const string KeyField = "key";

    /// <summary>The field of the button by which somebody signs out, and what it says where that is to hold everywhere.</summary>
    public const string Button = "do";

    public const string Everywhere = "everywhere";

    /// <summary>The field of the button by which somebody ends another sign-in of theirs, and of which it says.</summary>
    public const string Other = "other";

    /// <summary>Asks who somebody is.</summary>
    public async Task<IResult> ShowAsync(HttpContext context) =>
        await sessions.FindAsync(context).ConfigureAwait(false) is null
            ? Ask(context, StatusCodes.Status200OK, null)
            : ManagerShow.GoTo(context, To(context));

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

        await notes.NoteAsync(notes.Act(context, AccountId.ManagerKey, AccessDeeds.SignedIn, SignInWords.WithKey)).ConfigureAwait(false);
        await sessions.StartAsync(context, AccountId.ManagerKey, null).ConfigureAwait(false);
        return ManagerShow.GoTo(context, To(context));
    }

    /// <summary>Signs out, here or everywhere, and at the provider too; or only elsewhere.</summary>
    public async Task<IResult> SignOutAsync(HttpContext context)
    {
        var (session, form) = (ManagerSession.Of(context), SentForm.Of(context));
        if (form.First(Other) is { Length: > 0 } other && other != session.Kept.Mark)
        {
            await sessions.EndOtherAsync(context, other).ConfigureAwait(false);
            return ManagerShow.GoTo(context, ManagerPaths.You);
        }

        await sessions.EndAsync(context, form.First(Button) == Everywhere).ConfigureAwait(false);
        return session.Kept.Provider is not null && provider is not null
            ? await provider.LeaveForGoodAsync(context).ConfigureAwait(false) : Layout.Show.SeeOther(ManagerPaths.SignInOf(context));
    }

    /// <summary>The page that says why somebody was not let in.</summary>
    public static IResult Refused(HttpContext context, Sorry sorry) => ManagerShow.Sorry(context, StatusCodes.Status400BadRequest, sorry);

    private IResult TellToWait(HttpContext context, TimeSpan wait)
    {
        TooMany(log);
        SayToWait(context, wait);
        return Ask(context, StatusCodes.Status429TooManyRequests, SignInWords.TooMany);
    }

    internal static void SayToWait(HttpContext context, TimeSpan wait) =>
        context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);

    private static IResult Ask(HttpContext context, int status, string? problem) =>
        ManagerShow.Page<SignInPage>(context, status, (nameof(SignInPage.Problem), problem), (nameof(SignInPage.To), To(context)));

    // To the page that was asked for.
    private static string To(HttpContext context) => ManagerPaths.Local(
        context.Features.Get<SentForm>() is { } form ? form.First(ProviderPages.To) : context.Request.Query[ProviderPages.To].ToString());

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody tried to sign in at /manage with a wrong key")]
    private static partial void Wrong(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Many wrong keys at /manage from one client, which is told to wait")]
    private static partial void TooMany(ILogger log);
}
