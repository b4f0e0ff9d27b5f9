using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>How people and organisations are called in sentences; the rules only know ids.</summary>
/// <param name="Person">From the id of a person.</param>
/// <param name="Organisation">From the id of an organisation.</param>
public sealed record Names(Func<string, string> Person, Func<string, string> Organisation)
{
    /// <summary>The ids themselves.</summary>
    public static Names Ids { get; } = new(id => id, id => id);

    internal string People(IEnumerable<string> ids) => Listed([.. ids.Select(Person)]);

    internal static string Listed(IReadOnlyList<string> words) => words.Count == 0 ? "nobody" : TwoLanguages.Listed(words, "en");
}
