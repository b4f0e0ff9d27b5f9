namespace PlaceLeadership.Core.Coaching.Pairing;

/// <summary>
/// Prices that are changed step by step so that the bound they give comes down: what meets too often becomes dearer and what does
/// not meet cheaper, in steps as long as the bound is above what was reached (Polyak 1969), along the average of what met lately
/// (the volume algorithm: Barahona and Anbil 2000).
/// </summary>
internal sealed class MeetingPrices
{
    private const double Fresh = 0.1;
    private const double FirstStep = 0.5;
    private const double LongestStep = 2;
    private const int FailuresBeforeShorter = 5;
    private const int FailuresBeforeEnd = 40;

    private readonly PricedRounds _rounds;
    private readonly Meets[] _decided;
    private readonly double[] _meetings;
    private readonly double[] _turns;
    private long[] _prices;
    private long[] _turnPrices;
    private double _step = FirstStep;
    private int _failed;

    /// <summary>For all plans.</summary>
    /// <param name="rounds">The rounds.</param>
    /// <param name="flow">The optimum of the linear programme, whose prices these begin with; or null to begin with none.</param>
    /// <param name="score">The score of a pair.</param>
    public MeetingPrices(PricedRounds rounds, GreatestFlow? flow, Func<int, int, long> score)
        : this(rounds, new Meets[rounds.People * rounds.People], new long[rounds.People * rounds.People], new long[rounds.People])
    {
        for (var one = 0; one < rounds.People && flow is not null && rounds.IsClean; one++)
        {
            for (var other = one + 1; other < rounds.People; other++)
            {
                var above = PricedRounds.Unit * ((2 * score(one, other)) - flow.DoubledPrice(one) - flow.DoubledPrice(other)) / 2;
                _prices[rounds.At(one, other)] = rounds.May(one, other) ? Math.Clamp(above, 0, rounds.MostPrice) : 0;
            }
        }

        Begin();
    }

    private MeetingPrices(PricedRounds rounds, Meets[] decided, long[] prices, long[] turnPrices)
    {
        (_rounds, _decided, _prices, _turnPrices) = (rounds, decided, prices, turnPrices);
        (_meetings, _turns) = (new double[prices.Length], new double[turnPrices.Length]);
    }

    /// <summary>Twice the lowest bound so far.</summary>
    public long DoubledBound { get; private set; }

    /// <summary>Whether steps help no longer.</summary>
    public bool IsStuck => !_rounds.IsClean || _failed >= FailuresBeforeEnd;

    /// <summary>One step.</summary>
    /// <param name="doubledReached">Twice the score of a plan.</param>
    public void Step(long doubledReached)
    {
        var square = _prices.Index().Sum(pair => Slope(pair.Index) * Slope(pair.Index)) + _turns.Index().Sum(person => TurnSlope(person.Index) * TurnSlope(person.Index));
        var step = square == 0 ? 0 : _step * PricedRounds.Unit * Math.Max(1, DoubledBound - doubledReached) / 2 / square;
        long[] prices = [.. _prices.Select((price, pair) => Moved(price, step * Slope(pair), _decided[pair] == Meets.Once ? -_rounds.MostPrice : 0))];
        long[] turnPrices = [.. _turnPrices.Select((price, person) => Moved(price, step * TurnSlope(person), -_rounds.MostPrice))];
        if (_rounds.Solve(prices, turnPrices, _decided) is not { } bound)
        {
            (DoubledBound, _failed) = (0, FailuresBeforeEnd);
            return;
        }

        Remember(bound, Fresh);
        if (bound.Doubled < DoubledBound)
        {
            (DoubledBound, _prices, _turnPrices, _failed, _step) = (bound.Doubled, prices, turnPrices, 0, Math.Min(LongestStep, _step * 1.1));
        }
        else if (++_failed % FailuresBeforeShorter == 0)
        {
            _step *= 0.66;
        }
    }

    /// <summary>
    /// Two parts that hold all plans between them: the pair about which the average is least sure meets once, or never. Null if
    /// there is no such pair.
    /// </summary>
    public (MeetingPrices Once, MeetingPrices Never)? Parts()
    {
        var (chosen, doubt) = (-1, 0d);
        for (var pair = 0; pair < _meetings.Length; pair++)
        {
            if (_decided[pair] == Meets.Perhaps && Math.Min(_meetings[pair], 1 - _meetings[pair]) is var unsure && unsure > doubt)
            {
                (chosen, doubt) = (pair, unsure);
            }
        }

        return chosen < 0 || !_rounds.IsClean ? null : (Part(chosen, Meets.Once), Part(chosen, Meets.Never));
    }

    private static long Moved(long price, double by, long least, long most) => Math.Clamp(price + (long)Math.Round(by), least, most);

    private long Moved(long price, double by, long least) => Moved(price, by, least, _rounds.MostPrice);

    private MeetingPrices Part(int pair, Meets meets)
    {
        var decided = (Meets[])_decided.Clone();
        decided[pair] = meets;
        var prices = (long[])_prices.Clone();
        prices[pair] = meets == Meets.Never ? 0 : prices[pair];
        var part = new MeetingPrices(_rounds, decided, prices, (long[])_turnPrices.Clone());
        part.Begin();
        part.DoubledBound = Math.Min(part.DoubledBound, DoubledBound);
        return part;
    }

    private void Begin()
    {
        if (_rounds.Solve(_prices, _turnPrices, _decided) is { } bound)
        {
            DoubledBound = bound.Doubled;
            Remember(bound, 1);
        }
        else
        {
            _failed = FailuresBeforeEnd;
        }
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
