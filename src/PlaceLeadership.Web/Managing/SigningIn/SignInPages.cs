using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Signing in and out.</summary>
internal sealed partial class SignInPages(
    SessionTokens tokens, SignInLimit limit, SignedOut signedOut, PagesOptions options, ILogger<SignInPages> log)
{
    /// <summary>The field of the key.</summary>
    public const string KeyField = "key";

    /// <summary>Asks for the key.</summary>
    public async Task<IResult> ShowAsync(HttpContext context) =>
        tokens.Read(SessionCookie.Read(context, options), options.RealClock.Now()) is not { } session
        || await signedOut.HoldsAsync(session, context.RequestAborted).ConfigureAwait(false)
            ? Ask(context, StatusCodes.Status200OK, null)
            : ManagerShow.GoTo(context, ManagerPaths.Home);

    /// <summary>Signs in.</summary>
    public IResult SignIn(HttpContext context)
    {
        var typed = SentForm.Of(context).First(KeyField);
        if (typed.Length == 0)
        {
            return Ask(context, StatusCodes.Status422UnprocessableEntity, SignInWords.Missing);
        }

        if (!tokens.IsManagerKey(typed))
        {
            Wrong(log);
            return limit.Failed(context) is { } wait ? TellToWait(context, wait)
                : Ask(context, StatusCodes.Status422UnprocessableEntity, SignInWords.Wrong);
        }

        SessionCookie.Put(context, tokens.Issue(options.RealClock.Now()), options);
        return ManagerShow.GoTo(context, ManagerPaths.Home);
    }

    /// <summary>Signs out.</summary>
    public async Task<IResult> SignOutAsync(HttpContext context)
    {
        await signedOut.AddAsync(ManagerSession.Of(context), CancellationToken.None).ConfigureAwait(false);
        SessionCookie.Remove(context, options);
        return Layout.Show.SeeOther(ManagerPaths.SignIn(context));
    }

    private IResult TellToWait(HttpContext context, TimeSpan wait)
    {
        TooMany(log);
        context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
        return Ask(context, StatusCodes.Status429TooManyRequests, SignInWords.TooMany);
    }

    private static IResult Ask(HttpContext context, int status, string? problem) =>
        ManagerShow.Page<SignInPage>(context, status, nameof(SignInPage.Problem), problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody tried to sign in at /manage with a wrong key")]
    private static partial void Wrong(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Many wrong keys at /manage from one client, which is told to wait")]
    private static partial void TooMany(ILogger log);
}
