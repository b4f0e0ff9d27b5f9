using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>
/// Whether a strength offered meets a wish to grow. People write them freely, so words are compared, not sentences: they meet
/// when they share a word of at least four letters that says something ("Chairing meetings" and "Chairing"). Words that say
/// little in such lists are passed over.
/// </summary>
public sealed class Interests
{
    private const int LettersLeast = 4;

    private static readonly HashSet<string> SaysLittle = new(StringComparer.Ordinal)
    {
        "about", "anything", "being", "between", "building", "doing", "every", "from", "getting", "having", "into", "knowing",
        "large", "leader", "leaders", "leadership", "leading", "making", "more", "other", "others", "people", "skills", "someone",
        "something", "taking", "that", "their", "them", "things", "time", "using", "what", "when", "where", "which", "with",
        "without", "work", "working", "your",
    };

    private readonly int[][] _offered;
    private readonly int[][] _sought;

    /// <summary>The interests of these people, who are numbered in their order.</summary>
    public Interests(IReadOnlyList<Profile> people)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        _offered = [.. people.Select(person => Numbered(person.StrengthsOffered, numbers))];
        _sought = [.. people.Select(person => Numbered(person.GrowthSought, numbers))];
    }

    /// <summary>In how many directions a strength meets a wish: 0, 1 or 2.</summary>
    public int Exchanges(int one, int other) =>
        (Meet(_offered[one], _sought[other]) ? 1 : 0) + (Meet(_offered[other], _sought[one]) ? 1 : 0);

    private static bool Meet(int[] offered, int[] sought)
    {
        foreach (var word in offered)
        {
            if (sought.AsSpan().Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    private static int[] Numbered(IReadOnlyList<string> texts, Dictionary<string, int> numbers) =>
    [
        .. texts.SelectMany(SayingWords).Distinct(StringComparer.Ordinal)
            .Select(word => numbers.TryAdd(word, numbers.Count) ? numbers.Count - 1 : numbers[word]),
    ];

    private static IEnumerable<string> SayingWords(string text) =>
        string.Concat(text.Select(letter => char.IsLetter(letter) ? char.ToLowerInvariant(letter) : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Length >= LettersLeast && !SaysLittle.Contains(word));
}
