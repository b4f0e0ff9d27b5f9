using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Places;

/// <summary>A line manager as somebody wrote it: a name or an address, and whether it is or may be this person.</summary>
internal sealed partial class WrittenManager
{
    private readonly string _written;
    private readonly IReadOnlyList<string> _parts;
    private readonly IReadOnlyList<IReadOnlyList<string>> _several;

    public WrittenManager(string written)
    {
        _written = written.Trim();
        _parts = PersonName.Parts(written);
        _several = [.. Between().Split(written).Select(PersonName.Parts)];
        IsAddress = _written.Contains('@', StringComparison.Ordinal);
        Key = IsAddress ? _written.ToLowerInvariant() : PersonName.Key(_written);
    }

    /// <summary>Equal for one line manager in different spellings.</summary>
    public string Key { get; }

    public bool IsAddress { get; }

    /// <summary>The key of this person, to find them by.</summary>
    public static string KeyOf(string name, string email, bool address) => address ? email.ToLowerInvariant() : PersonName.Key(name);

    /// <summary>Whether it may be the person with these words of a name although it is written differently.</summary>
    public bool MayBe(IReadOnlyList<string> name, string email)
    {
        var local = LocalPart(email);
        if (!IsAddress)
        {
            return PersonName.MayBe(_parts, name) || Names(local, _parts)
                || (_several.Count > 1 && _several.Any(one => PersonName.MayBe(one, name)));
        }

        var mine = LocalPart(_written);
        return mine == local || Names(mine, name) || Mistyped(Key, email.ToLowerInvariant());
    }

    // “ann.lloyd” names Ann Lloyd, and so do “a.lloyd”, “alloyd” and “lloyda”.
    private static bool Names(string local, IReadOnlyList<string> words)
    {
        if (words.Count < 2 || words[^1].Length < 2)
        {
            return false;
        }

        var text = string.Concat(local.Where(char.IsAsciiLetter));
        var (first, surname) = (words[0], words[^1]);
        return text == string.Concat(words) || text == first + surname || text == surname + first
            || text == first[..1] + surname || text == surname + first[..1];
    }

    private static bool Mistyped(string one, string other) =>
        PersonName.IsNear(one, other, 1) && Digits(one) == Digits(other);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string LocalPart(string email) => email.Split('@')[0].ToLowerInvariant();

    // “R Hall / A Price” is two people, either of whom may be meant; “R Hall, A Price” too, but not “Hall, Robert”.
    [GeneratedRegex(@"[/&;+]|(?<=\S\s+\S+),(?=\s*\S+\s+\S)|\s(?:and|or)\s", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Between();
}
