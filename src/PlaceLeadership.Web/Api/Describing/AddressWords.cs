using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PlaceLeadership.Web.Api.Problems;

namespace PlaceLeadership.Web.Api.Describing;

/// <summary>A header or a word of the query that an address takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsHeader">Whether it is a header.</param>
/// <param name="Required">Whether it has to be there.</param>
/// <param name="Description">What it says.</param>
internal sealed record TakesParameter(string Name, bool IsHeader, bool Required, string Description);

/// <summary>Says of addresses what the description of the API says of them.</summary>
internal static class AddressWords
{
    private const string IfMatch = "The ETag of the cohort as it was read: what is asked for rests on it. '*' for whatever it is by now.";

    /// <summary>What it is called, and what it does.</summary>
    public static TBuilder Says<TBuilder>(this TBuilder endpoint, string name, string summary) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithName(name).WithSummary(summary);

    /// <summary>What it answers with.</summary>
    public static TBuilder Gives<TBuilder>(this TBuilder endpoint, Type? type, int status = StatusCodes.Status200OK) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(type is null ? new ProducesResponseTypeMetadata(status, typeof(void)) : new ProducesResponseTypeMetadata(status, type, [ApiJson.MediaType]));

    /// <summary>With which problems it may answer instead.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params IReadOnlyList<int> statuses) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata([.. statuses.Select(status => new ProducesResponseTypeMetadata(status, typeof(ApiProblem), [ApiProblems.MediaType]))]);

    /// <summary>A word of the query that it takes.</summary>
    public static TBuilder Asks<TBuilder>(this TBuilder endpoint, string name, string description) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new TakesParameter(name, IsHeader: false, Required: false, description));

    /// <summary>A header that it takes.</summary>
    public static TBuilder Hears<TBuilder>(this TBuilder endpoint, string name, string description) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new TakesParameter(name, IsHeader: true, Required: false, description));

    /// <summary>That it changes a cohort as somebody has seen it.</summary>
    public static TBuilder ChangesWhatWasSeen<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder => endpoints
        .WithMetadata(new TakesParameter("If-Match", IsHeader: true, Required: true, IfMatch))
        .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired);
}
