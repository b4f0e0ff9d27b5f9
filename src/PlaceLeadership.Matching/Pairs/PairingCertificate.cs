namespace PlaceLeadership.Matching.Pairs;

/// <summary>
/// The proof that no pairing is better: prices that, by linear-programming duality (Edmonds 1965), no pairing can exceed and
/// this one reaches. It can be checked without knowing how they were found.
/// </summary>
/// <param name="Prices">A price of at least zero for each person, in quarters of the weight that was maximised.</param>
/// <param name="GroupPrices">A price of at least zero for each group of an odd number of people.</param>
/// <param name="Inside">For each person, then for each group: the group directly around it (its index plus the number of people), or -1.</param>
public sealed record PairingCertificate(
    IReadOnlyList<long> Prices, IReadOnlyList<long> GroupPrices, IReadOnlyList<int> Inside)
{
    /// <summary>
    /// What is wrong with the proof, or null. Takes O(m + n log n); sums are taken in 128 bits.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="aim">What the pairing is the best at.</param>
    /// <param name="pairing">The pairing.</param>
    public string? Fault(PairGraph graph, PairingAim aim, Pairing pairing)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(pairing);
        return Fault(BestPairing.Maximised(graph, aim), pairing.Mates);
    }

    /// <summary>What pairs of people share in group prices.</summary>
    internal SharedPrices Shared() => new(this, Prices.Count);

    internal string? Fault(IReadOnlyList<WeightedPair> edges, IReadOnlyList<int> mates)
    {
        var people = Prices.Count;
        if (mates.Count != people || Inside.Count != people + GroupPrices.Count)
        {
            return "The proof is about other people than the pairing.";
        }

        if (Prices.Concat(GroupPrices).Any(price => price < 0))
        {
            return "A price is below zero.";
        }

        var sizes = new int[Inside.Count];
        return GroupsFault(sizes) ?? PairsFault(edges, mates, Bound(sizes));
    }

    // Fills in how many people each node holds.
    private string? GroupsFault(int[] sizes)
    {
        var people = Prices.Count;
        for (var node = 0; node < sizes.Length; node++)
        {
            sizes[node] += node < people ? 1 : 0;
            if (node >= people && sizes[node] % 2 == 0)
            {
                return $"Group {node - people} has {sizes[node]} people, which is not odd.";
            }

            if (Inside[node] >= 0)
            {
                if (Inside[node] <= node || Inside[node] < people || Inside[node] >= sizes.Length)
                {
                    return $"Node {node} cannot be inside node {Inside[node]}.";
                }

                sizes[Inside[node]] += sizes[node];
            }
        }

        return null;
    }

    private string? PairsFault(IReadOnlyList<WeightedPair> edges, IReadOnlyList<int> mates, Int128 bound)
    {
        var shared = Shared();
        Int128 reached = 0;
        var paired = 0;
        foreach (var (first, second, weight) in edges)
        {
            var slack = (Int128)Prices[first] + Prices[second] + shared.Between(first, second) - (4 * (Int128)weight);
            if (slack < 0)
            {
                return $"The pair {first}, {second} is worth more than its price.";
            }

            if (mates[first] == second && mates[second] == first)
            {
                paired += 2;
                reached += 4 * (Int128)weight;
            }
        }

        if (mates.Count(mate => mate >= 0) != paired)
        {
            return "Somebody's partner is not an allowed one, or not theirs alone.";
        }

        return bound == reached ? null : $"The prices allow {bound}, the pairing reaches {reached}.";
    }

    private Int128 Bound(int[] sizes)
    {
        Int128 bound = 0;
        foreach (var price in Prices)
        {
            bound += price;
        }

        for (var group = 0; group < GroupPrices.Count; group++)
        {
            bound += (Int128)GroupPrices[group] * (sizes[Prices.Count + group] / 2);
        }

        return bound;
    }

    /// <summary>
    /// The sum of the prices of the groups that hold two people. In the order of a walk through the nested groups it is the
    /// smallest value between neighbours on the way from one to the other, so a sparse table answers it in O(1).
    /// </summary>
    internal sealed class SharedPrices
    {
        private readonly int[] _place;
        private readonly List<Int128[]> _smallest = [];

        public SharedPrices(PairingCertificate certificate, int people)
        {
            var (inside, prices) = (certificate.Inside, certificate.GroupPrices);
            var nodes = inside.Count;
            var within = new List<int>[nodes + 1];
            var sums = new Int128[nodes + 1];
            for (var node = nodes - 1; node >= 0; node--)
            {
                var around = inside[node] < 0 ? nodes : inside[node];
                sums[node] = sums[around] + (node < people ? 0 : prices[node - people]);
                (within[around] ??= []).Add(node);
            }

            _place = new int[people];
            AddLevels([.. Walk(within, sums)]);
        }

        // For each person in the order of the walk, what is shared with the one before.
        private List<Int128> Walk(List<int>[] within, Int128[] sums)
        {
            var between = new List<Int128>(_place.Length);
            var open = new Stack<(int Node, Int128 Shared)>();
            open.Push((within.Length - 1, 0));
            while (open.TryPop(out var next))
            {
                if (next.Node < _place.Length)
                {
                    _place[next.Node] = between.Count;
                    between.Add(next.Shared);
                    continue;
                }

                var children = within[next.Node] ?? [];
                for (var index = children.Count - 1; index >= 0; index--)
                {
                    open.Push((children[index], index == 0 ? next.Shared : sums[next.Node]));
                }
            }

            return between;
        }

        private void AddLevels(Int128[] level)
        {
            _smallest.Add(level);
            for (var reach = 1; 2 * reach <= _place.Length; reach *= 2)
            {
                var longer = new Int128[level.Length];
                for (var index = 0; index < longer.Length; index++)
                {
                    longer[index] = index + reach < level.Length ? Int128.Min(level[index], level[index + reach]) : level[index];
                }

                level = longer;
                _smallest.Add(level);
            }
        }

        public Int128 Between(int first, int second)
        {
            var (low, high) = (Math.Min(_place[first], _place[second]) + 1, Math.Max(_place[first], _place[second]));
            var level = int.Log2(high - low + 1);
            return Int128.Min(_smallest[level][low], _smallest[level][high - (1 << level) + 1]);
        }
    }
}
