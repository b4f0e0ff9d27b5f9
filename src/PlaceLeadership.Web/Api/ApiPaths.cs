using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Api;

/// <summary>The addresses of the API. Ids stand in them, and never a name.</summary>
internal static class ApiPaths
{
    public const string Home = "/api/v1";

    public const string Description = Home + "/openapi.json";

    /// <summary>Whether a request is to the API, so that whatever breaks is said in its form.</summary>
    public static bool IsApi(HttpContext context, PagesOptions options) => options.Provider is not null && context.Request.Path.StartsWithSegments(Home, StringComparison.Ordinal);

    public static string Cohort(CohortId id) => $"{Home}/cohorts/{id}";
}
