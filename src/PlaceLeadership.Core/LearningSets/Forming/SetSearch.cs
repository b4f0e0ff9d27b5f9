namespace PlaceLeadership.Core.LearningSets.Forming;

/// <summary>
/// Searches for the most diverse sets and can be stopped at any time. Simulated annealing (Kirkpatrick, Gelatt and Vecchi,
/// Science 220, 1983) over exchanges of two people and, where sizes leave room, moves of one; every run cools down for twice
/// as long as the one before, up to a length that grows with the cohort: small cohorts gain by many runs, large ones by slow
/// cooling. A long search ends in long runs and a short one has finished several.
/// </summary>
public sealed class SetSearch
{
    private const int Tick = 1 << 13;
    private const int ChanceBits = 12;
    private const double ShortestRun = 1_500_000;
    private const double LongestRun = 1e12;
    private const double HotShare = 0.5;
    private const double ColdShare = 0.04;

    private static readonly double[] Chances =
        [.. Enumerable.Range(0, 1 << ChanceBits).Select(index => Math.Log((index + 0.5) / (1 << ChanceBits)))];

    private readonly SetsProblem _problem;
    private readonly SearchLimits _limits;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly Division _division;
    private readonly bool _roomToMove;
    private Dice _dice;
    private long _steps;
    private int[] _best = [];
    private SetsWorth _bestWorth;

    private SetSearch(SetsProblem problem, SearchLimits limits, TimeProvider time)
    {
        _problem = problem;
        _limits = limits;
        _time = time;
        _started = time.GetTimestamp();
        _division = new Division(problem);
        _dice = new Dice(limits.Seed);
        _roomToMove = problem.Sizes.Any(size => size.Least < size.Most);
    }

    /// <summary>Searches until a limit is reached. There is always an answer; it may hold forbidden pairs.</summary>
    /// <param name="problem">What to divide. Its sizes must fit the people; it throws otherwise.</param>
    /// <param name="limits">When to stop.</param>
    /// <param name="time">The clock that stops it.</param>
    /// <param name="cancellation">Gives up without an answer.</param>
    public static FormedSets Run(SetsProblem problem, SearchLimits limits, TimeProvider time, CancellationToken cancellation = default)
        => Run(problem, null, limits, time, cancellation);

    /// <summary>
    /// Searches from a division that is there already, such as one that somebody's leaving has spoilt. The answer is never
    /// worth less than it, and with few steps it is near to it.
    /// </summary>
    /// <param name="problem">What to divide. Its sizes must fit the people; it throws otherwise.</param>
    /// <param name="start">The set of each person to begin with, in sizes that are allowed; null begins with chance.</param>
    /// <param name="limits">When to stop.</param>
    /// <param name="time">The clock that stops it.</param>
    /// <param name="cancellation">Gives up without an answer.</param>
    public static FormedSets Run(
        SetsProblem problem, IReadOnlyList<int>? start, SearchLimits limits, TimeProvider time, CancellationToken cancellation = default)
    {
        if (problem.Sizes.Sum(size => (long)size.Least) > problem.People || problem.Sizes.Sum(size => (long)size.Most) < problem.People)
        {
            throw new ArgumentException($"{problem.People} people do not fit into {problem.Sizes.Count} sets of these sizes.", nameof(problem));
        }

        if (start is not null && !problem.Fits(start))
        {
            throw new ArgumentException("The division to start from has not the people or the sizes of the problem.", nameof(start));
        }

        return new SetSearch(problem, limits, time).Run(start, cancellation);
    }

    private FormedSets Run(IReadOnlyList<int>? start, CancellationToken cancellation)
    {
        if (start is null)
        {
            _division.Deal(ref _dice);
        }
        else
        {
            _division.Take([.. start]);
        }

        _division.Climb();
        Keep();
        var length = Math.Max(20_000L, 20L * _problem.People * _problem.People);
        var longest = (long)Math.Clamp(Math.Pow(_problem.People, 5) / 500, ShortestRun, LongestRun);
        var forbiddenCost = 4.0;
        while (_problem.People > 1 && _problem.Sizes.Count > 1 && !IsEnough() && !IsOver())
        {
            cancellation.ThrowIfCancellationRequested();
            _division.Deal(ref _dice);
            Anneal(length, forbiddenCost, cancellation);
            _division.Climb();
            forbiddenCost *= _division.Worth.Violations > 0 ? 2 : 1;
            Keep();
            length = Math.Min(length * 2, longest);
        }

        return new FormedSets(_best, _problem.Worth(_best), _steps);
    }

