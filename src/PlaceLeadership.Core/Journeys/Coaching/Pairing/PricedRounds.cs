using System.Diagnostics;
using PlaceLeadership.Matching.Pairs;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// All rounds of a plan, each by itself: what keeps them apart, that no two people meet twice and whose turn it is in the trio,
/// has a price instead. Whatever the prices are, what the rounds are worth after prices, exactly, and what is paid for the
/// places that there are together bound the score of every plan from above (Lagrangean relaxation: Held and Karp, "The
/// traveling-salesman problem and minimum spanning trees", 1970 and 1971).
/// </summary>
/// <remarks>
/// A plan pays the price of each of its meetings and turns. It has a pair once at most, and prices of pairs are not negative, so it
/// pays no more than all pairs cost together; and each of its rounds is worth no more after prices than the best round.
/// Everything is counted in whole <see cref="Unit"/>s and summed in 128 bits: no rounding comes between the prices and the bound.
/// </remarks>
internal sealed class PricedRounds
{
    /// <summary>Parts of a point in which prices are counted.</summary>
    public const long Unit = 64;

    private readonly PairRules _rules;
    private readonly List<(int[] People, int Times)> _sets;

    // What all scores of plans are multiples of, doubled as they are.
    private readonly long _steps;

    public PricedRounds(PlanDraft draft)
    {
        var worth = draft.Worth();
        _rules = draft.Rules;
        IsClean = worth.IsClean;
        _sets =
        [
            .. draft.Active.Select(people => people.Order().ToArray())
                .GroupBy(people => string.Join(' ', people), StringComparer.Ordinal)
                .Select(same => (same.First(), same.Count())),
        ];
        Turns = IsClean && worth.Unfair == 0 && _sets is [var (all, rounds)] && all.Length % 2 == 1 ? TrioTurns.Of(all, _rules.InTrio, rounds) : null;
        Rounds = draft.RoundsOfEach();

        // Without a trio everything counts twice.
        _steps = (HasTrio ? 1 : 2) * Math.Max(1, Scores().Aggregate(0L, Divisor));
    }

    public int People => _rules.People;

    /// <summary>Whether only plans without colleagues and repeats are bounded: else pairs are free to meet again, and have no prices.</summary>
    public bool IsClean { get; }

    /// <summary>Whose turn it is, or null where turns have no prices.</summary>
    public TrioTurns? Turns { get; }

    /// <summary>Whether somebody is in a trio.</summary>
    public bool HasTrio => _sets.Any(set => set.People.Length % 2 == 1);

    /// <summary>In how many rounds each is.</summary>
    public int[] Rounds { get; }

    /// <summary>No price is above this, either way: a pair that costs more than it can be worth does not meet.</summary>
    public long MostPrice => 2 * Unit * _rules.MostScore;

    /// <summary>How many rounds are solved when all are.</summary>
    public int Solved => _sets.Sum(set => set.People.Length % 2 == 0 ? 1 : Math.Max(4, set.People.Length / 12));

    /// <summary>Where a pair stands in a list of prices.</summary>
    public int At(int one, int other) => (Math.Min(one, other) * People) + Math.Max(one, other);

    /// <summary>Whether a pair may meet.</summary>
    public bool May(int one, int other) => one != other && (IsClean ? _rules.Clean(one, other) : _rules.Allowed(one, other));

    /// <summary>Twice a bound in points: the largest doubled sum of scores that is within a bound in units.</summary>
    public long Points(long doubledUnits) => doubledUnits / (_steps * Unit) * _steps;

    /// <summary>The linear programme when some pairs are decided: who meets once already has a place less.</summary>
    public GreatestFlow Flow(Meets[] decided)
    {
        int[] times = [.. Enumerable.Range(0, People).Select(person =>
            Math.Max(0, Rounds[person] - Enumerable.Range(0, People).Count(other => other != person && decided[At(person, other)] == Meets.Once)))];
        var flow = new GreatestFlow(
            People,
            times,
            (one, other) => May(one, other) && decided[At(one, other)] == Meets.Perhaps ? Math.Min(1, Math.Min(times[one], times[other])) : 0,
            _rules.Score);
        flow.Run(full: true);
        return flow;
    }

    /// <summary>What a pair is worth above its two people, by the prices of a linear programme, in units.</summary>
    public long Above(GreatestFlow flow, int one, int other) =>
        Unit * ((2 * _rules.Score(one, other)) - flow.DoubledPrice(one) - flow.DoubledPrice(other)) / 2;

