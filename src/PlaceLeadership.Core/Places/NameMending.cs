using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>A name as a person is greeted, from a name as a list holds it.</summary>
internal static partial class NameMending
{
    private const string Initials = "PCSO ACC DCC DCI II III";

    private static readonly string[] Particles = ["VAN", "DER", "DEN", "VON", "DE", "DA", "DOS", "AP", "AB", "FERCH", "BIN", "BINT", "IBN"];

    /// <summary>The name with the first name first, and not in capitals.</summary>
    public static string AsGreeted(string name)
    {
        var pieces = name.Split(',', StringSplitOptions.TrimEntries).ToList();
        var honours = pieces.Count - (pieces.FindLastIndex(piece => !PersonName.IsHonour(piece)) + 1);
        var ordered = pieces.Count - honours == 2 && pieces.Take(2).All(piece => piece.Length > 1)
            ? string.Join(", ", [$"{pieces[1]} {pieces[0]}", .. pieces.Skip(2)])
            : name;
        var words = ordered.Split(' ');
        return words.Length == 1 ? ordered : string.Join(' ', words.Select((word, at) => Mended(word, at, words)));
    }

    // Of a name that is not all in capitals, only one word beside one other can be a surname that is: “Tom BAKER”.
    private static string Mended(string word, int at, string[] words)
    {
        var allCapitals = !words.Any(other => other.Any(char.IsLower));
        if (word.Any(char.IsLower) || !(allCapitals ? words.Sum(other => other.Count(char.IsLetter)) >= 4 : words.Length == 2 && word.Count(char.IsLetter) > 2))
        {
            return word;
        }

        var stays = PersonName.IsHonour(word) && !PersonName.IsTitle(word);
        return stays || Initials.Split(' ').Contains(word) || IsInitials(word) ? word
            : at > 0 && at < words.Length - 1 && Particles.Contains(word) ? word.ToLowerInvariant()
            : Name().Replace(word, found => found.Groups[1].Value.Replace("MC", "Mc", StringComparison.Ordinal) + found.Groups[2].Value + found.Groups[3].Value.ToLowerInvariant());
    }

    // DJ and T.J. are letters, MR and AL are words.
    private static bool IsInitials(string word) => word.Contains('.', StringComparison.Ordinal)
        || (word.Count(char.IsLetter) <= 2 && !PersonName.IsTitle(word) && (word.EndsWith('J') || !Spelling.Fold(word).Any("aeiouyw".Contains)));

    [GeneratedRegex(@"(MC(?=\p{L}{2}))?(\p{L})([\p{L}\p{M}]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
