using System.Collections;

namespace PlaceLeadership.Matching.Pairs;

/// <summary>Two people who may meet, by number, and how good that would be.</summary>
/// <param name="First">Number of one of them, from 0.</param>
/// <param name="Second">Number of the other.</param>
/// <param name="Weight">The higher, the better; may be zero or negative.</param>
public readonly record struct WeightedPair(int First, int Second, long Weight);

/// <summary>
/// People and the pairs that are allowed among them. A pair that is not listed is forbidden, whatever it would be worth.
/// </summary>
public sealed class PairGraph
{
    /// <summary>More people than this would need a matrix beyond 128 MB.</summary>
    public const int MaxPeople = 4_000;

    /// <summary>A graph of checked pairs.</summary>
    /// <param name="people">How many people there are, numbered from 0.</param>
    /// <param name="pairs">The allowed pairs, each once.</param>
    /// <exception cref="ArgumentException">A number, weight or pair is not possible; the message says which.</exception>
    public PairGraph(int people, IReadOnlyList<WeightedPair> pairs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people, MaxPeople);
        ArgumentNullException.ThrowIfNull(pairs);
        var seen = new BitArray(people * people);
        foreach (var pair in pairs)
        {
            var (low, high) = (Math.Min(pair.First, pair.Second), Math.Max(pair.First, pair.Second));
            if (low < 0 || high >= people || low == high || Int128.Abs(pair.Weight) > LargestWeight(people) || seen[(low * people) + high])
            {
                throw new ArgumentException(
                    $"{pair} is not a pair of two of {people} people with a weight within ±{LargestWeight(people)}, or it is there twice.",
                    nameof(pairs));
            }

            seen[(low * people) + high] = true;
        }

        People = people;
        Pairs = pairs;
    }

    /// <summary>How many people there are.</summary>
    public int People { get; }

    /// <summary>The allowed pairs.</summary>
    public IReadOnlyList<WeightedPair> Pairs { get; }

    /// <summary>
    /// The largest weight, either way, among so many people: 4.5 × 10¹² for 2,000. The search works with values of up to
    /// sixteen times the number of people times the weight, in 64 bits with room to spare.
    /// </summary>
    public static long LargestWeight(int people) => (1L << 53) / Math.Max(people, 8);

    /// <summary>The same people without some of the pairs.</summary>
    internal PairGraph Without(IReadOnlySet<(int Low, int High)> taken) =>
        new(People, [.. Pairs.Where(pair => !taken.Contains((Math.Min(pair.First, pair.Second), Math.Max(pair.First, pair.Second))))]);
}
