using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Core.Time;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Signing in and out.</summary>
internal sealed partial class SignInPages(
    SessionTokens tokens, SignInLimit limit, PagesOptions options, ILogger<SignInPages> log)
{
    /// <summary>The field of the key.</summary>
    public const string KeyField = "key";

    /// <summary>Asks for the key.</summary>
    public IResult Show(HttpContext context) =>
        tokens.Read(SessionCookie.Read(context), options.RealClock.Now()) is null
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

        if (!limit.Allows())
        {
            TooMany(log);
            context.Response.Headers.RetryAfter = "60";
            return Ask(context, StatusCodes.Status429TooManyRequests, SignInWords.TooMany);
        }

        if (!tokens.IsManagerKey(typed))
        {
            limit.Failed();
            Wrong(log);
            return Ask(context, StatusCodes.Status422UnprocessableEntity, SignInWords.Wrong);
        }

        SessionCookie.Put(context, tokens.Issue(options.RealClock.Now()), options);
        return ManagerShow.GoTo(context, ManagerPaths.Home);
    }

    /// <summary>Signs out.</summary>
    public IResult SignOut(HttpContext context)
    {
        SessionCookie.Remove(context, options);
        return Layout.Show.SeeOther(ManagerPaths.SignIn(context));
    }

    private static IResult Ask(HttpContext context, int status, string? problem) =>
        ManagerShow.Page<SignInPage>(context, status, nameof(SignInPage.Problem), problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody tried to sign in at /manage with a wrong key")]
    private static partial void Wrong(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Too many wrong keys at /manage in a minute: no key is looked at for a while")]
    private static partial void TooMany(ILogger log);
}
