using System.Globalization;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Cli.Seating;

/// <summary>
/// A problem in the format of the MDGPLIB collection: people, sets, <c>ss</c> or <c>ds</c> and the least and most people of
/// each set in the first line, then <c>one other diversity</c> for every pair, people numbered from 0.
/// </summary>
internal sealed class MdgpFile
{
    private static readonly char[] Blanks = [' ', '\t', '\r'];
    private readonly InputLines _input;
    private decimal[] _diversity = [];

    private MdgpFile(InputLines input) => _input = input;

    public int People { get; private set; }

    public IReadOnlyList<SetSize> Sizes { get; private set; } = [];

    public static MdgpFile Read(InputLines input)
    {
        var file = new MdgpFile(input);
        if (file.ReadHeader())
        {
            file.ReadPairs();
        }

        return file;
    }

    /// <summary>Reads pairs of people who must not share a set, one pair a line.</summary>
    public List<TwoPeople> Forbidden(InputLines input)
    {
        List<TwoPeople> pairs = [];
        for (var line = 1; line <= input.Lines.Count; line++)
        {
            var words = input.Lines[line - 1].Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0 || People == 0)
            {
                continue;
            }

            if (words.Length == 2 && Pair(words) is { } pair)
            {
                pairs.Add(pair);
            }
            else
            {
                input.Wrong(line, $"'{input.Lines[line - 1].Trim()}' is not two of the {People} people.", $"Write two different numbers from 0 to {People - 1}.");
            }
        }

        return pairs;
    }

    /// <summary>The problem in whole units, as fine as the numbers allow.</summary>
    public SetsProblem Problem(IReadOnlyList<SetSize> sizes, IReadOnlyCollection<TwoPeople> forbidden)
    {
        var largest = _diversity.Length == 0 ? 0 : _diversity.Max(Math.Abs);
        var decimals = _diversity.Length == 0 ? 0 : _diversity.Max(value => value.Scale);
        var unitsInOne = 1m;
        for (; decimals > 0 && largest * unitsInOne * 10 <= SetsProblem.DiversityMax; decimals--)
        {
            unitsInOne *= 10;
        }

        while (largest * unitsInOne > SetsProblem.DiversityMax)
        {
            unitsInOne /= 10;
        }

        return new SetsProblem(People, [.. _diversity.Select(value => (int)Math.Round(value * unitsInOne))], sizes, forbidden);
    }

    /// <summary>The diversity inside sets in the file's own numbers.</summary>
    public decimal Total(IReadOnlyList<int> setOf) =>
        setOf.Index().GroupBy(person => person.Item, person => person.Index).Sum(set => Inside([.. set]));

    /// <summary>The diversity of a set, over all pairs of its members.</summary>
    public decimal Inside(IReadOnlyList<int> members) =>
        members.Index().Sum(one => members.Take(one.Index).Sum(other => _diversity[(one.Item * People) + other]));

    private bool ReadHeader()
    {
        var words = _input.Lines.Count == 0 ? [] : _input.Lines[0].Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || !Whole(words[0], 1, SetsProblem.PeopleMax, out var people) || !Whole(words[1], 1, people, out var sets))
        {
            _input.Wrong(
                1, "The first line does not say how many people and sets there are.",
                $"Write 'people sets ds' and the least and most people of each set, with at most {SetsProblem.PeopleMax} people and no more sets than people.");
            return false;
        }

        People = people;
        _diversity = new decimal[people * people];
        if (words.Length != 3 + (2 * sets))
        {
            _input.Wrong(1, $"{sets} sets need {2 * sets} numbers after '{words[2]}', and there are {words.Length - 3}.", "Write the least and most people of each set.");
            return true;
        }

        List<SetSize> sizes = [];
        for (var set = 0; set < sets; set++)
        {
            var (least, most) = (words[3 + (2 * set)], words[4 + (2 * set)]);
            if (Whole(least, 0, int.MaxValue, out var from) && Whole(most, from, int.MaxValue, out var to))
            {
                sizes.Add(new SetSize(from, to));
            }
            else
            {
                _input.Wrong(1, $"Set {set} cannot have {least} to {most} people.", "Write two whole numbers, the smaller one first.");
            }
        }

        Sizes = sizes;
        return true;
    }

    private void ReadPairs()
    {
        var seen = new bool[People * People];
        for (var line = 2; line <= _input.Lines.Count; line++)
        {
            var words = _input.Lines[line - 1].Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                continue;
            }

            if (words.Length != 3 || Pair(words) is not { } pair
                || !decimal.TryParse(words[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var diversity)
                || Math.Abs(diversity) > 1_000_000_000_000m)
            {
                _input.Wrong(
                    line, $"'{_input.Lines[line - 1].Trim()}' is not a pair with its diversity.",
                    $"Write two different numbers from 0 to {People - 1} and a number, such as '0 1 12.5'.");
                continue;
            }

            var (there, back) = ((pair.One * People) + pair.Other, (pair.Other * People) + pair.One);
            if (seen[there])
            {
                _input.Wrong(line, $"The pair {pair.One} and {pair.Other} is given twice.", "Keep one of the two lines.");
            }

            seen[there] = seen[back] = true;
            _diversity[there] = _diversity[back] = diversity;
        }

        var missing = (People * (People - 1) / 2) - (seen.Count(pair => pair) / 2);
        if (missing > 0)
        {
            var first = Array.FindIndex(seen, 0, pair => !pair);
            while (first / People == first % People)
            {
                first = Array.FindIndex(seen, first + 1, pair => !pair);
            }

            _input.Wrong(_input.Lines.Count, $"{missing} pairs have no diversity; the first is {first / People} and {first % People}.", "Add a line for each pair, with 0 if it counts for nothing.");
        }
    }

    private TwoPeople? Pair(string[] words) =>
        Whole(words[0], 0, People - 1, out var one) && Whole(words[1], 0, People - 1, out var other) && one != other
            ? new TwoPeople(one, other)
            : null;

    private static bool Whole(string word, int least, int most, out int number) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most;
}
