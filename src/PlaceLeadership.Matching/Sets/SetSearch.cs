namespace PlaceLeadership.Matching.Sets;

/// <summary>
/// Searches for the most diverse sets and can be stopped at any time. A few people are gone through completely. Otherwise it
/// anneals (Kirkpatrick, Gelatt and Vecchi, Science 220, 1983): the first runs begin with chance, later ones with what two of
/// the best divisions so far agree on, and cool down from less hot; when that finds nothing better any more, it begins again.
/// </summary>
public sealed class SetSearch
{
    private const int TickLeast = 1 << 10;
    private const int TickMost = 1 << 13;
    private const int TicksOfRun = 256;
    private const int StepsBetweenLooks = 1 << 16;
    private const int CoolingStepsMost = 1_000_000;
    private const int ShareOfLooking = 4;
    private const int EliteMost = 8;
    private const int FruitlessRunsMost = 60;
    private const long StepsOfPairsLeast = 2_000;
    private const long StepsOfPairsMost = 40_000;
    private const long RunsAimedAt = 50;
    private const double PriceOfUsual = 1.6;

    private readonly SetsProblem _problem;
    private readonly SearchLimits _limits;
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly Division _division;
    private readonly Annealing _annealing;
    private readonly SizeChoice _sizes;
    private readonly Elite _elite;
    private readonly CancellationToken _cancellation;
    private Dice _dice;
    private long _steps;
    private int[] _best = [];
    private SetsWorth _bestWorth;
    private bool _anySizes;

    private SetSearch(SetsProblem problem, SearchLimits limits, TimeProvider time, CancellationToken cancellation)
    {
        _problem = problem;
        _limits = limits;
        _time = time;
        _started = time.GetTimestamp();
        _cancellation = cancellation;
        _division = new Division(problem);
        _annealing = new Annealing(problem);
        _sizes = new SizeChoice(problem);
        _elite = new Elite(EliteMost, problem.Sizes.Count);
        _dice = new Dice(limits.Seed);
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

        return new SetSearch(problem, limits, time, cancellation).Run(start);
    }

    /// <summary>
    /// Runs several searches at the same time, each with chance of its own, and takes the best answer; of equals that of the
    /// first. The same seed, steps and number of searches give the same sets.
    /// </summary>
    /// <param name="problem">What to divide. Its sizes must fit the people; it throws otherwise.</param>
    /// <param name="limits">When each search stops. The first has its seed, the next the one after it.</param>
    /// <param name="searches">How many; more than there are processors only take time from each other.</param>
    /// <param name="time">The clock that stops them.</param>
    /// <param name="cancellation">Gives up without an answer.</param>
    public static FormedSets RunAbreast(
        SetsProblem problem, SearchLimits limits, int searches, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(searches, 1);
        var formed = new FormedSets[searches];
        Parallel.For(
            0, searches, new ParallelOptions { MaxDegreeOfParallelism = searches, CancellationToken = cancellation },
            search => formed[search] = Run(problem, limits with { Seed = limits.Seed + (ulong)search }, time, cancellation));
        var best = formed.Aggregate((first, next) => next.Worth.IsBetterThan(first.Worth) ? next : first);
        return best with { Steps = formed.Sum(search => search.Steps) };
    }

    private FormedSets Run(IReadOnlyList<int>? start)
    {
        Polish(start is null ? Dealt() : [.. start]);
        if (_problem.People <= SmallSets.PeopleMost && _limits.Enough is null && _limits.StepsMax > 0)
        {
            Polish(SmallSets.Best(_problem));
        }
        else if (_problem.People > 1 && _problem.Sizes.Count > 1)
        {
            Search(start is not null);
        }

        return new FormedSets(_best, _problem.Worth(_best), _steps);
    }

