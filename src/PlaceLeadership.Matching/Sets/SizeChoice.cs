namespace PlaceLeadership.Matching.Sets;

/// <summary>
/// Which sizes to begin with where sets may be larger or smaller. Nearly all of the diversity lies in how many pairs there
/// are, and going from one choice of sizes to a better one person by person leads through worse ones, so the choice with the
/// most pairs (the fewest, where pairs cost more than they give) is worked out before the search.
/// </summary>
internal sealed class SizeChoice
{
    private const long WorkMost = 20_000_000;

    private readonly int[] _least;
    private readonly int[] _most;
    private readonly int _people;
    private readonly long _sign;
    private readonly long[]? _best;

    public SizeChoice(SetsProblem problem)
    {
        _people = problem.People;
        _least = [.. problem.Sizes.Select(size => size.Least)];
        _most = [.. problem.Sizes.Select(size => Math.Min(size.Most, _people))];
        _sign = TotalOf(problem) < 0 ? -1 : 1;
        var work = _least.Index().Sum(set => (long)(_most[set.Index] - set.Item + 1)) * (_people + 1);
        _best = work > WorkMost ? null : Filled();
    }

    /// <summary>Sizes with the most pairs, by chance one of several such choices.</summary>
    public int[] Choose(ref Dice dice)
    {
        if (_best is null)
        {
            return Scatter(ref dice);
        }

        var sizes = new int[_least.Length];
        var left = _people;
        for (var set = sizes.Length - 1; set >= 0; set--)
        {
            var goal = _best[Cell(set + 1, left)];
            var ways = 0;
            for (var size = _least[set]; size <= Math.Min(_most[set], left); size++)
            {
                if (_best[Cell(set, left - size)] is var before && before != long.MinValue
                    && before + (_sign * size * size) == goal && dice.Below(++ways) == 0)
                {
                    sizes[set] = size;
                }
            }

            left -= sizes[set];
        }

        return sizes;
    }

    /// <summary>Any sizes that are allowed: every set gets its least, the others go where there is room.</summary>
    public int[] Scatter(ref Dice dice)
    {
        int[] sizes = [.. _least];
        for (var placed = sizes.Sum(); placed < _people;)
        {
            var set = dice.Below(sizes.Length);
            if (sizes[set] < _most[set])
            {
                sizes[set]++;
                placed++;
            }
        }

        return sizes;
    }

    // The largest sum of squares for each number of people in the first sets: pairs grow with the squares.
    private long[] Filled()
    {
        var best = new long[(_least.Length + 1) * (_people + 1)];
        Array.Fill(best, long.MinValue);
        best[0] = 0;
        for (var set = 0; set < _least.Length; set++)
        {
            for (var before = 0; before <= _people; before++)
            {
                for (var size = _least[set]; best[Cell(set, before)] != long.MinValue && size <= Math.Min(_most[set], _people - before); size++)
                {
                    ref var known = ref best[Cell(set + 1, before + size)];
                    known = Math.Max(known, best[Cell(set, before)] + (_sign * size * size));
                }
            }
        }

        return best;
    }

    private int Cell(int set, int people) => (set * (_people + 1)) + people;

    private static long TotalOf(SetsProblem problem)
    {
        var total = 0L;
        for (var one = 0; one < problem.People; one++)
        {
            for (var other = 0; other < one; other++)
            {
                total += problem.Diversity(one, other);
            }
        }

        return total;
    }
}