    /// <summary>The bound that prices give, with the meetings and turns that show it; null if the rounds cannot be filled.</summary>
    /// <param name="prices">By pair; never below zero unless the pair has to meet.</param>
    /// <param name="turnPrices">By person.</param>
    /// <param name="decided">What was decided about pairs.</param>
    public PricedBound? Solve(long[] prices, long[] turnPrices, Meets[] decided)
    {
        Int128 doubled = 0;
        for (var pair = 0; pair < prices.Length; pair++)
        {
            if (prices[pair] < 0 && decided[pair] != Meets.Once)
            {
                throw new UnreachableException($"The price of a pair is {prices[pair]}, below zero.");
            }

            doubled += 2 * prices[pair];
        }

        for (var person = 0; person < People; person++)
        {
            doubled += 2 * (Turns?.AtMost(person, turnPrices[person]) ?? 0);
        }

        var (meetings, turns) = (new int[prices.Length], new int[People]);
        foreach (var (people, times) in _sets)
        {
            var graph = Graph(people, prices, decided);
            if (people.Length % 2 == 1)
            {
                if (TrioPairing.Find(graph, (one, other, third) => Trio(people[one], people[other], people[third], prices, turnPrices)) is not { } found)
                {
                    return null;
                }

                doubled += (Int128)times * found.DoubledValue;
                int[] trio = [.. found.Trio.Order().Select(person => people[person])];
                Count(meetings, found.Pairing.Pairs.Select(pair => (people[pair.Low], people[pair.High])).Concat(PlanDraft.PairsOf(trio)), times);
                Array.ForEach(trio, person => turns[person] += times);
            }
            else
            {
                var found = BestPairing.Find(graph, PairingAim.PairsFirst).Pairing;
                if (found.Alone.Any())
                {
                    return null;
                }

                doubled += (Int128)times * 2 * found.Weight;
                Count(meetings, found.Pairs.Select(pair => (people[pair.Low], people[pair.High])), times);
            }
        }

        return new PricedBound(checked((long)doubled), meetings, turns);
    }

    private IEnumerable<long> Scores() =>
        from one in Enumerable.Range(0, People)
        from other in Enumerable.Range(0, one)
        where May(one, other)
        select _rules.Score(one, other);

    private static long Divisor(long one, long other) => other == 0 ? one : Divisor(other, one % other);

    private PairGraph Graph(int[] people, long[] prices, Meets[] decided)
    {
        List<WeightedPair> pairs = [];
        for (var one = 0; one < people.Length; one++)
        {
            for (var other = one + 1; other < people.Length; other++)
            {
                var pair = At(people[one], people[other]);
                if (May(people[one], people[other]) && decided[pair] != Meets.Never)
                {
                    pairs.Add(new WeightedPair(one, other, (Unit * _rules.Score(people[one], people[other])) - prices[pair]));
                }
            }
        }

        return new PairGraph(people.Length, pairs);
    }

    /// <summary>Twice what a trio is worth after prices: half its three scores, but each of its three meetings and turns in full.</summary>
    private long Trio(int one, int other, int third, long[] prices, long[] turnPrices) =>
        (Unit * (_rules.Score(one, other) + _rules.Score(one, third) + _rules.Score(other, third)))
        - (2 * (prices[At(one, other)] + prices[At(one, third)] + prices[At(other, third)]))
        - (2 * (turnPrices[one] + turnPrices[other] + turnPrices[third]));

    private void Count(int[] meetings, IEnumerable<(int One, int Other)> pairs, int times)
    {
        foreach (var (one, other) in pairs)
        {
            meetings[At(one, other)] += times;
        }
    }
}

/// <summary>What is decided about a pair in a part of all plans.</summary>
internal enum Meets : byte
{
    /// <summary>Nothing: once or never.</summary>
    Perhaps,

    /// <summary>In exactly one round.</summary>
    Once,

    /// <summary>In none.</summary>
    Never,
}

/// <summary>A bound by prices.</summary>
/// <param name="DoubledUnits">Twice what no plan exceeds, in units.</param>
/// <param name="Meetings">How often each pair meets in rounds that are each by themselves the best after prices.</param>
/// <param name="Turns">How often each person is in a trio there.</param>
internal sealed record PricedBound(long DoubledUnits, int[] Meetings, int[] Turns);