    private void Search(bool fromStart)
    {
        if (IsDone())
        {
            return;
        }

        var pairs = (long)_problem.People * _problem.People / _problem.Sizes.Count;
        var cooling = Cooled(Math.Max(100_000L, StepsOfPairsLeast * pairs));
        long Length() => Math.Max(100_000L, Math.Clamp((Affordable() + _steps) / RunsAimedAt, StepsOfPairsLeast * pairs, StepsOfPairsMost * pairs));
        if (!fromStart)
        {
            Polish(_annealing.SetOf);
        }
        else if (!IsDone())
        {
            Run([.. _best], cooling.Warm, cooling.Cold, Length() / 2);
        }

        var fruitless = 0;
        while (!IsDone())
        {
            _cancellation.ThrowIfCancellationRequested();
            if (fruitless > FruitlessRunsMost)
            {
                _elite.Clear();
                fruitless = 0;
            }

            var better = _elite.IsFull
                ? Run(_elite.Child(ref _dice), cooling.Warm, cooling.Cold, Length() / 2)
                : Run(Dealt(), cooling.Hot, cooling.Cold, Length());
            fruitless = better ? 0 : fruitless + 1;
        }
    }

    private Cooling Cooled(long length)
    {
        _annealing.Take(_best);
        var usual = _annealing.UsualChange(ref _dice);
        _annealing.Weigh(PriceOfUsual * usual);
        _annealing.Take(_best);
        var steps = (int)Math.Min(CoolingStepsMost, Math.Min(length, Affordable() / ShareOfLooking));
        return Cooling.Find(usual, steps, (steps, temperature) =>
        {
            var before = _annealing.Worsened;
            _annealing.Shake(steps, temperature, ref _dice);
            _steps += steps;
            return _annealing.Worsened - before;
        });
    }

    // Cools from a division and says whether something better than ever came out. A run that the time would cut off while it
    // is hot is worth nothing, so the last one is shorter.
    private bool Run(int[] setOf, double hot, double cold, long length)
    {
        _annealing.Take(setOf);
        length = Math.Min(length, Affordable());
        var steps = Math.Clamp(length / TicksOfRun, TickLeast, TickMost);
        var ticks = Math.Max(1, length / steps);
        for (var tick = 0L; tick < ticks && !IsOver(); tick++)
        {
            _cancellation.ThrowIfCancellationRequested();
            steps = Math.Min(steps, _limits.StepsMax - _steps);
            _annealing.Shake((int)steps, hot * Math.Pow(cold / hot, tick / (double)ticks), ref _dice);
            _steps += steps;
            if (_limits.Enough is { } enough && tick % (StepsBetweenLooks / steps) == 0 && !enough.IsBetterThan(_problem.Worth([.. _annealing.SetOf])))
            {
                break;
            }
        }

        _annealing.Prove();
        var better = Polish(_annealing.SetOf);
        _elite.Add(_division.SetOf, _division.Worth);
        if (_bestWorth.Violations > 0)
        {
            _annealing.Weigh(_annealing.Price * 2.0);
            _anySizes = true;
        }

        return better;
    }

    private bool Polish(ReadOnlySpan<int> setOf)
    {
        _division.Take(setOf);
        _division.Climb();
        var worth = _division.Proven();
        if (_best.Length > 0 && !worth.IsBetterThan(_bestWorth))
        {
            return false;
        }

        _best = [.. _division.SetOf];
        _bestWorth = worth;
        return true;
    }

    // Where the choice of sizes with the most pairs leaves something broken, other sizes may not.
    private int[] Dealt()
    {
        var sizes = _anySizes && _dice.Below(2) == 0 ? _sizes.Scatter(ref _dice) : _sizes.Choose(ref _dice);
        var order = Enumerable.Range(0, _problem.People).ToArray();
        _dice.Shuffle<int>(order);
        var setOf = new int[order.Length];
        var next = 0;
        for (var set = 0; set < sizes.Length; set++)
        {
            for (var place = 0; place < sizes[set]; place++)
            {
                setOf[order[next++]] = set;
            }
        }

        return setOf;
    }

    private long Affordable()
    {
        var left = _limits.StepsMax - _steps;
        var elapsed = _time.GetElapsedTime(_started);
        return _steps == 0 || _limits.Time == TimeSpan.MaxValue || elapsed <= TimeSpan.Zero
            ? left
            : (long)Math.Min(left, _steps / elapsed.TotalSeconds * (_limits.Time - elapsed).TotalSeconds);
    }

    private bool IsDone() => IsOver() || (_limits.Enough is { } enough && !enough.IsBetterThan(_bestWorth));

    private bool IsOver() => _steps >= _limits.StepsMax || _time.GetElapsedTime(_started) >= _limits.Time;
}
