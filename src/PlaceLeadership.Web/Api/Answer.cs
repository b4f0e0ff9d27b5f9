using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Api;

/// <summary>The answers that say what there is, or what was done.</summary>
internal static class Answer
{
    public static IResult Ok<T>(T value) => Results.Json(value, ApiJson.Options, ApiJson.MediaType, StatusCodes.Status200OK);

    public static IResult Created<T>(HttpContext context, string path, T value)
    {
        context.Response.Headers.Location = context.Request.PathBase.ToUriComponent() + path;
        return Results.Json(value, ApiJson.Options, ApiJson.MediaType, StatusCodes.Status201Created);
    }

    /// <summary>Done, and there is nothing to tell.</summary>
    public static IResult Done() => Results.NoContent();

    /// <summary>An answer that says that it is done, though it was so already.</summary>
    public static object? ChangingNothing(object? answer) => answer is IResult result ? new Noted(result, Changes: false) : answer;

    /// <summary>An answer that says that it was not done, though some of it was.</summary>
    public static IResult ChangingSomething(IResult answer) => new Noted(answer, Changes: true);

    /// <summary>Whether something was changed, which is to be noted.</summary>
    public static bool Changed(object? answer) => answer is Noted noted ? noted.Changes : IsDone(answer);

    /// <summary>Whether what was asked for was done.</summary>
    public static bool IsDone(object? answer) => answer is IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices };

    private sealed record Noted(IResult Result, bool Changes) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => (Result as IStatusCodeHttpResult)?.StatusCode;

        public Task ExecuteAsync(HttpContext httpContext) => Result.ExecuteAsync(httpContext);
    }
}
