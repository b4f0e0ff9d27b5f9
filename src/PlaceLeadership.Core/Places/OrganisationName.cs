using System.Collections.Frozen;

namespace PlaceLeadership.Core.Places;

/// <summary>Names of organisations, compared as people do: what differs only in how it is typed is one organisation.</summary>
public static class OrganisationName
{
    private const int WordsMost = 12;

    private static readonly FrozenSet<string> Usual = Set(
        "the of for and council borough county city town district nhs trust foundation service services police force constabulary group team limited ltd "
        + "plc cic cio charity association society board health university hospital housing community partnership company co");

    private static readonly FrozenSet<string> Directions = Set("north south east west northern southern eastern western upper lower");

    /// <summary>The name without anything that is only a matter of typing; equal for one organisation in different spellings.</summary>
    public static string Key(string name)
    {
        var words = Words(name);
        var key = string.Concat(words.Skip(words.Count > 1 && words[0] == "the" ? 1 : 0));
        return key.Length > 0 ? key : name.Trim();
    }

    /// <summary>The statement that two names are two organisations.</summary>
    public static string Differs(string one, string other) => $"{one} is not {other}";

    /// <summary>Whether it is confirmed, in either order, that two names are two organisations.</summary>
    public static bool AreConfirmedToDiffer(string one, string other, Confirmations confirmed) =>
        confirmed.Has(Differs(one, other)) || confirmed.Has(Differs(other, one));

    /// <summary>Whether the two may be names of one organisation, though they are written differently.</summary>
    public static bool MayBe(string one, string other) => MayBe(Words(one), Words(other));

    /// <summary>The words of a name as they are compared.</summary>
    public static IReadOnlyList<string> Words(string name) => Spelling.Fold(name.Replace("&", " and ", StringComparison.Ordinal))
        .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(word => word == "saint" ? "st" : word).ToList();

    /// <inheritdoc cref="MayBe(string, string)"/>
    public static bool MayBe(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count > 0 && other.Count > 0
        && ((one.Count <= WordsMost && other.Count <= WordsMost && Aligned(one, 0, other, 0)) || MoreOnly(one, other) || MoreOnly(other, one)
            || Begins(one, other) || Begins(other, one)
            || (one.Count > 1 && one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal))));

    // Word by word: the same, shortened, mistyped, or the first letters of several.
    private static bool Aligned(IReadOnlyList<string> one, int at, IReadOnlyList<string> other, int to)
    {
        if (at == one.Count || to == other.Count)
        {
            return at == one.Count && to == other.Count;
        }

        return (Alike(one[at], other[to]) && Aligned(one, at + 1, other, to + 1))
            || (Stands(one[at], other, to) && Aligned(one, at + 1, other, to + one[at].Length))
            || (Stands(other[to], one, at) && Aligned(one, at + other[to].Length, other, to + 1));
    }

    private static bool Stands(string letters, IReadOnlyList<string> words, int from) =>
        letters.Length >= 2 && from + letters.Length <= words.Count
        && letters.Index().All(letter => words[from + letter.Index][0] == letter.Item);

    private static bool Alike(string one, string other) => one == other
        || (Math.Min(one.Length, other.Length) >= 3 && !Directions.Contains(one) && !Directions.Contains(other) && !one.Concat(other).Any(char.IsDigit)
            && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal) || Mistyped(one, other)));

    private static bool Mistyped(string one, string other) => Math.Min(one.Length, other.Length) is >= 4 and var length
        && PersonName.IsNear(one, other, length >= 8 ? 2 : 1);

    // “Vale Council” and “Vale Borough Council”: one has more words, and only usual ones.
    private static bool MoreOnly(IReadOnlyList<string> few, IReadOnlyList<string> many) =>
        few.Count < many.Count && few.Any(word => !Usual.Contains(word)) && few.All(many.Contains)
        && many.Where(word => !few.Contains(word)).All(Usual.Contains);

    // “Vale Council” and “Vale Council (Parks)”: people of one organisation, or of two.
    private static bool Begins(IReadOnlyList<string> few, IReadOnlyList<string> many) =>
        few.Count > 1 && few.Count < many.Count && few.Any(word => !Usual.Contains(word)) && few.SequenceEqual(many.Take(few.Count));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
