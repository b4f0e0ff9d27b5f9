using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PlaceLeadership.Matching.Sets;

/// <summary>
/// A division that is shaken: exchanges of two people and moves of one are tried by chance and made when they help, or when
/// they cost no more than the temperature allows (Metropolis and others, Journal of Chemical Physics 21, 1953). Built for
/// speed: whole numbers of 32 bits, for which the units may be made coarser, a soft price for what must not be, and the
/// exchanges of one person with eight others judged at once. <see cref="Division"/> judges what comes out.
/// </summary>
internal sealed class Annealing
{
    private const int ChanceBits = 10;
    private const int ChanceMask = (1 << ChanceBits) - 1;
    private const int Lanes = 8;
    private const int MoveEvery = 64;
    private const int MoveEveryWithRules = 8;
    private const int LargestSum = 1 << 26;
    private const int LargestLoss = 1 << 28;
    private const int Never = -(1 << 30);
    private const int RoomForPrices = 64;
    private const int FineEnough = 10_000;

    // In an order without order: eight that stand together are as good as eight throws.
    private static readonly float[] Chances = Shuffled();

    private readonly SetsProblem _problem;
    private readonly RuleBook? _rules;
    private readonly int _people;
    private readonly int _sets;
    private readonly int _width;

    // A row for each person, and one of nothing for nobody; a row for each set. Rows end with people who do not exist and are
    // in a set that does not exist.
    private readonly int[] _weight;
    private readonly int[] _shared;
    private readonly int[] _setOf;
    private readonly int[] _sharedWithOwn;
    private readonly int[] _size;
    private readonly int[] _least;
    private readonly int[] _most;
    private readonly int[] _threshold;
    private readonly bool _roomToMove;
    private readonly double _scale;
    private readonly double _leastChange;
    private readonly int _priceMost;
    private long _total;

    public Annealing(SetsProblem problem)
    {
        _problem = problem;
        _rules = problem.Rule is { } rule ? new RuleBook(rule, problem) : null;
        _people = problem.People;
        _sets = problem.Sizes.Count;
        _width = (_people + Lanes - 1) / Lanes * Lanes;
        _weight = new int[(_people + 1) * _width];
        _shared = new int[_sets * _width];
        _setOf = new int[_width];
        _sharedWithOwn = new int[_width];
        _size = new int[_sets];
        _least = [.. problem.Sizes.Select(size => size.Least)];
        _most = [.. problem.Sizes.Select(size => Math.Min(size.Most, _people))];
        _threshold = new int[Chances.Length + _width];
        _roomToMove = problem.Sizes.Any(size => size.Least < size.Most);
        var (largest, step, apart) = Survey(problem);
        var most = LargestSum / Math.Max(1, _most.Max());
        var fineness = (FineEnough * (long)step / largest) + 1;
        _scale = Math.Min((double)fineness / step, (double)most / (apart || _rules is not null ? RoomForPrices : 1) / largest);
        _leastChange = largest * _scale / FineEnough;
        _priceMost = most - (int)(largest * _scale);
        Weigh(0);
    }

    /// <summary>The set of each person.</summary>
    public ReadOnlySpan<int> SetOf => _setOf.AsSpan(0, _people);

    /// <summary>What a forbidden pair or a broken rule costs, in the units of the temperature.</summary>
    public int Price { get; private set; }

    /// <summary>How many changes for the worse were made.</summary>
    public long Worsened { get; private set; }

    /// <summary>Sets the price. A division has to be taken over again afterwards.</summary>
    public void Weigh(double price)
    {
        Price = (int)Math.Min(price, _priceMost);
        for (var one = 0; one < _people; one++)
        {
            for (var other = 0; other < _people; other++)
            {
                _weight[(one * _width) + other] = one == other ? 0
                    : (int)Math.Round(_problem.Diversity(one, other) * _scale) - (_problem.MustBeApart(one, other) ? Price : 0);
            }
        }
    }

    /// <summary>Takes over a division.</summary>
    public void Take(ReadOnlySpan<int> setOf)
    {
        Array.Fill(_setOf, _sets);
        setOf.CopyTo(_setOf);
        _rules?.Take(setOf);
        Array.Clear(_size);
        Array.Clear(_shared);
        for (var one = 0; one < _people; one++)
        {
            _size[_setOf[one]]++;
            var row = _shared.AsSpan(_setOf[one] * _width, _people);
            var weights = _weight.AsSpan(one * _width, _people);
            for (var other = 0; other < row.Length; other++)
            {
                row[other] += weights[other];
            }
        }

        for (var one = 0; one < _people; one++)
        {
            _sharedWithOwn[one] = _shared[(_setOf[one] * _width) + one];
        }

        _total = Total();
    }

    /// <summary>Sums up from nothing and holds the sum against the changes made since a division was taken over.</summary>
    /// <exception cref="InvalidOperationException">They differ: the search is wrong.</exception>
    public void Prove()
    {
        if (Total() is var total && total != _total)
        {
            throw new InvalidOperationException($"The search counted {_total} where there is {total}.");
        }
    }

