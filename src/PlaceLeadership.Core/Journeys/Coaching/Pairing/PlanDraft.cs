namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>A plan in the making: any round can be taken out and solved again, exactly, given all others.</summary>
internal sealed class PlanDraft(PairRules rules, PairTiers tiers, IReadOnlyList<int[]> active)
{
    private readonly IReadOnlyList<int[]>[] _rounds = [.. active.Select(_ => Array.Empty<int[]>())];

    public IReadOnlyList<IReadOnlyList<int[]>> Rounds => _rounds;

    public PairRules Rules => rules;

    public IReadOnlyList<int[]> Active => active;

    /// <summary>In how many rounds each person is.</summary>
    public int[] RoundsOfEach() => Count(new int[rules.People], active.SelectMany(people => people));

    public PlanDraft Copy()
    {
        var copy = new PlanDraft(rules, tiers, active);
        _rounds.CopyTo(copy._rounds, 0);
        return copy;
    }

    public void Clear(int round) => _rounds[round] = [];

    public void Set(int round, IReadOnlyList<int[]> groups) => _rounds[round] = groups;

    /// <summary>Solves a round anew as if all others were past.</summary>
    /// <param name="round">Which.</param>
    /// <param name="tilt">What is added to the score of a pair while this is solved, from 0 to the largest score; nothing, if null.</param>
    public void Solve(int round, Func<int, int, long>? tilt = null)
    {
        long Score(int one, int other) => rules.Score(one, other) + (tilt?.Invoke(one, other) ?? 0);
        _rounds[round] = [];
        var met = Met();
        var trios = Above(active[round], Count(rules.InTrio, _rounds.SelectMany(groups => groups).Where(group => group.Length == 3).SelectMany(group => group)));
        var alone = Above(active[round], Count(rules.WithoutPair, Others(round).SelectMany(LeftOut)));
        var solver = new RoundSolver(
            (one, other) => rules.Allowed(one, other) ? tiers.Pair(0, rules.Colleagues(one, other), met[one, other], Score(one, other)) : null,
            (one, other, third) => tiers.Trio(
                0,
                trios[one] + trios[other] + trios[third],
                Of(one, other, third, (a, b) => rules.Colleagues(a, b) ? 1 : 0),
                Of(one, other, third, (a, b) => Math.Min(met[a, b], PairTiers.MetMost)),
                Score(one, other) + Score(one, third) + Score(other, third)),
            person => tiers.LeftOut(alone[person]));
        _rounds[round] = solver.Solve(active[round]);
    }

    public PlanWorth Worth()
    {
        var (placed, unfair, colleagues, repeats, score) = (0, 0, 0, 0, 0L);
        var (trios, alone) = ((int[])rules.InTrio.Clone(), (int[])rules.WithoutPair.Clone());
        var met = new Dictionary<(int, int), int>();
        for (var round = 0; round < _rounds.Length; round++)
        {
            foreach (var group in _rounds[round])
            {
                placed += group.Length;
                foreach (var (one, other) in PairsOf(group))
                {
                    var before = met.GetValueOrDefault((one, other), rules.Met(one, other));
                    met[(one, other)] = before + 1;
                    repeats += before;
                    colleagues += rules.Colleagues(one, other) ? 1 : 0;
                    score += rules.Score(one, other) * (group.Length == 2 ? 2 : 1);
                }
            }

            unfair += Taken(active[round], trios, _rounds[round].Where(group => group.Length == 3).SelectMany(group => group))
                + Taken(active[round], alone, LeftOut(round));
        }

        return new PlanWorth(placed, unfair, colleagues, repeats, score);
    }

    /// <summary>Each two of a group.</summary>
    public static IEnumerable<(int Low, int High)> PairsOf(int[] group)
    {
        yield return (group[0], group[1]);
        if (group.Length == 3)
        {
            yield return (group[0], group[2]);
            yield return (group[1], group[2]);
        }
    }

    public IEnumerable<int> LeftOut(int round) => active[round].Except(_rounds[round].SelectMany(group => group));

    private IEnumerable<int> Others(int round) => Enumerable.Range(0, _rounds.Length).Where(other => other != round && _rounds[other].Count > 0);

    private int[,] Met()
    {
        var met = new int[rules.People, rules.People];
        for (var one = 0; one < rules.People; one++)
        {
            for (var other = 0; other < rules.People; other++)
            {
                met[one, other] = rules.Met(one, other);
            }
        }

        foreach (var (low, high) in _rounds.SelectMany(groups => groups).SelectMany(PairsOf))
        {
            met[low, high]++;
            met[high, low]++;
        }

        return met;
    }

    private static int Of(int one, int other, int third, Func<int, int, int> count) => count(one, other) + count(one, third) + count(other, third);

    private static int[] Count(int[] before, IEnumerable<int> people)
    {
        var count = (int[])before.Clone();
        foreach (var person in people)
        {
            count[person]++;
        }

        return count;
    }

    /// <summary>How much more often than whoever of these was least often, within limits.</summary>
    private static int[] Above(int[] people, int[] count)
    {
        var least = people.Length == 0 ? 0 : people.Min(person => count[person]);
        return [.. count.Select(times => Math.Clamp(times - least, 0, PairTiers.UnfairMost))];
    }

    /// <summary>How much more often those who were taken had been than those whose turn it was, and counts them.</summary>
    private static int Taken(int[] people, int[] count, IEnumerable<int> taken)
    {
        var chosen = taken.ToList();
        if (chosen.Count == 0)
        {
            return 0;
        }

        var unfair = chosen.Sum(person => count[person]) - people.Select(person => count[person]).Order().Take(chosen.Count).Sum();
        chosen.ForEach(person => count[person]++);
        return unfair;
    }
}
