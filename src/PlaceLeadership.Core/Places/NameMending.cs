using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>A name as a person is greeted, from a name as a list holds it. What is not certain stays as it is written.</summary>
internal static partial class NameMending
{
    private const string Initials = "PCSO ACC DCC DCI II III";

    private static readonly string[] Particles = ["VAN", "DER", "DEN", "VON", "DE", "DA", "DOS", "AP", "AB", "FERCH", "BIN", "BINT", "IBN"];
    private static readonly string[] OtherParticles = ["LA", "LE", "LES", "LAS", "LOS", "DEL", "DI", "DU", "EL", "AL", "TER", "TEN"];

    /// <summary>The name with the first name first, and not in capitals; null when it is not certain which that is.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="email">The address, which may tell that a surname in capitals stands first.</param>
    public static string? AsGreeted(string name, string? email = null)
    {
        if (Ordered(name) is not { } ordered)
        {
            return null;
        }

        var words = ordered.Split(' ');
        if (!ordered.Any(char.IsLower))
        {
            return words.Length == 1 || ordered.Count(char.IsLetter) < 4 ? ordered
                : words.Index().Any(word => IsUnclear(word.Item, word.Index, words.Length)) || (ordered == name && IsSurnameFirst(words, email)) ? null
                : string.Join(' ', words.Select((word, at) => Mended(word, at, words)));
        }

        // Of a name that is not all in capitals, only a last word beside one other is for certain a surname that is: “Tom BAKER”.
        return !Array.Exists(words, IsInCapitals) ? ordered
            : words is [var first, var last] && !IsInCapitals(first) && IsInCapitals(last) && !PersonName.IsTitle(first) && !IsUnclear(last, 1, 2) && !last.Any(char.IsLower)
                ? $"{first} {Mended(last, 1, words)}"
            : null;
    }

    /// <summary>The name with a surname that stands before a comma put last; null when a comma does something else.</summary>
    private static string? Ordered(string name)
    {
        var pieces = name.Split(',', StringSplitOptions.TrimEntries).ToList();
        var honours = pieces.Count - (pieces.FindLastIndex(piece => !IsHonourAlone(piece)) + 1);
        return (pieces.Count - honours) switch
        {
            1 => name,
            2 when pieces[0].Length > 1 && pieces[1].Length > 1 && !pieces[0].Split(' ').Any(PersonName.IsHonour) && !PersonName.IsHonour(pieces[1].Split(' ')[^1]) =>
                string.Join(", ", [$"{pieces[1]} {pieces[0]}", .. pieces.Skip(2)]),
            _ => null,
        };
    }

    private static bool IsHonourAlone(string piece) => PersonName.IsHonour(piece) && !piece.Split(' ').Any(PersonName.IsTitle);

    // Without the capitals nobody can tell MacDonald from Macey, Mr Ng from initials, Saint John from them, or how La Cruz writes herself.
    private static bool IsUnclear(string word, int at, int words) => word is "ST" or "ST." || Mac().IsMatch(word)
        || (at > 0 && at < words - 1 && OtherParticles.Contains(word))
        || (at > 0 && word.Count(char.IsLetter) == 2 && word.All(char.IsLetter) && IsInitials(word) && !word.EndsWith('J') && !PersonName.IsHonour(word));

    private static bool IsSurnameFirst(string[] words, string? email) => words.Length == 2
        && email?.Split('@')[0].Split(['.', '_', '-']) is [var one, var other] && Spelling.Fold(one) == Spelling.Fold(words[1]) && Spelling.Fold(other) == Spelling.Fold(words[0]);

    // What is short may be initials, and honours are written so.
    private static bool IsInCapitals(string word) => !IsHonourAlone(word) && !Initials.Split(' ').Contains(word)
        && word.Split('-').Any(part => !part.Any(char.IsLower) && part.Count(char.IsLetter) > 2 && !IsInitials(part));

    private static string Mended(string word, int at, string[] words) =>
        (PersonName.IsHonour(word) && !PersonName.IsTitle(word)) || Initials.Split(' ').Contains(word) || IsInitials(word) ? word
            : at > 0 && at < words.Length - 1 && Particles.Contains(word) ? word.ToLowerInvariant()
            : Name().Replace(word, found => found.Groups[1].Value.Replace("MC", "Mc", StringComparison.Ordinal) + found.Groups[2].Value + found.Groups[3].Value.ToLowerInvariant());

    // DJ and T.J. are letters, MR and AL are words.
    private static bool IsInitials(string word) => word.Contains('.', StringComparison.Ordinal)
        || (word.Count(char.IsLetter) <= 2 && !PersonName.IsTitle(word) && (word.EndsWith('J') || !Spelling.Fold(word).Any("aeiouyw".Contains)));

    [GeneratedRegex(@"(MC(?=\p{L}{2}))?(\p{L})([\p{L}\p{M}]*)", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\bMAC\p{L}{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Mac();
}