    /// <summary>How much an exchange usually changes the diversity: what is hot and what is cold depends on it.</summary>
    public double UsualChange(ref Dice dice)
    {
        const int Samples = 1_000;
        var sum = 0.0;
        for (var sample = 0; sample < Samples; sample++)
        {
            var (one, other) = (dice.Below(_people), dice.Below(_people));
            if (_setOf[one] != _setOf[other])
            {
                sum += Math.Abs(ChangeOfSwap(one, other));
            }
        }

        return Math.Max(_leastChange, sum / Samples);
    }

    /// <summary>Tries about so many exchanges and moves at one temperature.</summary>
    public void Shake(int steps, double temperature, ref Dice dice)
    {
        var thresholds = MemoryMarshal.Cast<int, Vector256<int>>(_threshold.AsSpan());
        var chances = MemoryMarshal.Cast<float, Vector256<float>>(Chances.AsSpan());
        for (var block = 0; block < thresholds.Length; block++)
        {
            thresholds[block] = Vector256.Max(Vector256.ConvertToInt32(chances[block % chances.Length] * (float)temperature), Vector256.Create(-LargestLoss));
        }

        if (_rules is null)
        {
            ShakeFreely(steps, ref dice);
        }
        else
        {
            ShakeUnderRules(_rules, steps, ref dice);
        }
    }

    private long Total()
    {
        var total = 0L;
        for (var one = 0; one < _people; one++)
        {
            for (var other = 0; other < one; other++)
            {
                total += _setOf[one] == _setOf[other] ? _weight[(one * _width) + other] : 0;
            }
        }

        return total;
    }

    private static float[] Shuffled()
    {
        float[] chances = [.. Enumerable.Range(0, 1 << ChanceBits).Select(index => (float)Math.Log((index + 0.5) / (1 << ChanceBits)))];
        new Dice(1).Shuffle<float>(chances);
        return chances;
    }

    private static (int Largest, int Step, bool Apart) Survey(SetsProblem problem)
    {
        var (largest, step, apart) = (0, 0, false);
        for (var one = 0; one < problem.People; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var units = Math.Abs(problem.Diversity(one, other));
                largest = Math.Max(largest, units);
                for (var rest = units; rest != 0;)
                {
                    (step, rest) = (rest, step % rest);
                }

                apart |= problem.MustBeApart(one, other);
            }
        }

