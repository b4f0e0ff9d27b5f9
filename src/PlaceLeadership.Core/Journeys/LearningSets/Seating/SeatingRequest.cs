using PlaceLeadership.Core.Places;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>People to be seated in action learning sets.</summary>
/// <param name="People">Up to <see cref="SetsProblem.PeopleMax"/> people with ids of their own.</param>
/// <param name="Limits">
/// Seed, and when each search stops. With steps, every search gets all of them, so the same seed gives the same answer on any
/// machine. With time, prices are found within it; ways out of rules that cannot be kept may take as long again.
/// </param>
public sealed record SeatingRequest(IReadOnlyList<Profile> People, SearchLimits Limits)
{
    /// <summary>The size of set wanted, <see cref="SetCount.Least"/> to <see cref="SetCount.Most"/>.</summary>
    public int TargetSize { get; init; } = SetCount.Usual;

    /// <summary>The hard rules.</summary>
    public SeatingRules Rules { get; init; } = new();

    /// <summary>What counts as diverse.</summary>
    public SeatingWeights Weights { get; init; } = new();

    /// <summary>Whether to find out what each rule costs: one more search for each rule that matters.</summary>
    public bool WithPrices { get; init; }

    /// <summary>Throws a sentence when the request contradicts itself.</summary>
    internal void Check()
    {
        Rules.Check();
        Weights.Check();
        if (TargetSize is < SetCount.Least or > SetCount.Most)
        {
            throw new ArgumentException($"Sets of {TargetSize} were asked for. A set has {SetCount.Least} to {SetCount.Most} people.");
        }

        if (People.Count > SetsProblem.PeopleMax)
        {
            throw new ArgumentException($"{People.Count} people are too many at once. Seat at most {SetsProblem.PeopleMax}.");
        }

        if (People.GroupBy(person => person.Id, StringComparer.Ordinal).FirstOrDefault(all => all.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{twice.Count()} people have the id {twice.Key}. Everybody needs an id of their own.");
        }
    }
}
