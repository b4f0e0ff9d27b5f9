namespace PlaceLeadership.Matching.Sets;

/// <summary>
/// The best divisions of the runs so far, all different. What two of them agree on is usually right, so a child keeps it and
/// deals anew only the people on whom they differ (as memetic searches for grouping do; Lai and Hao, "Iterated maxima search
/// for the maximally diverse grouping problem", European Journal of Operational Research 254, 2016, compares them).
/// </summary>
internal sealed class Elite(int most, int sets)
{
    private readonly List<(int[] SetOf, SetsWorth Worth)> _found = new(most + 1);

    public bool IsFull => _found.Count >= most;

    public bool IsEmpty => _found.Count == 0;

    /// <summary>Adds a division if none is worth the same, and drops the worst of too many.</summary>
    public void Add(ReadOnlySpan<int> setOf, SetsWorth worth)
    {
        if (_found.Exists(other => other.Worth == worth))
        {
            return;
        }

        _found.Add(([.. setOf], worth));
        if (_found.Count > most)
        {
            var worst = 0;
            for (var index = 1; index < _found.Count; index++)
            {
                worst = _found[worst].Worth.IsBetterThan(_found[index].Worth) ? index : worst;
            }

            _found.RemoveAt(worst);
        }
    }

    public void Clear() => _found.Clear();

    /// <summary>A child of two of them by chance, with the sizes of the first.</summary>
    public int[] Child(ref Dice dice)
    {
        var first = _found[dice.Below(_found.Count)].SetOf;
        var second = _found[dice.Below(_found.Count)].SetOf;
        var partner = Partners(first, second);
        int[] child = [.. first];
        List<int> people = [];
        List<int> places = [];
        for (var person = 0; person < child.Length; person++)
        {
            if (partner[first[person]] != second[person])
            {
                people.Add(person);
                places.Add(first[person]);
            }
        }

        int[] dealt = [.. places];
        dice.Shuffle<int>(dealt);
        for (var index = 0; index < dealt.Length; index++)
        {
            child[people[index]] = dealt[index];
        }

        return child;
    }

    // For each set of the first the one of the second that it resembles most, no set twice.
    private int[] Partners(int[] first, int[] second)
    {
        var shared = new int[sets * sets];
        for (var person = 0; person < first.Length; person++)
        {
            shared[(first[person] * sets) + second[person]]++;
        }

        var partner = new int[sets];
        Array.Fill(partner, -1);
        var taken = new bool[sets];
        foreach (var pair in Enumerable.Range(0, shared.Length).Where(pair => shared[pair] > 0).OrderByDescending(pair => shared[pair]))
        {
            var (one, other) = (pair / sets, pair % sets);
            if (partner[one] < 0 && !taken[other])
            {
                (partner[one], taken[other]) = (other, true);
            }
        }

        return partner;
    }
}
