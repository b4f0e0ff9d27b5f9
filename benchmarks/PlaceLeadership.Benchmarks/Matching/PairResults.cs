using System.Globalization;
using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Benchmarks.Matching;

/// <summary>The best pairs: exact, so everything has to agree with the expected value.</summary>
internal static class PairResults
{
    public static void Write(string folder, MatchingResults results)
    {
        var rows = Csv.Read(Path.Combine(folder, "mwm", "expected.csv")).Where(row => File.Exists(Graph(folder, "mwm", row["name"]))).ToList();
        if (rows.Count > 0)
        {
            results.Table("Best pairs", "graph", "expected weight", "got", "expected pairs and weight", "got");
        }

        foreach (var row in rows)
        {
            var graph = Read(Graph(folder, "mwm", row["name"]));
            var heaviest = BestPairing.Find(graph, PairingAim.Weight).Pairing;
            var most = BestPairing.Find(graph, PairingAim.PairsFirst).Pairing;
            results.Row(
                row["name"], row["max_weight"], $"{heaviest.Weight}",
                $"{row["max_cardinality"]}: {row["max_weight_at_max_cardinality"]}", $"{most.Cardinality}: {most.Weight}");
        }

        Others(folder, results);
    }

    private static void Others(string folder, MatchingResults results)
    {
        results.Table("Everybody placed with one trio, the worst pair first, and rounds", "what", "graph", "expected", "got");
        foreach (var row in Csv.Read(Path.Combine(folder, "mwm", "trio_expected.csv")).Where(row => File.Exists(Graph(folder, "mwm", row["name"]))))
        {
            var trio = TrioPairing.Find(Read(Graph(folder, "mwm", row["name"])));
            results.Row("trio, twice the value", row["name"], row["optimum_value2x"], $"{trio?.DoubledValue}");
        }

        foreach (var row in Csv.Read(Path.Combine(folder, "mwm", "bottleneck_expected.csv")).Where(row => File.Exists(Graph(folder, "mwm", row["name"]))))
        {
            var fair = WorstPairFirst.Find(Read(Graph(folder, "mwm", row["name"])));
            results.Row(
                "worst pair: total", row["name"], $"{row["bottleneck_min_pair_weight"]}: {row["best_total_given_bottleneck"]}",
                $"{fair.Worst}: {fair.Found.Pairing.Weight}");
        }

        foreach (var rounds in Csv.Read(Path.Combine(folder, "rounds", "expected.csv")).GroupBy(row => row["name"]))
        {
            var found = PairingRounds.Find(Read(Graph(folder, "rounds", rounds.Key)), rounds.Count()).ToList();
            results.Row(
                $"{rounds.Count()} rounds, total", rounds.Key, rounds.Last()["cumulative_weight"], $"{found.Sum(round => round.Found.Pairing.Weight)}");
        }
    }

    private static string Graph(string folder, string family, string name) => Path.Combine(folder, family, name + ".txt");

    private static PairGraph Read(string path)
    {
        var lines = File.ReadAllLines(path).Where(line => line.Length > 0).Select(line => line.Split(' ')).ToList();
        return new PairGraph(Whole(lines[0][0]), [.. lines.Skip(1).Select(words =>
            new WeightedPair(Math.Min(Whole(words[0]), Whole(words[1])), Math.Max(Whole(words[0]), Whole(words[1])), long.Parse(words[2], CultureInfo.InvariantCulture)))]);
    }

    private static int Whole(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
