using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Core;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Signing in and out.</summary>
internal sealed partial class SignInPages(
    SessionTokens tokens, Sessions sessions, SignInLimit limit, ILogger<SignInPages> log)
{
    /// <summary>The field of the key.</summary>
    public const string KeyField = "key";

    /// <summary>The field of the button by which somebody signs out, and what it says where that is to hold everywhere.</summary>
    public const string Button = "do";

    public const string Everywhere = "everywhere";

    /// <summary>Asks for the key.</summary>
    public async Task<IResult> ShowAsync(HttpContext context) =>
        await sessions.FindAsync(context).ConfigureAwait(false) is null
            ? Ask(context, StatusCodes.Status200OK, null)
            : ManagerShow.GoTo(context, ManagerPaths.Home);

    /// <summary>Signs in.</summary>
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
            return limit.Failed(context) is { } wait ? TellToWait(context, wait)
                : Ask(context, StatusCodes.Status422UnprocessableEntity, SignInWords.Wrong);
        }

        await sessions.StartAsync(context, AccountId.ManagerKey).ConfigureAwait(false);
        return ManagerShow.GoTo(context, ManagerPaths.Home);
    }

    /// <summary>Signs out, here or everywhere.</summary>
    public async Task<IResult> SignOutAsync(HttpContext context)
    {
        await sessions.EndAsync(context, SentForm.Of(context).First(Button) == Everywhere).ConfigureAwait(false);
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
