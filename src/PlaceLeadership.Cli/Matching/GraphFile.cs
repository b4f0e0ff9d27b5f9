using System.Collections;
using System.Globalization;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Cli.Matching;

/// <summary>A graph as text: <c>n m</c>, then a line <c>u v w</c> for each of the m pairs.</summary>
internal static class GraphFile
{
    private const int MostProblems = 20;
    private static readonly char[] Blanks = [' ', '\t'];

    public static PairGraph Read(FileInfo file)
    {
        try
        {
            return Parse(file.Name, File.ReadLines(file.FullName));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Refusal($"There is no file {file.FullName}.");
        }
    }

    /// <summary>The graph, or a refusal with every problem.</summary>
    private static PairGraph Parse(string name, IEnumerable<string> lines)
    {
        using var filled = lines.Select((text, index) => (Text: text, Line: index + 1)).Where(line => !string.IsNullOrWhiteSpace(line.Text)).GetEnumerator();
        if (!filled.MoveNext())
        {
            throw new Refusal($"{name}:1: The file is empty. Start with a line 'n m': how many people, and how many pairs follow.");
        }

        var (first, firstLine) = filled.Current;
        if (Numbers(first) is not [>= 0 and <= PairGraph.MaxPeople and var people, >= 0 and var announced])
        {
            throw new Refusal(
                $"{name}:{firstLine}: '{Shown(first)}' is not 'n m'. Write how many people (0 to {PairGraph.MaxPeople}) and how many pairs there are, such as '4 2'.");
        }

        var reading = new Reading((int)people);
        var problems = new List<string>();
        var following = 0L;
        while (filled.MoveNext())
        {
            following++;
            if (reading.Problem(filled.Current.Text, filled.Current.Line) is { } problem)
            {
                problems.Add($"{name}:{filled.Current.Line}: {problem}");
            }
        }

        if (following != announced)
        {
            problems.Add(
                $"{name}:{firstLine}: The first line announces {announced} pairs, and {following} follow. Correct the number, or add what is missing.");
        }

        return problems.Count == 0
            ? new PairGraph(reading.People, reading.Pairs)
            : throw new Refusal(problems.Count <= MostProblems
                ? problems
                : [.. problems.Take(MostProblems), $"And {problems.Count - MostProblems} more problems."]);
    }

    /// <summary>What was read so far.</summary>
    private sealed class Reading(int people)
    {
        private readonly BitArray _seen = new(people * people);
        private readonly List<int> _lines = [];
        private Dictionary<(int, int), int>? _lineOf;

        public int People => people;

        public List<WeightedPair> Pairs { get; } = [];

        /// <summary>Takes a pair in, or tells what is wrong with it.</summary>
        public string? Problem(string text, int line)
        {
            if (Numbers(text) is not [var first, var second, var weight])
            {
                return $"'{Shown(text)}' is not 'u v w'. Write two people and a whole number, such as '0 3 125'.";
            }

            if (first < 0 || first >= people || second < 0 || second >= people)
            {
                return people == 0
                    ? "There are no people in this file, so there is no pair. Correct the first line."
                    : $"{(first < 0 || first >= people ? first : second)} is nobody's number. People are numbered from 0 to {people - 1}.";
            }

            if (first == second)
            {
                return $"{first} is paired with themselves. Remove the line.";
            }

            var most = PairGraph.LargestWeight(people);
            if (weight > most || weight < -most)
            {
                return $"The weight {weight} is too large. Among {people} people it may be {most} either way; divide all weights alike.";
            }

            var (low, high) = ((int)Math.Min(first, second), (int)Math.Max(first, second));
            if (_seen[(low * people) + high])
            {
                return $"The pair {first} {second} is on line {LineOf(low, high)} already. Keep one of them.";
            }

            _seen[(low * people) + high] = true;
            Pairs.Add(new WeightedPair(low, high, weight));
            _lines.Add(line);
            return null;
        }

        private int LineOf(int low, int high)
        {
            _lineOf ??= [];
            for (var index = _lineOf.Count; index < Pairs.Count; index++)
            {
                _lineOf.Add((Pairs[index].First, Pairs[index].Second), _lines[index]);
            }

            return _lineOf[(low, high)];
        }
    }

    private static long[]? Numbers(string text)
    {
        var words = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var numbers = new long[words.Length];
        for (var index = 0; index < words.Length; index++)
        {
            if (!long.TryParse(words[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[index]))
            {
                return null;
            }
        }

        return numbers;
    }

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
