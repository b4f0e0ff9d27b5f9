using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Web.Managing.Groups;

namespace PlaceLeadership.Web.Journeys;

/// <summary>
/// The pages of a kind of step beside those that every kind has: its prompts are answered and its replies read without any of this.
/// Those of this project are found; a host that adds another to its services has its pages too.
/// </summary>
public abstract class JourneyPages
{
    /// <summary>All of this project, by the names of their folders. Each needs no more than to be made.</summary>
    internal static IEnumerable<JourneyPages> BuiltIn() => typeof(JourneyPages).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(JourneyPages))).OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => (JourneyPages)Activator.CreateInstance(type)!);

    /// <summary>Adds what the pages need.</summary>
    public virtual void AddTo(IServiceCollection services)
    {
    }

    /// <summary>
    /// Maps what stands behind private links. Nobody is asked who they are here: each page reads its link, and shows no more than the
    /// link is for.
    /// </summary>
    public virtual void MapLinks(IEndpointRouteBuilder pages)
    {
    }

    /// <summary>Maps what managers who have signed in see and do, below the page of a cohort; <c>{id}</c> is the cohort.</summary>
    public virtual void MapForManagers(IEndpointRouteBuilder cohort)
    {
    }

    /// <summary>What a manager sees of the kind on the page about who is brought together in a cohort; null when there is nothing to see.</summary>
    public virtual Task<JourneyPart?> PartAsync(GroupsSheet sheet, CancellationToken cancellation) => Task.FromResult<JourneyPart?>(null);
}

/// <summary>What a manager sees of a kind of step in a cohort.</summary>
/// <param name="ToCome">What is not there yet, each as a sentence.</param>
/// <param name="Component">The component that shows what is there, or null. It takes an <c>At</c> beside its parameters.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record JourneyPart(IReadOnlyList<string> ToCome, Type? Component, IReadOnlyDictionary<string, object?> Parameters);