        return (Math.Max(1, largest), Math.Max(1, step), apart);
    }

    // Compiled as well as can be at once: a search of a second has no second one to warm up.
    // A throw gives the person (32 bits), where in the chances to begin (10), whether to move (8), and with which eight others
    // and with whom of them to begin (10 and 3).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ShakeFreely(int steps, ref Dice chance)
    {
        var dice = chance;
        var people = (ulong)_people;
        var blocks = (ulong)(_width / Lanes);
        Span<int> inSets = stackalloc int[Math.Max(Lanes, _sets + 1)];
        inSets[_sets] = Never;
        for (var done = 0; done < steps;)
        {
            var bits = dice.Bits();
            var one = (int)(((uint)bits * people) >> 32);
            var start = (int)(bits >> 32) & ChanceMask;
            if (_roomToMove && (bits >> 42) % MoveEvery == 0)
            {
                TryMoves(one, start);
                done += _sets;
            }
            else
            {
                done += TrySwaps(one, start, (int)((((bits >> 50) & 0x3FF) * blocks) >> 10), (int)(bits >> 61), inSets);
            }
        }

        chance = dice;
    }

    private void TryMoves(int person, int start)
    {
        var from = _setOf[person];
        for (var to = 0; to < _sets && _size[from] > _least[from]; to++)
        {
            if (to != from && _size[to] < _most[to] && _shared[(to * _width) + person] - _sharedWithOwn[person] is var change
                && change >= _threshold[start + (to % Lanes)])
            {
                Worsened += change < 0 ? 1 : 0;
                Move(person, to, change);
                return;
            }
        }
    }

    // Goes through the others, eight at a time, until an exchange with one of them may be made. Says how many were judged.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int TrySwaps(int one, int start, int block, int turn, Span<int> inSets)
    {
        var from = _setOf[one];
        for (int set = 0, cell = one; set < _sets; set++, cell += _width)
        {
            inSets[set] = _shared[cell];
        }

        inSets[from] = Never;
        var setOf = Blocks(_setOf, 0);
        var own = Blocks(_sharedWithOwn, 0);
        var shared = Blocks(_shared, from);
        var weights = Blocks(_weight, one);
        var few = Vector256.Create<int>(inSets[..Lanes]);
        var left = Vector256.Create(_sharedWithOwn[one]);
        for (var judged = Lanes; judged <= _width; judged += Lanes)
        {
            var sets = setOf[block];
            var entered = _sets < Lanes ? Vector256.Shuffle(few, sets) : Vector256.Create(
                inSets[sets[0]], inSets[sets[1]], inSets[sets[2]], inSets[sets[3]], inSets[sets[4]], inSets[sets[5]], inSets[sets[6]], inSets[sets[7]]);
            var change = entered - left + shared[block] - own[block] - (weights[block] + weights[block]);
            var may = Vector256.GreaterThanOrEqual(change, Vector256.LoadUnsafe(ref _threshold[start], (nuint)(judged - Lanes))).ExtractMostSignificantBits();
            if (may != 0)
            {
                var lane = (BitOperations.TrailingZeroCount(((may >> turn) | (may << (Lanes - turn))) & 0xFF) + turn) % Lanes;
                Worsened += change[lane] < 0 ? 1 : 0;
                Swap(one, (block * Lanes) + lane, change[lane]);
                return judged;
            }

            block = block + 1 == setOf.Length ? 0 : block + 1;
        }

        return _width;
    }

    // A throw gives the person (32 bits), the other or the set (16 or 19), whether to move, and the chance (10).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ShakeUnderRules(RuleBook rules, int steps, ref Dice chance)
    {
        var dice = chance;
        var people = (ulong)_people;
        var sets = (ulong)_sets;
        for (var step = 0; step < steps; step++)
        {
            var bits = dice.Bits();
            var one = (int)(((uint)bits * people) >> 32);
            var least = _threshold[bits >> (64 - ChanceBits)];
            var from = _setOf[one];
            if (_roomToMove && (bits >> 51) % MoveEveryWithRules == 0)
            {
                var to = (int)((((bits >> 32) & 0xFFFF) * sets) >> 16);
                if (from != to && _size[to] < _most[to] && _size[from] > _least[from])
                {
                    TryMove(rules, one, to, least);
                }
            }
            else
            {
                var other = (int)((((bits >> 32) & 0x7FFFF) * people) >> 19);
                if (from != _setOf[other])
                {
                    TrySwap(rules, one, other, least);
                }
            }
        }

        chance = dice;
    }

    private void TryMove(RuleBook rules, int person, int to, int least)
    {
        var from = _setOf[person];
        var change = _shared[(to * _width) + person] - _sharedWithOwn[person];
        var priced = change >= least || rules.IsBroken(from, to) ? Priced(change, rules.FewerByMove(person, to)) : change;
        if (priced >= least)
        {
            Worsened += priced < 0 ? 1 : 0;
            rules.Move(person, to);
            Move(person, to, change);
        }
    }

    private void TrySwap(RuleBook rules, int one, int other, int least)
    {
        var change = ChangeOfSwap(one, other);
        var priced = change >= least || rules.IsBroken(_setOf[one], _setOf[other]) ? Priced(change, rules.FewerBySwap(one, other)) : change;
        if (priced >= least)
        {
            Worsened += priced < 0 ? 1 : 0;
            rules.Swap(one, other);
            Swap(one, other, change);
        }
    }

    private int Priced(int change, int fewer) => (int)Math.Clamp(change + ((long)fewer * Price), int.MinValue / 2, int.MaxValue / 2);

    private int ChangeOfSwap(int one, int other) =>
        _shared[(_setOf[other] * _width) + one] - _sharedWithOwn[one] + _shared[(_setOf[one] * _width) + other] - _sharedWithOwn[other]
        - (2 * _weight[(one * _width) + other]);

    private void Move(int person, int to, int change)
    {
        var from = _setOf[person];
        _setOf[person] = to;
        _size[from]--;
        _size[to]++;
        Exchange(person, _people, from, to, change);
    }

    private void Swap(int one, int other, int change)
    {
        var (first, second) = (_setOf[one], _setOf[other]);
        (_setOf[one], _setOf[other]) = (second, first);
        Exchange(one, other, first, second, change);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Exchange(int one, int other, int first, int second, int change)
    {
        _total += change;
        var setOf = Blocks(_setOf, 0);
        var own = Blocks(_sharedWithOwn, 0);
        var ones = Blocks(_weight, one);
        var others = Blocks(_weight, other);
        var firsts = Blocks(_shared, first);
        var seconds = Blocks(_shared, second);
        var (inFirst, inSecond) = (Vector256.Create(first), Vector256.Create(second));
        for (var block = 0; block < setOf.Length && block < own.Length && block < firsts.Length && block < seconds.Length
            && block < ones.Length && block < others.Length; block++)
        {
            var gain = others[block] - ones[block];
            var shared = firsts[block] += gain;
            own[block] = Vector256.ConditionalSelect(Vector256.Equals(setOf[block], inFirst), shared, own[block]);
            shared = seconds[block] -= gain;
            own[block] = Vector256.ConditionalSelect(Vector256.Equals(setOf[block], inSecond), shared, own[block]);
        }
    }

    private Span<Vector256<int>> Blocks(int[] rows, int row) => MemoryMarshal.Cast<int, Vector256<int>>(rows.AsSpan(row * _width, _width));
}
