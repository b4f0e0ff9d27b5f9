using Microsoft.AspNetCore.Http;
using PlaceLeadership.Web.Managing;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Api.Problems;

/// <summary>The answers that say what did not work.</summary>
internal static class ApiProblems
{
    public const string MediaType = "application/problem+json";

    private static readonly Dictionary<int, (string Word, Sorry Sorry)> OfStatus = new()
    {
        [StatusCodes.Status400BadRequest] = ("malformed", ApiWords.BadRequest),
        [StatusCodes.Status404NotFound] = ("no-address", ApiWords.NoAddress),
        [StatusCodes.Status405MethodNotAllowed] = ("wrong-verb", ApiWords.WrongVerb),
        [StatusCodes.Status415UnsupportedMediaType] = ("wrong-media-type", ApiWords.WrongMediaType),
        [StatusCodes.Status500InternalServerError] = ("failed", ApiWords.Failed),
        [StatusCodes.Status503ServiceUnavailable] = ("away", ApiWords.Away),
    };

    /// <summary>Whoever asks has not said who they are, or not in a way that holds (RFC 6750, 3).</summary>
    public static IResult NotKnown(HttpContext context, bool saidSomething)
    {
        context.Response.Headers.WWWAuthenticate = saidSomething ? "Bearer realm=\"placelead\", error=\"invalid_token\"" : "Bearer realm=\"placelead\"";
        return Of(StatusCodes.Status401Unauthorized, "no-token", saidSomething ? ApiWords.WrongToken : ApiWords.NoToken);
    }

    public static IResult NotYours() => Of(StatusCodes.Status403Forbidden, "not-yours", ApiWords.NotYours);

    public static IResult NoCohort() => Of(StatusCodes.Status404NotFound, "no-cohort", ManagerWords.NoCohort);

    public static IResult TooLarge() => Of(StatusCodes.Status413PayloadTooLarge, "too-large", ManagerWords.TooLarge);

    public static IResult NoCondition() => Of(StatusCodes.Status428PreconditionRequired, "no-if-match", ApiWords.NoCondition);

    public static IResult Stale() => Of(StatusCodes.Status412PreconditionFailed, "stale", ApiWords.Stale);

    public static IResult StaleInPart() => Of(StatusCodes.Status412PreconditionFailed, "stale-in-part", ApiWords.StaleInPart);

    public static IResult ProviderAway(HttpContext context)
    {
        ComeAgain.Ask(context);
        return Of(StatusCodes.Status503ServiceUnavailable, "provider-away", ApiWords.ProviderAway);
    }

    /// <summary>What was sent cannot be read.</summary>
    public static IResult Malformed(params IReadOnlyList<ApiMistake> mistakes) =>
        Of(StatusCodes.Status400BadRequest, "malformed", ApiWords.Malformed, mistakes);

    /// <summary>What was sent can be read, and is not right.</summary>
    public static IResult Invalid(params IReadOnlyList<ApiMistake> mistakes) =>
        Of(StatusCodes.Status422UnprocessableEntity, "invalid", ApiWords.Invalid, mistakes);

    /// <summary>It does not go with how things stand.</summary>
    public static IResult Conflict(params IReadOnlyList<ApiMistake> mistakes) =>
        Of(StatusCodes.Status409Conflict, "conflict", ApiWords.Conflict, mistakes);

    /// <summary>What is not there, and is not a cohort.</summary>
    public static IResult Missing(string what) => Of(StatusCodes.Status404NotFound, "missing", ApiWords.Missing(what));

    /// <summary>What the platform refused with a status alone, or null where that is no refusal that we know.</summary>
    public static IResult? OfPlatform(int status) => OfStatus.TryGetValue(status, out var known) ? Of(status, known.Word, known.Sorry) : null;

    /// <summary>What broke.</summary>
    public static IResult Broken(HttpContext context, bool unreachable)
    {
        if (unreachable)
        {
            ComeAgain.Ask(context);
        }

        return OfPlatform(unreachable ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError)!;
    }

    private static IResult Of(int status, string word, Sorry sorry, IReadOnlyList<ApiMistake>? mistakes = null) => Results.Json(
        new ApiProblem($"urn:placelead:problem:{word}", sorry.Title, status, string.Join(' ', sorry.Text)) { Errors = mistakes is { Count: > 0 } ? mistakes : null },
        ApiJson.Options, MediaType, status);
}
