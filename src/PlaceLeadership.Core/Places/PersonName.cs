using System.Collections.Frozen;

namespace PlaceLeadership.Core.Places;

/// <summary>Names of people, compared as people do: what differs only in how it is typed is one name.</summary>
public static class PersonName
{
    private static readonly FrozenSet<string> Titles = Set(
        "dr mr mrs ms miss mx prof professor cllr councillor cyng cynghorydd alderman rev revd reverend canon sir dame sgt sergeant insp inspector "
        + "supt superintendent cinsp csupt dci dsupt det detective pcso dcc acc");

    // Also first names or surnames, so they only go where a first name and a surname are left.
    private static readonly FrozenSet<string> PerhapsTitles = Set(
        "di ds dc pc ci cs cc ch chief deputy assistant acting lord lady baroness major maj captain capt lt col sister nurse matron father fr pastor "
        + "imam rabbi constable const the hon rt");

    private static readonly FrozenSet<string> Honours = Set("obe mbe cbe bem qpm kpm qam kam qfsm kfsm jp phd md rgn rmn bsc msc mba qc kc dl jnr jr snr dbe kbe cvo lvo mvo frsa fcipd mcipd frcn frcp frcgp");

    /// <summary>The name without anything that is only a matter of typing; equal for one name in different spellings.</summary>
    public static string Key(string name) => string.Concat(Parts(name));

    /// <summary>Whether this is no part of a name but what stands beside one, such as MBE.</summary>
    public static bool IsHonour(string text) =>
        Fold(text).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).All(word => Honours.Contains(word) || Titles.Contains(word));

    public static bool IsTitle(string word) => Titles.Contains(Fold(word));

    private static string Fold(string text) => Spelling.Fold(text.Replace(".", "", StringComparison.Ordinal));

    /// <summary>
    /// Whether the two may be names of one person, though they are written differently: a surname in common, an initial, a name left
    /// out, a name too many, a letter or two mistyped.
    /// </summary>
    public static bool MayBe(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
        {
            return false;
        }

        var text = string.Concat(one);
        return SameSurname(one, other) || NearSurname(one, other) || Within(one, other) || Within(other, one)
            || IsNear(text, string.Concat(other), text.Length >= 8 ? 2 : text.Length >= 4 ? 1 : 0);
    }

    /// <summary>The words of a name in the order in which it is said, without titles.</summary>
    public static IReadOnlyList<string> Parts(string name)
    {
        List<List<string>> pieces =
        [
            .. Spelling.Fold(name).Split(',').Select(piece => piece.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList())
                .Where(piece => piece.Exists(word => !Titles.Contains(word) && !Honours.Contains(word))),
        ];
        var words = pieces.Count == 2 ? [.. pieces[1], .. pieces[0]] : pieces.SelectMany(piece => piece).ToList();
        while (words.Count > 1 && (Titles.Contains(words[0]) || (words.Count > 2 && PerhapsTitles.Contains(words[0]))))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 2 && Honours.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words;
    }

    private static bool SameSurname(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        (other[^1].Length > 1 && (one[^1] == other[^1] || one[0] == other[^1])) || (one[^1].Length > 1 && one[^1] == other[0]);

    // “T McDonald” and “Robt Hal” may be Tom MacDonald and Robert Hall.
    private static bool NearSurname(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one.Count < 2 || other.Count < 2 || one[0][0] != other[0][0])
        {
            return false;
        }

        var (mine, theirs) = (WithoutMac(one[^1]), WithoutMac(other[^1]));
        var (few, many) = one[0].Length <= other[0].Length ? (one[0], other[0]) : (other[0], one[0]);
        return IsShortened(few, many)
            && (mine == theirs || (Math.Min(mine.Length, theirs.Length) >= (few.Length >= 3 ? 3 : 5) && IsNear(mine, theirs, 1)));
    }

    private static string WithoutMac(string surname) => surname.StartsWith("mac", StringComparison.Ordinal) && surname.Length > 5 ? "mc" + surname[3..] : surname;

    // An initial, or letters of the name in their order.
    private static bool IsShortened(string few, string many)
    {
        var at = 0;
        foreach (var letter in many)
        {
            at += at < few.Length && few[at] == letter ? 1 : 0;
        }

        return at == few.Length;
    }

    private static bool Within(IReadOnlyList<string> few, IReadOnlyList<string> many) => few.Any(word => word.Length > 1)
        && few.All(word => many.Any(other => word == other || (word.Length == 1 && other.StartsWith(word, StringComparison.Ordinal))));

    /// <summary>
    /// Whether at most so many letters have to be put in, left out, exchanged with the next or replaced to make one text of the
    /// other. Looks only at what so few can reach, so that long texts cost little.
    /// </summary>
    public static bool IsNear(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return false;
        }

        var (before, last) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray());
        for (var at = 1; at <= one.Length; at++)
        {
            var now = new int[other.Length + 1];
            Array.Fill(now, most + 1);
            now[0] = at;
            for (var to = Math.Max(1, at - most); to <= Math.Min(other.Length, at + most); to++)
            {
                now[to] = Math.Min(Math.Min(now[to - 1], last[to]) + 1, last[to - 1] + (one[at - 1] == other[to - 1] ? 0 : 1));
                if (at > 1 && to > 1 && one[at - 1] == other[to - 2] && one[at - 2] == other[to - 1])
                {
                    now[to] = Math.Min(now[to], before[to - 2] + 1);
                }
            }

            if (now.Min() > most)
            {
                return false;
            }

            (before, last) = (last, now);
        }

        return last[other.Length] <= most;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