    private bool IsEnough() => _limits.Enough is { } enough && !enough.IsBetterThan(_bestWorth);

    private bool IsOver() => _steps >= _limits.StepsMax || _time.GetElapsedTime(_started) >= _limits.Time;

    private void Keep()
    {
        var worth = _division.Proven();
        if (_best.Length == 0 || worth.IsBetterThan(_bestWorth))
        {
            _best = [.. _division.SetOf];
            _bestWorth = worth;
        }
    }

    private void Anneal(long length, double forbiddenCost, CancellationToken cancellation)
    {
        var usual = UsualChange();
        var (hot, cold) = (HotShare * usual, ColdShare * usual);
        var ticks = Math.Max(1, length / Tick);
        for (var tick = 0L; tick < ticks && !IsOver(); tick++)
        {
            cancellation.ThrowIfCancellationRequested();
            var temperature = hot * Math.Pow(cold / hot, tick / (double)ticks);
            var steps = (int)Math.Min(Tick, _limits.StepsMax - _steps);
            Step(steps, temperature, forbiddenCost * hot);
            _steps += steps;
        }
    }

    private void Step(int steps, double temperature, double forbiddenCost)
    {
        var dice = _dice;
        var people = (ulong)_problem.People;
        var sets = (ulong)_problem.Sizes.Count;
        var setOf = _division.SetOf;
        for (var step = 0; step < steps; step++)
        {
            var bits = dice.Bits();
            var one = (int)(((bits & 0xFFFFF) * people) >> 20);
            var chance = Chances[bits >> (64 - ChanceBits)] * temperature;
            if (_roomToMove && (bits & 0x3_0000_0000_0000) == 0)
            {
                var set = (int)((((bits >> 20) & 0xFFFFF) * sets) >> 20);
                if (set != setOf[one] && _division.MayMove(one, set)
                    && _division.ChangeOfMove(one, set) is var change && MoveIsTaken(one, set, change, chance, forbiddenCost))
                {
                    _division.Move(one, set, change);
                }
            }
            else
            {
                var other = (int)((((bits >> 20) & 0xFFFFF) * people) >> 20);
                if (setOf[one] != setOf[other]
                    && _division.ChangeOfSwap(one, other) is var change && SwapIsTaken(one, other, change, chance, forbiddenCost))
                {
                    _division.Swap(one, other, change);
                }
            }
        }

        _dice = dice;
    }

    private bool MoveIsTaken(int person, int set, long change, double chance, double forbiddenCost)
    {
        var gain = Gain(change, forbiddenCost);
        return _problem.Rule is null || (gain < chance && !_division.MayMend(_division.SetOf[person], set))
            ? gain >= chance
            : gain + (_division.FewerBrokenByMove(person, set) * forbiddenCost) >= chance;
    }

    private bool SwapIsTaken(int one, int other, long change, double chance, double forbiddenCost)
    {
        var gain = Gain(change, forbiddenCost);
        return _problem.Rule is null || (gain < chance && !_division.MayMend(_division.SetOf[one], _division.SetOf[other]))
            ? gain >= chance
            : gain + (_division.FewerBrokenBySwap(one, other) * forbiddenCost) >= chance;
    }

    private static double Gain(long change, double forbiddenCost)
    {
        var (fewer, diversity) = Division.Apart(change);
        return diversity + (fewer * forbiddenCost);
    }

    /// <summary>How much an exchange usually changes the diversity: what is hot and what is cold depends on it.</summary>
    private double UsualChange()
    {
        var sum = 1.0;
        const int Samples = 1_000;
        for (var sample = 0; sample < Samples; sample++)
        {
            var (one, other) = (_dice.Below(_problem.People), _dice.Below(_problem.People));
            if (_division.SetOf[one] != _division.SetOf[other])
            {
                sum += Math.Abs(Division.Apart(_division.ChangeOfSwap(one, other)).Diversity);
            }
        }

        return sum / Samples;
    }
}
