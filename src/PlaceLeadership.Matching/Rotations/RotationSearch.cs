using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Matching.Rotations;

/// <summary>
/// Plans rounds in which nobody meets somebody again, or a colleague, for as many rounds as can be found: by arithmetic where
/// the people fit a design, and beyond it round by round with the search for sets, whoever has met being kept apart.
/// The question is known as the social golfer problem.
/// </summary>
public static class RotationSearch
{
    private const long StepsOfARound = 2_000_000;

    /// <summary>Plans all rounds. Once no clean round is found any more, later rounds repeat as few meetings as was found.</summary>
    /// <param name="problem">Who meets.</param>
    /// <param name="seed">The same seed tries the same things in the same order.</param>
    /// <param name="seconds">How long it may take. Rounds for which no time is left are planned at once and less well.</param>
    /// <param name="time">The clock that stops it.</param>
    /// <param name="plansMost">How many plans to compare at most: with enough time, the same seed then gives the same plan.</param>
    /// <param name="cancellation">Gives up without an answer.</param>
    public static RotationPlan Run(
        RotationProblem problem, ulong seed, TimeSpan seconds, TimeProvider time, int plansMost = int.MaxValue, CancellationToken cancellation = default)
    {
        var started = time.GetTimestamp();
        TimeSpan Left() => seconds - time.GetElapsedTime(started) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
        var dice = new Dice(seed);
        var design = ColumnDesign.Rounds(problem, dice);
        var best = Extended(problem, design, ref dice, Left, time, cancellation);
        var worth = best.Worth(problem);
        var most = Math.Min(problem.Rounds, CleanRoundsMax(problem));
        for (var plans = 1; plans < plansMost && worth.CleanRounds < most && Left() > TimeSpan.Zero; plans++)
        {
            // Where the design ends, nothing may fit it any more; every other plan does without.
            var other = Extended(problem, plans % 2 == 0 ? design : [], ref dice, Left, time, cancellation);
            if (other.Worth(problem) is var better && IsBetter(better, worth))
            {
                (best, worth) = (other, better);
            }
        }

        return best;
    }

    /// <summary>
    /// A number of rounds that no plan can exceed without a repeated meeting or a meeting of colleagues: the pairs who may
    /// meet, divided by the pairs who meet in a round whose groups are as small as they can be.
    /// </summary>
    public static int CleanRoundsMax(RotationProblem problem)
    {
        var organisations = problem.OrganisationOf.OfType<int>().GroupBy(organisation => organisation).Select(all => all.Count()).ToList();
        if (organisations.Any(people => people > problem.Groups))
        {
            return 0;
        }

        var (size, larger) = Math.DivRem(problem.People, problem.Groups);
        var meetings = (larger * Pairs(size + 1)) + ((problem.Groups - larger) * Pairs(size));
        return meetings == 0 ? problem.Rounds : (Pairs(problem.People) - organisations.Sum(Pairs)) / meetings;
    }

    private static RotationPlan Extended(
        RotationProblem problem, IReadOnlyList<int[]> design, ref Dice dice, Func<TimeSpan> left, TimeProvider time, CancellationToken cancellation)
    {
        List<int[]> rounds = [.. design.Take(problem.Rounds)];
        var apart = new HashSet<TwoPeople>(Together(rounds).Concat(
            AllPairs(problem.People).Where(pair => problem.AreColleagues(pair.One, pair.Other))));
        var sizes = SetSize.Balanced(problem.People, problem.Groups);
        var alike = new int[problem.People * problem.People];
        while (rounds.Count < problem.Rounds)
        {
            var limits = new SearchLimits(dice.Bits(), StepsOfARound, left()) { Enough = new SetsWorth(0, 0) };
            var round = SetSearch.Run(new SetsProblem(problem.People, alike, sizes, apart), limits, time, cancellation);
            rounds.Add([.. round.SetOf]);
            apart.UnionWith(Together([[.. round.SetOf]]));
        }

        return new RotationPlan([.. rounds]);
    }

    private static IEnumerable<TwoPeople> Together(IReadOnlyList<int[]> rounds) => rounds.SelectMany(round =>
        AllPairs(round.Length).Where(pair => round[pair.One] == round[pair.Other]));

    private static IEnumerable<TwoPeople> AllPairs(int people) =>
        from one in Enumerable.Range(0, people) from other in Enumerable.Range(one + 1, people - one - 1) select new TwoPeople(one, other);

    private static bool IsBetter(RotationWorth one, RotationWorth other) =>
        (one.CleanRounds, -one.Repeats - one.Colleagues).CompareTo((other.CleanRounds, -other.Repeats - other.Colleagues)) > 0;

    private static int Pairs(int people) => people * (people - 1) / 2;
}
