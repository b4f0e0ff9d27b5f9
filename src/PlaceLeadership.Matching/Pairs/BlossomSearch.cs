using System.Diagnostics;

namespace PlaceLeadership.Matching.Pairs;

/// <summary>
/// The exact search: a maximum-weight matching in a general graph by the primal-dual method of Edmonds ("Maximum matching and
/// a polyhedron with 0,1-vertices", 1965), with a forest grown from all single people at once and each blossom's cheapest
/// way out kept, as in Gabow (1974) and Galil ("Efficient algorithms for finding maximum matching in graphs", 1986).
/// Time O(n³), memory O(n²): 8 n² bytes for weights and at most 6 n² for the rows of blossoms.
/// </summary>
/// <remarks>
/// Every person v has a price y(v) ≥ 0 and every blossom B a price z(B) ≥ 0. An edge's slack is y(u) + y(v) + Σ z(B) − g(u, v)
/// over the blossoms that hold both ends, and is never negative; matched edges have none. g is four times the weight, so that
/// all slacks between outer nodes of the forest are even and halves never appear.
///
/// A node is a person (below n) or a blossom (from n). The vertices of a node change their prices together as long as the
/// node lives, whether it is outermost or not. So the best inner end towards every outside vertex is found once, when the
/// blossom forms, and kept as its row: relabelling a node costs O(n), however many people are in it. After an augmentation
/// only the trees that took part are dissolved.
/// </remarks>
internal sealed partial class BlossomSearch
{
    internal const long NoEdge = -(1L << 61);
    private const long Far = 1L << 60;

    private readonly int _count;
    private readonly long[] _g;
    private readonly long[] _price;
    private readonly int[] _mate;

    private readonly Label[] _label;
    private readonly int[] _tree;
    private readonly int[] _entryFrom;
    private readonly int[] _entryTo;
    private readonly int[] _base;
    private readonly int[] _parent;

    // Cheapest edge of an outer even node to another one.
    private readonly long[] _best;
    private readonly int[] _bestFrom;
    private readonly int[] _bestTo;

    // By vertex: its outermost node, that node's label, and the cheapest edge from an even vertex.
    private readonly int[] _top;
    private readonly Label[] _on;
    private readonly long[] _near;
    private readonly int[] _nearBy;

    private readonly Blossom?[] _blossoms;
    private readonly List<int> _alive = [];
    private readonly Stack<int> _unused = [];

    /// <summary>A search.</summary>
    /// <param name="count">Number of vertices.</param>
    /// <param name="g">Four times the weight of each edge, row by row, symmetric; <see cref="NoEdge"/> where there is none.</param>
    public BlossomSearch(int count, long[] g)
    {
        _count = count;
        _g = g;
        var nodes = count + (count / 2) + 1;
        _price = new long[count];
        _mate = new int[count];
        _label = new Label[nodes];
        _tree = new int[nodes];
        _entryFrom = new int[nodes];
        _entryTo = new int[nodes];
        _base = new int[nodes];
        _parent = new int[nodes];
        _best = new long[nodes];
        _bestFrom = new int[nodes];
        _bestTo = new int[nodes];
        _top = new int[count];
        _on = new Label[count];
        _near = new long[count];
        _nearBy = new int[count];
        _blossoms = new Blossom?[nodes - count];
        Array.Fill(_parent, -1);
        for (var node = nodes - 1; node >= count; node--)
        {
            _unused.Push(node);
        }

        for (var vertex = 0; vertex < count; vertex++)
        {
            (_mate[vertex], _base[vertex], _top[vertex]) = (-1, vertex, vertex);
            (_near[vertex], _nearBy[vertex]) = (Far, -1);
        }
    }

    private enum Label : byte
    {
        None,
        Even,
        Odd,
    }

    private enum Happening
    {
        Settle,
        Grow,
        Meet,
        Open,
    }

    /// <summary>Who is matched with whom, -1 for nobody.</summary>
    public IReadOnlyList<int> Mates => _mate;

    /// <summary>Finds the matching and the prices that prove it.</summary>
    public void Run()
    {
        StartGreedily();
        for (var vertex = 0; vertex < _count; vertex++)
        {
            if (_mate[vertex] < 0 && _price[vertex] > 0)
            {
                MakeEven(vertex, vertex);
            }
        }

        // At most n trees end, and between two ends each node is grown, met or opened a few times at most.
        var patience = 16L * (_count + 1) * (_count + 1);
        while (Next(out var happening, out var who, out var change))
        {
            if (patience-- == 0)
            {
                throw new UnreachableException($"The search among {_count} people does not come to an end.");
            }

            ChangePrices(change);
            switch (happening)
            {
                case Happening.Settle:
                    var tree = _tree[_top[who]];
                    Flip(who, -1);
                    Dissolve(tree, tree);
                    break;
                case Happening.Grow:
                    Grow(_nearBy[who], who);
                    break;
                case Happening.Meet:
                    Meet(_bestFrom[who], _bestTo[who]);
                    break;
                default:
                    OpenOdd(who);
                    break;
            }
        }
    }

