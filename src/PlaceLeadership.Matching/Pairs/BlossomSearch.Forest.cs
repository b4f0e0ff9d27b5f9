namespace PlaceLeadership.Matching.Pairs;

/// <content>The alternating forest: growing, augmenting, dissolving.</content>
internal sealed partial class BlossomSearch
{
    private const int Stale = -2;

    private ReadOnlySpan<int> Members(in int node) =>
        node < _count ? new ReadOnlySpan<int>(in node) : At(node).Members;

    private void Mark(int node, Label label, int tree)
    {
        (_label[node], _tree[node]) = (label, tree);
        foreach (var vertex in Members(in node))
        {
            _on[vertex] = label;
            if (label == Label.Even)
            {
                _nearBy[vertex] = Stale;
            }
        }
    }

    private void MakeEven(int node, int tree)
    {
        Mark(node, Label.Even, tree);
        Look(node);
    }

    /// <summary>
    /// Offers a new even node's edges to everybody who is not even, and finds its cheapest to another even node. The other one
    /// need not hear of it: of two even nodes, the one that came later knows their edge.
    /// </summary>
    private void Look(int node)
    {
        var row = Row(node, out var inner, out var offset);
        _best[node] = Far;
        for (var vertex = 0; vertex < row.Length; vertex++)
        {
            var slack = offset + _price[vertex] - row[vertex];
            if (_on[vertex] != Label.Even)
            {
                if (slack < _near[vertex])
                {
                    (_near[vertex], _nearBy[vertex]) = (slack, inner is null ? node : inner[vertex]);
                }

                continue;
            }

            if (slack < _best[node] && _top[vertex] != node)
            {
                (_best[node], _bestFrom[node], _bestTo[node]) = (slack, inner is null ? node : inner[vertex], vertex);
            }
        }
    }

    private void FindBest(int node)
    {
        var row = Row(node, out var inner, out var offset);
        _best[node] = Far;
        for (var vertex = 0; vertex < row.Length; vertex++)
        {
            if (_on[vertex] == Label.Even && offset + _price[vertex] - row[vertex] < _best[node] && _top[vertex] != node)
            {
                (_best[node], _bestFrom[node], _bestTo[node]) =
                    (offset + _price[vertex] - row[vertex], inner is null ? node : inner[vertex], vertex);
            }
        }
    }

    /// <summary>Slack from a node to vertex v is offset + price(v) − row[v], through the inner vertex inner[v] (the node itself if null).</summary>
    private ReadOnlySpan<long> Row(int node, out int[]? inner, out long offset)
    {
        if (node < _count)
        {
            (inner, offset) = (null, _price[node]);
            return Weights(node);
        }

        var blossom = At(node);
        (inner, offset) = (blossom.Inner, _price[blossom.Members[0]] - blossom.PriceAtBirth);
        return blossom.Row;
    }

    /// <summary>Takes a node that is reached by a tight edge into the forest, with its mate; or ends the tree there if it has none.</summary>
    private void Grow(int from, int to)
    {
        var (node, tree) = (_top[to], _tree[_top[from]]);
        var mate = _mate[_base[node]];
        if (mate < 0)
        {
            Rotate(node, to);
            _mate[to] = from;
            Flip(from, to);
            Dissolve(tree, tree);
            return;
        }

        Mark(node, Label.Odd, tree);
        (_entryFrom[node], _entryTo[node]) = (from, to);
        MakeEven(_top[mate], tree);
    }

    /// <summary>A tight edge between two even nodes: a blossom in one tree, or an augmenting path between two.</summary>
    private void Meet(int from, int to)
    {
        var (tree, other) = (_tree[_top[from]], _tree[_top[to]]);
        if (tree == other)
        {
            Form(from, to);
            return;
        }

        Flip(from, to);
        Flip(to, from);
        Dissolve(tree, other);
    }

    /// <summary>Matches an even vertex anew (or with nobody) and swaps matched and unmatched edges from there to the root.</summary>
    private void Flip(int vertex, int newMate)
    {
        while (true)
        {
            var node = _top[vertex];
            var left = _mate[_base[node]];
            Rotate(node, vertex);
            _mate[vertex] = newMate;
            if (left < 0)
            {
                return;
            }

            var odd = _top[left];
            (vertex, newMate) = (_entryFrom[odd], _entryTo[odd]);
            Rotate(odd, newMate);
            _mate[newMate] = vertex;
        }
    }

    /// <summary>Takes finished trees out of the forest; only what pointed into them is looked for again.</summary>
    private void Dissolve(int tree, int other)
    {
        var anyEven = false;
        for (var vertex = 0; vertex < _count; vertex++)
        {
            var node = _top[vertex];
            if (_on[vertex] != Label.None && (_tree[node] == tree || _tree[node] == other))
            {
                _on[vertex] = Label.None;
                _label[node] = Label.None;
            }

            anyEven |= _on[vertex] == Label.Even;
        }

        for (var vertex = 0; vertex < _count; vertex++)
        {
            if (_on[vertex] == Label.Even)
            {
                if (_top[vertex] == vertex && _best[vertex] < Far && _on[_bestTo[vertex]] != Label.Even)
                {
                    FindBest(vertex);
                }
            }
            else if (_nearBy[vertex] == Stale || (_nearBy[vertex] >= 0 && _on[_nearBy[vertex]] != Label.Even))
            {
                FindNear(vertex, anyEven);
            }
        }

        foreach (var node in _alive)
        {
            if (_parent[node] < 0 && _label[node] == Label.Even && _best[node] < Far && _on[_bestTo[node]] != Label.Even)
            {
                FindBest(node);
            }
        }
    }

    private void FindNear(int vertex, bool anyEven)
    {
        var (near, by) = (Far - _price[vertex], -1);
        if (anyEven)
        {
            var row = Weights(vertex);
            for (var other = 0; other < row.Length; other++)
            {
                if (_on[other] == Label.Even && _price[other] - row[other] < near)
                {
                    (near, by) = (_price[other] - row[other], other);
                }
            }
        }

        (_near[vertex], _nearBy[vertex]) = (near + _price[vertex], by);
    }
}
