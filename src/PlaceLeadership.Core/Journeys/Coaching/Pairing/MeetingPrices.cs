namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// Prices that are changed step by step so that the bound they give comes down: what meets too often becomes dearer and what does
/// not meet cheaper, in steps as long as the bound is above what was reached (Polyak 1969), along the average of what met lately
/// (the volume algorithm: Barahona and Anbil 2000).
/// </summary>
internal sealed class MeetingPrices
{
    // Found by trying: the last rounds' share of the average, and how long steps are beside Polyak's.
    private const double Fresh = 0.1;
    private const double FirstStep = 0.5;
    private const double LongestStep = 2;
    private const int FailuresBeforeShorter = 5;
    private const int FailuresInAPart = 15;
    private const int FailuresAtTheTop = 40;

    private readonly PricedRounds _rounds;
    private readonly Meets[] _decided;
    private readonly double[] _meetings;
    private readonly double[] _turns;
    private long[] _prices;
    private long[] _turnPrices;
    private double _step = FirstStep;
    private int _failed;
    private long _lowest = long.MaxValue;
    private long _around = long.MaxValue;

    /// <summary>For all plans.</summary>
    /// <param name="rounds">The rounds.</param>
    /// <param name="flow">The optimum of the linear programme, whose prices these begin with; or null to begin with none.</param>
    public MeetingPrices(PricedRounds rounds, GreatestFlow? flow)
        : this(rounds, new Meets[rounds.People * rounds.People], new long[rounds.People * rounds.People], new long[rounds.People]) => Begin(flow);

    private MeetingPrices(PricedRounds rounds, Meets[] decided, long[] prices, long[] turnPrices)
    {
        (_rounds, _decided, _prices, _turnPrices) = (rounds, decided, prices, turnPrices);
        (_meetings, _turns) = (new double[prices.Length], new double[turnPrices.Length]);
    }

    /// <summary>Twice the lowest bound so far, in units.</summary>
    public long DoubledUnits => Math.Min(_lowest, _around);

    /// <summary>Whether steps help no longer.</summary>
    public bool IsStuck => !_rounds.IsClean || _failed >= (_around == long.MaxValue ? FailuresAtTheTop : FailuresInAPart);

    /// <summary>One step.</summary>
    /// <param name="doubledReached">Twice the score of a plan.</param>
    public void Step(long doubledReached)
    {
        double[] slopes = [.. Enumerable.Range(0, _prices.Length).Select(Slope), .. Enumerable.Range(0, _turnPrices.Length).Select(TurnSlope)];
        var square = slopes.Sum(slope => slope * slope);
        var step = square == 0 ? 0 : _step * Math.Max(PricedRounds.Unit, _lowest - (PricedRounds.Unit * doubledReached)) / 2 / square;
        long[] prices = [.. _prices.Select((price, pair) => Moved(price, step * slopes[pair], _decided[pair] == Meets.Once ? -_rounds.MostPrice : 0))];
        long[] turnPrices = [.. _turnPrices.Select((price, person) => Moved(price, step * slopes[_prices.Length + person], -_rounds.MostPrice))];
        if (_rounds.Solve(prices, turnPrices, _decided) is not { } bound)
        {
            (_lowest, _failed) = (0, FailuresAtTheTop);
            return;
        }

        Remember(bound, Fresh);
        if (bound.DoubledUnits < _lowest)
        {
            (_lowest, _prices, _turnPrices, _failed, _step) = (bound.DoubledUnits, prices, turnPrices, 0, Math.Min(LongestStep, _step * 1.1));
        }
        else if (++_failed % FailuresBeforeShorter == 0)
        {
            _step *= 0.66;
        }
    }

    /// <summary>How often two people met lately, on average, in rounds that are each by themselves the best.</summary>
    public double Meetings(int one, int other) => _meetings[_rounds.At(one, other)];

    /// <summary>
    /// Two parts that hold all plans between them: the pair about which the average is least sure meets once, or never. Null if
    /// there is no such pair.
    /// </summary>
    public (MeetingPrices Once, MeetingPrices Never)? Parts()
    {
        var (chosen, most) = (-1, 0d);
        for (var pair = 0; pair < _meetings.Length; pair++)
        {
            if (Doubt(pair) is var doubt && doubt > most)
            {
                (chosen, most) = (pair, doubt);
            }
        }

        return chosen < 0 || !_rounds.IsClean || _rounds.HasTrio ? null : (Part(chosen, Meets.Once), Part(chosen, Meets.Never));
    }

