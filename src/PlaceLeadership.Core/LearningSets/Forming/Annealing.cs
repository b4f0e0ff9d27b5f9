using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PlaceLeadership.Core.LearningSets.Forming;

/// <summary>
/// A division that is shaken: exchanges of two people and moves of one are tried by chance and made when they help, or when
/// they cost no more than the temperature allows. Built for speed: whole numbers of 32 bits, for which the units may be made
/// coarser, and a soft price for what must not be. <see cref="Division"/> judges what comes out.
/// </summary>
internal sealed class Annealing
{
    private const int ChanceBits = 10;
    private const int MoveEvery = 8;
    private const int LargestSum = 1 << 28;
    private const int RoomForPrices = 64;
    private const int FineEnough = 10_000;

    private static readonly double[] Chances =
        [.. Enumerable.Range(0, 1 << ChanceBits).Select(index => Math.Log((index + 0.5) / (1 << ChanceBits)))];

    private readonly SetsProblem _problem;
    private readonly RuleBook? _rules;
    private readonly int _people;
    private readonly int _width;
    private readonly int[] _weight;
    private readonly int[] _shared;
    private readonly int[] _setOf;
    private readonly int[] _size;
    private readonly int[] _least;
    private readonly int[] _most;
    private readonly int[] _threshold = new int[1 << ChanceBits];
    private readonly bool _roomToMove;
    private readonly double _scale;
    private readonly double _leastChange;
    private readonly int _priceMost;

    public Annealing(SetsProblem problem)
    {
        _problem = problem;
        _rules = problem.Rule is { } rule ? new RuleBook(rule, problem) : null;
        _people = problem.People;
        _width = (_people + Vector<int>.Count - 1) / Vector<int>.Count * Vector<int>.Count;
        _weight = new int[_people * _width];
        _shared = new int[problem.Sizes.Count * _width];
        _setOf = new int[_people];
        _size = new int[problem.Sizes.Count];
        _least = [.. problem.Sizes.Select(size => size.Least)];
        _most = [.. problem.Sizes.Select(size => Math.Min(size.Most, _people))];
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
    public ReadOnlySpan<int> SetOf => _setOf;

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
                sum += Math.Abs(ChangeOfSwap(one, other, _setOf[one], _setOf[other]));
            }
        }

        return Math.Max(_leastChange, sum / Samples);
    }

    /// <summary>Tries so many exchanges at one temperature.</summary>
    public void Shake(int steps, double temperature, ref Dice chance)
    {
        for (var index = 0; index < _threshold.Length; index++)
        {
            _threshold[index] = (int)Math.Max(int.MinValue / 2, Math.Round(Chances[index] * temperature));
        }

        var dice = chance;
        var people = (ulong)_people;
        var sets = (ulong)_size.Length;
        var setOf = _setOf;
        for (var step = 0; step < steps; step++)
        {
            // One number gives the person (32 bits), the other or the set (16 or 19), whether to move, and the chance (10).
            var bits = dice.Bits();
            var one = (int)(((uint)bits * people) >> 32);
            var least = _threshold[bits >> (64 - ChanceBits)];
            var from = setOf[one];
            if (_roomToMove && (bits >> 51) % MoveEvery == 0)
            {
                var to = (int)((((bits >> 32) & 0xFFFF) * sets) >> 16);
                if (from != to && _size[to] < _most[to] && _size[from] > _least[from])
                {
                    TryMove(one, from, to, least);
                }
            }
            else
            {
                var other = (int)((((bits >> 32) & 0x7FFFF) * people) >> 19);
                var to = setOf[other];
                if (from != to && ChangeOfSwap(one, other, from, to) is var change && (change >= least || _rules is not null))
                {
                    TrySwap(one, other, change, least);
                }
            }
        }

        chance = dice;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ChangeOfSwap(int one, int other, int first, int second)
    {
        var (rowOfFirst, rowOfSecond) = (first * _width, second * _width);
        return _shared[rowOfSecond + one] - _shared[rowOfFirst + one] + _shared[rowOfFirst + other] - _shared[rowOfSecond + other]
            - (2 * _weight[(one * _width) + other]);
    }

    private void TryMove(int person, int from, int to, int least)
    {
        var change = _shared[(to * _width) + person] - _shared[(from * _width) + person];
        if (_rules is not null && (change >= least || _rules.IsBroken(from, to)))
        {
            change = Priced(change, _rules.FewerByMove(person, to));
        }

        if (change < least)
        {
            return;
        }

        _rules?.Move(person, to);
        var weights = Row(_weight, person);
        var left = Row(_shared, from);
        var entered = Row(_shared, to);
        for (var lane = 0; lane < left.Length && lane < entered.Length && lane < weights.Length; lane++)
        {
            left[lane] -= weights[lane];
            entered[lane] += weights[lane];
        }

        _setOf[person] = to;
        _size[from]--;
        _size[to]++;
        Worsened += change < 0 ? 1 : 0;
    }

    private void TrySwap(int one, int other, int change, int least)
    {
        var (first, second) = (_setOf[one], _setOf[other]);
        if (_rules is not null && (change >= least || _rules.IsBroken(first, second)))
        {
            change = Priced(change, _rules.FewerBySwap(one, other));
        }

        if (change < least)
        {
            return;
        }

        _rules?.Swap(one, other);
        var ones = Row(_weight, one);
        var others = Row(_weight, other);
        var firsts = Row(_shared, first);
        var seconds = Row(_shared, second);
        for (var lane = 0; lane < firsts.Length && lane < seconds.Length && lane < ones.Length && lane < others.Length; lane++)
        {
            var gain = others[lane] - ones[lane];
            firsts[lane] += gain;
            seconds[lane] -= gain;
        }

        (_setOf[one], _setOf[other]) = (second, first);
        Worsened += change < 0 ? 1 : 0;
    }

    private int Priced(int change, int fewer) => (int)Math.Clamp(change + ((long)fewer * Price), int.MinValue / 2, int.MaxValue / 2);

    private Span<Vector<int>> Row(int[] rows, int row) => MemoryMarshal.Cast<int, Vector<int>>(rows.AsSpan(row * _width, _width));
}
