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

    /// <summary>Whether what was asked for was done.</summary>
    public static bool IsDone(object? answer) => answer is IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices };
}
