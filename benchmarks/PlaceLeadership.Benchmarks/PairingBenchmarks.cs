using BenchmarkDotNet.Attributes;
using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Benchmarks;

/// <summary>The best pairs on one core, proof included, of people in organisations who do not meet colleagues.</summary>
public class PairingBenchmarks
{
    private PairGraph _graph = new(0, []);

    /// <summary>How many people.</summary>
    [Params(300, 500, 1_000, 2_000)]
    public int People { get; set; }

    /// <summary>Random weights; a sixth of the pairs is forbidden.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(People);
        _graph = new PairGraph(People, [..
            from low in Enumerable.Range(0, People)
            from high in Enumerable.Range(low + 1, People - low - 1)
            where low % 6 != high % 6
            select new WeightedPair(low, high, random.Next(1, 1_000_001))]);
    }

    /// <summary>The largest weight.</summary>
    [Benchmark]
    public long Heaviest() => BestPairing.Find(_graph, PairingAim.Weight).Pairing.Weight;

    /// <summary>As many pairs as there can be.</summary>
    [Benchmark]
    public long PairsFirst() => BestPairing.Find(_graph, PairingAim.PairsFirst).Pairing.Weight;
}
