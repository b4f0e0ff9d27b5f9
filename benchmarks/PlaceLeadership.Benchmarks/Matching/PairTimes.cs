using System.Diagnostics;
using System.Globalization;
using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Benchmarks.Matching;

/// <summary>How long the best pairs take, proof included: the median of five, and what is allocated meanwhile.</summary>
internal static class PairTimes
{
    private const int Runs = 5;

    public static void Write(MatchingResults results)
    {
        results.Table("Time of the best pairs, proof included", "people", "aim", "median of five, ms of processor time", "allocated, MB");
        foreach (var people in new[] { 300, 500, 1_000, 2_000 })
        {
            var bench = new PairingBenchmarks { People = people };
            bench.Setup();
            foreach (var (aim, solve) in new (string, Func<long>)[] { ("weight", bench.Heaviest), ("pairs first", bench.PairsFirst) })
            {
                solve();
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                var milliseconds = Enumerable.Range(0, Runs).Select(_ => Milliseconds(solve)).Order().ToList();
                allocated = (GC.GetAllocatedBytesForCurrentThread() - allocated) / Runs;
                results.Row(
                    people.ToString("#,0", CultureInfo.InvariantCulture), aim, milliseconds[Runs / 2].ToString("#,0.#", CultureInfo.InvariantCulture),
                    (allocated / 1e6).ToString("0.#", CultureInfo.InvariantCulture));
            }
        }
    }

    private static double Milliseconds(Func<long> solve)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        solve();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }
}
