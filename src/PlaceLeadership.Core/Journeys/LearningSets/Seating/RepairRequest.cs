using PlaceLeadership.Core.Places;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>Sets that are there, and what has changed since they were formed.</summary>
/// <param name="People">
/// Everybody: who is in a set, who leaves, and who joins. Whoever is in no set and does not leave joins and gets a place.
/// </param>
/// <param name="Sets">The ids of the members of each set. A set keeps its number, which is its place in this list, from 1.</param>
/// <param name="Limits">When the search stops; a step is one person put into a set by way of trial.</param>
public sealed record RepairRequest(IReadOnlyList<Profile> People, IReadOnlyList<IReadOnlyList<string>> Sets, SearchLimits Limits)
{
    /// <summary>Ids of people who leave.</summary>
    public IReadOnlyCollection<string> Leaving { get; init; } = [];

    /// <summary>
    /// Ids of people who decline the set they are in. They get a place in another set, and count as people who asked to move.
    /// </summary>
    public IReadOnlyCollection<string> Declining { get; init; } = [];

    /// <summary>The hard rules, with sets that were declined earlier. Those declined now need not be among them.</summary>
    public SeatingRules Rules { get; init; } = new();

    /// <summary>What counts as diverse.</summary>
    public SeatingWeights Weights { get; init; } = new();

    /// <summary>Throws a sentence when the request contradicts itself.</summary>
    internal void Check()
    {
        new SeatingRequest(People, Limits) { Rules = Rules, Weights = Weights }.Check();
        var known = People.Select(person => person.Id).ToHashSet(StringComparer.Ordinal);
        var seated = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in Sets.SelectMany(set => set))
        {
            if (!known.Contains(id) || !seated.Add(id))
            {
                throw new ArgumentException(known.Contains(id) ? $"{id} is in two sets." : $"{id} is in a set but not among the people.");
            }
        }

        if (Declining.FirstOrDefault(id => !seated.Contains(id) || Leaving.Contains(id)) is { } wrong)
        {
            throw new ArgumentException($"{wrong} cannot decline a set: they leave, or are in none.");
        }
    }
}
