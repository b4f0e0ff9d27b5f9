using System.Globalization;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Coaching.Matching;

namespace PlaceLeadership.Cli.Matching;

/// <summary>A graph as text: <c>n m</c>, then a line <c>u v w</c> for each of the m pairs.</summary>
internal static class GraphFile
{
    private const int MostProblems = 20;
    private static readonly char[] Blanks = [' ', '\t'];

    public static async Task<PairGraph> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            return Parse(file.Name, await File.ReadAllLinesAsync(file.FullName, cancellation).ConfigureAwait(false));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Refusal($"There is no file {file.FullName}.");
        }
    }

    /// <summary>The graph, or a refusal with every problem.</summary>
    public static PairGraph Parse(string name, IReadOnlyList<string> lines)
    {
        var filled = lines.Select((text, index) => (Text: text, Line: index + 1)).Where(line => !string.IsNullOrWhiteSpace(line.Text)).ToList();
        if (filled.Count == 0)
        {
            throw new Refusal($"{name}:1: The file is empty. Start with a line 'n m': how many people, and how many pairs follow.");
        }

        var head = Numbers(filled[0].Text);
        if (head is not [>= 0 and <= PairGraph.MaxPeople, >= 0])
        {
            throw new Refusal(
                $"{name}:{filled[0].Line}: '{Shown(filled[0].Text)}' is not 'n m'. Write how many people (0 to {PairGraph.MaxPeople}) and how many pairs there are, such as '4 2'.");
        }

        var people = (int)head[0];
        var problems = new List<string>();
        var pairs = new List<WeightedPair>(filled.Count - 1);
        var seen = new Dictionary<(int, int), int>(filled.Count - 1);
        foreach (var (text, line) in filled.Skip(1))
        {
            if (Problem(text, line, people, seen, pairs) is { } problem)
            {
                problems.Add($"{name}:{line}: {problem}");
            }
        }

        if (filled.Count - 1 != head[1])
        {
            problems.Add(
                $"{name}:{filled[0].Line}: The first line announces {head[1]} pairs, and {filled.Count - 1} follow. Correct the number, or add what is missing.");
        }

        return problems.Count == 0
            ? new PairGraph(people, pairs)
            : throw new Refusal(problems.Count <= MostProblems
                ? problems
                : [.. problems.Take(MostProblems), $"And {problems.Count - MostProblems} more problems."]);
    }

    private static string? Problem(string text, int line, int people, Dictionary<(int, int), int> seen, List<WeightedPair> pairs)
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

        var pair = ((int)Math.Min(first, second), (int)Math.Max(first, second));
        if (!seen.TryAdd(pair, line))
        {
            return $"The pair {first} {second} is on line {seen[pair]} already. Keep one of them.";
        }

        pairs.Add(new WeightedPair(pair.Item1, pair.Item2, weight));
        return null;
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