    /// <summary>How far a pair of which nothing is decided is from meeting once, or never, on average.</summary>
    private double Doubt(int pair) => _decided[pair] != Meets.Perhaps ? 0 : Math.Min(_meetings[pair], Math.Abs(1 - _meetings[pair]));

    private long Moved(long price, double by, long least) => Math.Clamp(price + (long)Math.Round(by), least, _rounds.MostPrice);

    private MeetingPrices Part(int pair, Meets meets)
    {
        var decided = (Meets[])_decided.Clone();
        decided[pair] = meets;
        CloseWhoIsFull(decided, pair / _rounds.People);
        CloseWhoIsFull(decided, pair % _rounds.People);
        long[] prices = [.. _prices.Select((price, index) => decided[index] == Meets.Never ? 0 : price)];
        var part = new MeetingPrices(_rounds, decided, prices, (long[])_turnPrices.Clone());
        part.Begin(_rounds.Flow(decided));
        part._around = DoubledUnits;
        return part;
    }

    /// <summary>Who has a partner for every round meets nobody else. Plans with a trio, in which one has two, have no parts.</summary>
    private void CloseWhoIsFull(Meets[] decided, int person)
    {
        var others = Enumerable.Range(0, _rounds.People).Where(other => other != person).Select(other => _rounds.At(person, other)).ToList();
        if (others.Count(pair => decided[pair] == Meets.Once) >= _rounds.Rounds[person])
        {
            others.Where(pair => decided[pair] == Meets.Perhaps).ToList().ForEach(pair => decided[pair] = Meets.Never);
        }
    }

    /// <summary>With the prices of the linear programme, or those of the part around where they are better.</summary>
    private void Begin(GreatestFlow? flow)
    {
        if (flow is null || !_rounds.IsClean)
        {
            Take(_prices);
            return;
        }

        Take(Of(flow));
        Take(_prices);
        for (var one = 0; one < _rounds.People; one++)
        {
            for (var other = one + 1; other < _rounds.People; other++)
            {
                // What meets in the linear programme is an average already.
                var pair = _rounds.At(one, other);
                _meetings[pair] = _decided[pair] == Meets.Once ? 1 : flow.Between(one, other) / 2d;
            }
        }
    }

    private void Take(long[] prices)
    {
        if (_rounds.Solve(prices, _turnPrices, _decided) is not { } bound)
        {
            (_lowest, _failed) = (0, FailuresAtTheTop);
        }
        else if (bound.DoubledUnits < _lowest)
        {
            (_lowest, _prices) = (bound.DoubledUnits, prices);
            Remember(bound, 1);
        }
    }

    private long[] Of(GreatestFlow flow)
    {
        var prices = new long[_prices.Length];
        for (var one = 0; one < _rounds.People; one++)
        {
            for (var other = one + 1; other < _rounds.People; other++)
            {
                var pair = _rounds.At(one, other);
                prices[pair] = !_rounds.May(one, other) || _decided[pair] == Meets.Never ? 0
                    : Math.Clamp(_rounds.Above(flow, one, other), _decided[pair] == Meets.Once ? -_rounds.MostPrice : 0, _rounds.MostPrice);
            }
        }

        return prices;
    }

    private void Remember(PricedBound bound, double share)
    {
        for (var pair = 0; pair < _meetings.Length; pair++)
        {
            _meetings[pair] += share * (bound.Meetings[pair] - _meetings[pair]);
        }

        for (var person = 0; person < _turns.Length; person++)
        {
            _turns[person] += share * (bound.Turns[person] - _turns[person]);
        }
    }

    private double Slope(int pair) =>
        _decided[pair] == Meets.Never || (_decided[pair] == Meets.Perhaps && _prices[pair] == 0 && _meetings[pair] <= 1) ? 0 : _meetings[pair] - 1;

    private double TurnSlope(int person) => _rounds.Turns?.Off(person, _turns[person], _turnPrices[person]) ?? 0;
}
