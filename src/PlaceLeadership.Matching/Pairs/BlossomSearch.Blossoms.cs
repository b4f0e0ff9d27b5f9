namespace PlaceLeadership.Matching.Pairs;

/// <content>Blossoms: forming, opening, and moving their base.</content>
internal sealed partial class BlossomSearch
{
    /// <summary>
    /// An odd cycle of nodes, the first of which holds the base. Edge i leads from child i to child i + 1, the last one back to
    /// the first; edges 1, 3, 5 … are matched.
    /// </summary>
    private sealed class Blossom
    {
        public required int[] Children { get; set; }

        public required (int From, int To)[] Edges { get; set; }

        public required int[] Members { get; init; }

        public required long[] Row { get; init; }

        public required int[] Inner { get; init; }

        /// <summary>The price of the first member when the rows were computed.</summary>
        public required long PriceAtBirth { get; init; }

        public long Price { get; set; }
    }

    private void Form(int from, int to)
    {
        var meeting = Meeting(_top[from], _top[to]);
        var (children, edges) = Cycle(meeting, from, to);
        var node = _unused.Pop();
        _alive.Add(node);
        var members = new List<int>();
        var row = new long[_count];
        var inner = new int[_count];
        Array.Fill(row, long.MinValue);
        foreach (var child in children)
        {
            members.AddRange(Members(in child));
            _parent[child] = node;
            Merge(row, inner, child);
        }

        _blossoms[node - _count] = new Blossom
        {
            Children = children,
            Edges = edges,
            Members = [.. members],
            Row = row,
            Inner = inner,
            PriceAtBirth = _price[members[0]],
        };
        (_base[node], _parent[node]) = (_base[meeting], -1);
        foreach (var member in members)
        {
            _top[member] = node;
        }

        MakeEven(node, _tree[meeting]);
    }

    private void Merge(long[] row, int[] inner, int child)
    {
        var childRow = Row(child, out var childInner, out var offset);
        for (var vertex = 0; vertex < row.Length; vertex++)
        {
            var value = childRow[vertex] - offset;
            if (value > row[vertex])
            {
                (row[vertex], inner[vertex]) = (value, childInner is null ? child : childInner[vertex]);
            }
        }
    }

    /// <summary>The first node that two even nodes of one tree have in common on their ways to the root.</summary>
    private int Meeting(int node, int other)
    {
        var passed = new HashSet<int>();
        while (true)
        {
            if (node >= 0)
            {
                if (!passed.Add(node))
                {
                    return node;
                }

                node = Above(node);
            }

            (node, other) = (other, node);
        }
    }

    /// <summary>The next even node towards the root, or -1.</summary>
    private int Above(int even)
    {
        var mate = _mate[_base[even]];
        return mate < 0 ? -1 : _top[_entryFrom[_top[mate]]];
    }

    private (int[] Children, (int From, int To)[] Edges) Cycle(int meeting, int from, int to)
    {
        // From the meeting point down to the one end, across, and from the other end up again.
        var children = new List<int>();
        var edges = new List<(int From, int To)>();
        for (var node = _top[from]; node != meeting; node = Above(node))
        {
            var odd = _top[_mate[_base[node]]];
            children.AddRange([node, odd]);
            edges.AddRange([(_mate[_base[node]], _base[node]), (_entryFrom[odd], _entryTo[odd])]);
        }

        children.Add(meeting);
        children.Reverse();
        edges.Reverse();
        edges.Add((from, to));
        for (var node = _top[to]; node != meeting; node = Above(node))
        {
            var odd = _top[_mate[_base[node]]];
            children.AddRange([node, odd]);
            edges.AddRange([(_base[node], _mate[_base[node]]), (_entryTo[odd], _entryFrom[odd])]);
        }

        return ([.. children], [.. edges]);
    }

    /// <summary>An odd blossom whose price has come down to nothing falls apart; the way through it stays in the tree.</summary>
    private void OpenOdd(int node)
    {
        var blossom = At(node);
        var tree = _tree[node];
        var (from, to) = (_entryFrom[node], _entryTo[node]);
        foreach (var child in blossom.Children)
        {
            _parent[child] = -1;
            foreach (var member in Members(in child))
            {
                _top[member] = child;
            }

            Mark(child, Label.None, -1);
        }

        var (children, edges) = (blossom.Children, blossom.Edges);
        var index = Array.IndexOf(children, _top[to]);
        var step = index % 2 == 0 ? -1 : 1;
        var even = new List<int>();
        while (true)
        {
            var odd = children[index];
            Mark(odd, Label.Odd, tree);
            (_entryFrom[odd], _entryTo[odd]) = (from, to);
            if (index == 0)
            {
                break;
            }

            even.Add(children[(index + step) % children.Length]);
            (from, to) = step < 0 ? Turned(edges[index - 2]) : edges[index + 1];
            index = (index + step + step) % children.Length;
        }

        _alive.Remove(node);
        _blossoms[node - _count] = null;
        _unused.Push(node);
        _label[node] = Label.None;
        foreach (var child in even)
        {
            MakeEven(child, tree);
        }

        static (int From, int To) Turned((int From, int To) edge) => (edge.To, edge.From);
    }

    /// <summary>Changes the matching inside a node so that the given vertex is the one that is matched outside.</summary>
    private void Rotate(int node, int vertex)
    {
        _base[node] = vertex;
        if (node < _count)
        {
            return;
        }

        var blossom = At(node);
        var (children, edges) = (blossom.Children, blossom.Edges);
        var child = vertex;
        while (_parent[child] != node)
        {
            child = _parent[child];
        }

        var start = Array.IndexOf(children, child);
        Rotate(child, vertex);
        var step = start % 2 == 0 ? -1 : 1;
        for (var index = start; index != 0;)
        {
            var (one, other) = step < 0 ? edges[index - 2] : edges[index + 1];
            var (near, far) = (index + step, (index + step + step) % children.Length);
            Rotate(children[near], step < 0 ? other : one);
            Rotate(children[far], step < 0 ? one : other);
            (_mate[one], _mate[other]) = (other, one);
            index = far;
        }

        if (start > 0)
        {
            blossom.Children = [.. children[start..], .. children[..start]];
            blossom.Edges = [.. edges[start..], .. edges[..start]];
        }
    }
}
