using System.Diagnostics;
using System.Globalization;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Benchmarks.Matching;

/// <summary>Sets of programmes with people who must be apart, and the public instances without.</summary>
internal static class SetResults
{
    private const decimal UnitsInOne = 10_000;

    public static void Write(string folder, MatchingResults results)
    {
        var programmes = Path.Combine(folder, "programme-sets");
        var rows = Csv.Read(Path.Combine(programmes, "expected.csv")).ToList();
        if (rows.Count > 0)
        {
            results.Table("Sets of programmes", "programme", "sizes", "expected", "got", "below expected", "forbidden pairs", "seconds");
        }

        foreach (var row in rows)
        {
            var seconds = row.Whole("n") <= 24 ? 0.3 : 2;
            var (got, worth) = Solve(Path.Combine(programmes, row["name"]), row["size_rule"] == "balanced", seconds);
            var expected = row.Number("best_value");
            results.Row(
                row["name"], row["size_rule"], MatchingResults.Text(expected), MatchingResults.Text(got), MatchingResults.Below(expected, got),
                $"{worth.Forbidden}", Seconds(seconds));
        }

        Impossible(programmes, results);
        Public(Path.Combine(folder, "mdgplib"), results);
    }

    private static void Impossible(string folder, MatchingResults results)
    {
        string[] files = Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "infeasible_*.txt").Order(StringComparer.Ordinal)] : [];
        if (files.Length > 0)
        {
            results.Table("Sets that cannot be formed", "programme", "the reason", "ms, the first time");
        }

        foreach (var file in files)
        {
            var (problem, _) = Read(file[..^".txt".Length], balanced: false);
            var started = Stopwatch.GetTimestamp();
            var reason = NoSets.For(problem) switch
            {
                NoSets.TooManyApart many => $"{many.Who.Count} people must be apart, in {many.Sets} sets",
                { } other => other.ToString(),
                null => "none found",
            };
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            results.Row(Path.GetFileNameWithoutExtension(file), reason, took.ToString("0.0", CultureInfo.InvariantCulture));
        }
    }

    private static void Public(string folder, MatchingResults results)
    {
        var rows = Csv.Read(Path.Combine(folder, "best_known.csv")).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        results.Table("Public instances of the maximally diverse grouping problem (MDGPLIB)", "instance", "best known", "got", "below best known", "seconds");
        foreach (var people in rows.GroupBy(row => row.Whole("n")))
        {
            var seconds = people.Key <= 60 ? 1 : people.Key <= 120 ? 3 : 20;
            List<decimal> below = [];
            foreach (var row in people)
            {
                var (got, _) = Solve(Path.Combine(folder, row["instance"]), balanced: false, seconds);
                var expected = row.Number("target_value");
                below.Add(100 * (expected - got) / expected);
                results.Row(row["instance"], MatchingResults.Text(expected), MatchingResults.Text(got), MatchingResults.Below(expected, got), Seconds(seconds));
            }

            results.Row(
                $"**{people.Key} people**", $"{below.Count} instances", $"{below.Count(gap => gap <= 0.00001m)} reached",
                below.Average().ToString("0.000", CultureInfo.InvariantCulture) + " % on average", Seconds(seconds));
        }
    }

    private static (decimal Diversity, SetsWorth Worth) Solve(string path, bool balanced, double seconds)
    {
        var (problem, diversity) = Read(path, balanced);
        var formed = SetSearch.Run(problem, SearchLimits.For(TimeSpan.FromSeconds(seconds), 1), new ProcessorTime());
        var total = 0m;
        for (var one = 0; one < problem.People; one++)
        {
            for (var other = 0; other < one; other++)
            {
                total += formed.SetOf[one] == formed.SetOf[other] ? diversity[(one * problem.People) + other] : 0;
            }
        }

        return (total, formed.Worth);
    }

    private static (SetsProblem Problem, decimal[] Diversity) Read(string path, bool balanced)
    {
        var lines = File.ReadAllLines(path + ".txt").Select(Words).Where(words => words.Length > 0).ToList();
        var (people, sets) = (Whole(lines[0][0]), Whole(lines[0][1]));
        var diversity = new decimal[people * people];
        foreach (var words in lines.Skip(1))
        {
            var (one, other) = (Whole(words[0]), Whole(words[1]));
            diversity[(one * people) + other] = diversity[(other * people) + one] = decimal.Parse(words[2], CultureInfo.InvariantCulture);
        }

        var sizes = balanced
            ? SetSize.Balanced(people, sets)
            : [.. Enumerable.Range(0, sets).Select(set => new SetSize(Whole(lines[0][3 + (2 * set)]), Whole(lines[0][4 + (2 * set)])))];
        TwoPeople[] apart = File.Exists(path + ".forbid")
            ? [.. File.ReadAllLines(path + ".forbid").Select(Words).Where(words => words.Length == 2).Select(words => new TwoPeople(Whole(words[0]), Whole(words[1])))]
            : [];
        return (new SetsProblem(people, [.. diversity.Select(value => (int)Math.Round(value * UnitsInOne))], sizes, apart), diversity);
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int Whole(string word) => int.Parse(word, CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("0.#", CultureInfo.InvariantCulture);
}
