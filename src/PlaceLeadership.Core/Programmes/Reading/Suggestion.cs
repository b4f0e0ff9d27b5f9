namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>Finds the word somebody probably meant.</summary>
internal static class Suggestion
{
    // Nobody misspells a word of this length; comparing longer ones would only cost time.
    private const int CharactersMax = 48;

    /// <summary>
    /// The nearest candidate, ignoring case, spaces and underscores, if it is at most about a third of its length away;
    /// otherwise null.
    /// </summary>
    public static string? For(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > CharactersMax)
        {
            return null;
        }

        var plain = Plain(word);
        return candidates
            .Where(candidate => candidate.Length <= CharactersMax)
            .Select(candidate => (candidate, distance: Distance(plain, Plain(candidate))))
            .Where(pair => pair.distance <= Math.Max(1, (pair.candidate.Length + 1) / 3))
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    private static string Plain(string word) =>
        word.Trim().ToLowerInvariant().Replace('_', '-').Replace(' ', '-');

    // Optimal string alignment: insertions, deletions, replacements, and neighbours swapped.
    private static int Distance(string one, string other)
    {
        var steps = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                steps[i, j] = (i, j) switch
                {
                    (_, 0) => i,
                    (0, _) => j,
                    _ => Math.Min(
                        Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1,
                        steps[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[one.Length, other.Length];
    }
}
