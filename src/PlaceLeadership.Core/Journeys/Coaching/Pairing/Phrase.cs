using System.Collections.Frozen;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// What a strength or a growth area is about: the stems of its words, without those that say nothing. So “Influencing without
/// authority” and “influence, without formal authority” are close, whatever their endings.
/// </summary>
internal sealed class Phrase(string text)
{
    /// <summary>From this likeness on, in percent, two phrases are about the same.</summary>
    public const int AlikeFrom = 60;

    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        [
            "a", "an", "and", "the", "of", "in", "on", "to", "for", "with", "at", "as", "by", "from", "my", "our", "more", "better", "good",
            "how", "being", "doing", "getting", "having", "managing", "working", "building", "using", "skills", "skill", "work",
            "leading", "lead", "looking", "after", "anything",
        ],
        StringComparer.Ordinal);

    private static readonly string[] Endings = ["ements", "ement", "ships", "ship", "ings", "ing", "ies", "ed", "es", "s", "e", "y"];

    private readonly HashSet<string> _stems = Stems(text);

    /// <summary>As it was written.</summary>
    public string Text { get; } = text;

    /// <summary>Twice the common stems, of all stems of both, in percent (Dice 1945); 0 below <see cref="AlikeFrom"/>.</summary>
    public int Likeness(Phrase other)
    {
        var all = _stems.Count + other._stems.Count;
        var likeness = all == 0 ? 0 : 200 * _stems.Count(other._stems.Contains) / all;
        return likeness >= AlikeFrom ? likeness : 0;
    }

    private static HashSet<string> Stems(string text)
    {
        var words = string.Concat(text.ToLowerInvariant().Replace("'", "", StringComparison.Ordinal).Select(letter => char.IsLetterOrDigit(letter) ? letter : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => !Empty.Contains(word)).ToList();
        return (telling.Count == 0 ? words : [.. telling]).Select(Stem).ToHashSet(StringComparer.Ordinal);
    }

    // At least four letters stay: shorter stems would make strangers alike.
    private static string Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length >= ending.Length + 4 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }
}