    /// <summary>The final prices, with the blossoms numbered so that each comes before the one that holds it.</summary>
    public PairingCertificate Certificate()
    {
        var inside = new int[_parent.Length];
        Array.Fill(inside, -1);
        var order = new List<int>();
        foreach (var node in _alive.Where(node => _parent[node] < 0))
        {
            AddInnermostFirst(node, order);
        }

        for (var place = 0; place < order.Count; place++)
        {
            foreach (var child in At(order[place]).Children)
            {
                inside[child] = _count + place;
            }
        }

        return new PairingCertificate(
            [.. _price],
            [.. order.Select(node => At(node).Price)],
            [.. inside[.._count], .. order.Select(node => inside[node])]);
    }

    private void AddInnermostFirst(int node, List<int> order)
    {
        foreach (var child in At(node).Children.Where(child => child >= _count))
        {
            AddInnermostFirst(child, order);
        }

        order.Add(node);
    }

    /// <summary>Feasible even prices from each row's best edge, lowered one by one, with tight edges between single people taken at once.</summary>
    private void StartGreedily()
    {
        for (var vertex = 0; vertex < _count; vertex++)
        {
            var best = 0L;
            foreach (var g in Weights(vertex))
            {
                best = Math.Max(best, g);
            }

            _price[vertex] = best / 2;
        }

        for (var vertex = 0; vertex < _count; vertex++)
        {
            var row = Weights(vertex);
            var lowest = 0L;
            for (var other = 0; other < row.Length; other++)
            {
                lowest = Math.Max(lowest, row[other] - _price[other]);
            }

            _price[vertex] = lowest;
            for (var other = 0; other < row.Length && _mate[vertex] < 0; other++)
            {
                if (_mate[other] < 0 && row[other] - _price[other] == lowest && row[other] > NoEdge)
                {
                    (_mate[vertex], _mate[other]) = (other, vertex);
                }
            }
        }
    }

    /// <summary>The smallest change of prices after which something can be done, and what; false when nobody is left to match.</summary>
    private bool Next(out Happening happening, out int who, out long change)
    {
        (happening, who, change) = (Happening.Settle, -1, Far);
        for (var vertex = 0; vertex < _count; vertex++)
        {
            var on = _on[vertex];
            if (on == Label.Even)
            {
                if (_price[vertex] < change)
                {
                    (happening, who, change) = (Happening.Settle, vertex, _price[vertex]);
                }

                if (_top[vertex] == vertex && _best[vertex] / 2 < change)
                {
                    (happening, who, change) = (Happening.Meet, vertex, _best[vertex] / 2);
                }
            }
            else if (on == Label.None && _near[vertex] < change)
            {
                (happening, who, change) = (Happening.Grow, vertex, _near[vertex]);
            }
        }

        foreach (var node in _alive)
        {
            if (_parent[node] >= 0)
            {
                continue;
            }

            if (_label[node] == Label.Even && _best[node] / 2 < change)
            {
                (happening, who, change) = (Happening.Meet, node, _best[node] / 2);
            }
            else if (_label[node] == Label.Odd && At(node).Price / 2 < change)
            {
                (happening, who, change) = (Happening.Open, node, At(node).Price / 2);
            }
        }

        if (who >= 0 && (change < 0 || (happening == Happening.Meet && long.IsOddInteger(_best[who]))))
        {
            throw new UnreachableException($"The search lost its footing: {happening} at node {who} with a change of {change}.");
        }

        return who >= 0;
    }

    private void ChangePrices(long change)
    {
        if (change != 0)
        {
            ChangeVertexPrices(change);
            ChangeBlossomPrices(change);
        }
    }

    private void ChangeVertexPrices(long change)
    {
        for (var vertex = 0; vertex < _count; vertex++)
        {
            switch (_on[vertex])
            {
                case Label.Even:
                    _price[vertex] -= change;
                    if (_best[vertex] < Far)
                    {
                        _best[vertex] -= 2 * change;
                    }

                    break;
                case Label.Odd:
                    _price[vertex] += change;
                    break;
                default:
                    if (_near[vertex] < Far)
                    {
                        _near[vertex] -= change;
                    }

                    break;
            }
        }
    }

    private void ChangeBlossomPrices(long change)
    {
        foreach (var node in _alive)
        {
            if (_parent[node] >= 0)
            {
                continue;
            }

            if (_label[node] == Label.Even)
            {
                At(node).Price += 2 * change;
                if (_best[node] < Far)
                {
                    _best[node] -= 2 * change;
                }
            }
            else if (_label[node] == Label.Odd)
            {
                At(node).Price -= 2 * change;
            }
        }
    }

    private ReadOnlySpan<long> Weights(int vertex) => _g.AsSpan(vertex * _count, _count);

    private Blossom At(int node) => _blossoms[node - _count]!;
}
