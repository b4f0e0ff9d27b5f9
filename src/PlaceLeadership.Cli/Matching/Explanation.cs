using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Cli.Matching;

/// <summary>A pairing in words.</summary>
internal static class Explanation
{
    private const int MostNames = 12;

    public static IEnumerable<string> Of(Round round, Order order, Numbered numbered)
    {
        foreach (var pair in numbered.Pairs(round.Pairing))
        {
            yield return $"{pair[0]} with {pair[1]}";
        }

        if (round.Trio is { } trio)
        {
            yield return $"{Names(numbered.People(trio.Trio))} as a trio";
            yield return "Proven: no other way to place everybody with one trio has a larger value: each pair counts in full, the trio half of its three weights.";
            yield break;
        }

        yield return order.WorstPairFirst
            ? "Proven: no other pairing has more pairs, none with as many has a better worst pair, and none with that worst pair a larger weight."
            : order.AsManyPairsAsPossible
                ? "Proven: no other pairing has more pairs, and none with as many has a larger weight."
                : "Proven: no other pairing has a larger weight.";
        var alone = numbered.People(round.Alone);
        if (alone.Count == 0)
        {
            yield break;
        }

        yield return $"Alone: {Names(alone)}.";
        if (!order.AsManyPairsAsPossible)
        {
            yield return "With --max-cardinality there may be fewer, for less weight.";
            yield break;
        }

        foreach (var sentence in WhyAlone(round.Graph, round.Pairing, numbered))
        {
            yield return sentence;
        }
    }

    /// <summary>Why more pairs are not possible: the barrier in words.</summary>
    public static IEnumerable<string> WhyAlone(PairGraph graph, Pairing pairing, Numbered numbered)
    {
        var barrier = PairingBarrier.Of(graph, pairing);
        var single = barrier.OddGroups.Where(group => group.Count == 1).SelectMany(group => group).ToList();
        var groups = barrier.OddGroups.Where(group => group.Count > 1).ToList();
        if (barrier.Needed.Count == 0)
        {
            if (single.Count > 0)
            {
                yield return $"{Names(numbered.People(single))} may meet nobody.";
            }

            foreach (var group in groups)
            {
                yield return group.Count == graph.People
                    ? $"{graph.People} people are an odd number, so one stays alone."
                    : $"{Names(numbered.People(group))} may only meet among themselves; they are {group.Count}, an odd number, so one stays alone.";
            }

            yield break;
        }

        if (groups.Count == 0)
        {
            yield return $"{single.Count} people may meet only the same {Others(barrier.Needed.Count)}, so at least {barrier.Alone} of them stay alone.";
            yield return $"The {single.Count}: {Names(numbered.People(single))}.";
        }
        else
        {
            yield return $"Without {People(barrier.Needed.Count)}, the rest falls into groups that may only meet inside; {barrier.OddGroups.Count} of them have an odd number of people.";
            yield return $"One in each such group needs one of the {barrier.Needed.Count}, so at least {barrier.Alone} stay alone.";
            foreach (var group in groups.Take(MostNames))
            {
                yield return $"A group of {group.Count}: {Names(numbered.People(group))}.";
            }

            if (single.Count > 0)
            {
                yield return $"Groups of one person: {Names(numbered.People(single))}.";
            }
        }

        yield return $"The {barrier.Needed.Count} they need: {Names(numbered.People(barrier.Needed))}.";
    }

    /// <summary>The first few, and how many more.</summary>
    public static string Names(IReadOnlyList<int> people) => people.Count <= MostNames
        ? string.Join(", ", people)
        : $"{string.Join(", ", people.Take(MostNames))} and {people.Count - MostNames} more";

    private static string People(int count) => count == 1 ? "one person" : $"{count} people";

    private static string Others(int count) => count == 1 ? "one" : $"{count} others";
}
