using System.Numerics;

namespace PlaceLeadership.Core.Programmes;

/// <summary>
/// A set of steps by their places in a <see cref="Timetable"/>: at most <see cref="Capacity"/>, which is the most steps
/// a programme may have. A value, so that deciding for a million people allocates nothing.
/// </summary>
public readonly record struct StepSet(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>The most steps a programme may have.</summary>
    public const int Capacity = 256;

    /// <summary>The empty set.</summary>
    public static StepSet Empty => default;

    /// <summary>Whether nothing is in the set.</summary>
    public bool IsEmpty => (A | B | C | D) == 0;

    /// <summary>Whether this place is in the set.</summary>
    public bool Contains(int place) => (Word(place >> 6) & (1UL << place)) != 0;

    /// <summary>The set with this place.</summary>
    public StepSet With(int place) => (place >> 6) switch
    {
        0 => this with { A = A | (1UL << place) },
        1 => this with { B = B | (1UL << place) },
        2 => this with { C = C | (1UL << place) },
        _ => this with { D = D | (1UL << place) },
    };

    /// <summary>The set without this place.</summary>
    public StepSet Without(int place) => (place >> 6) switch
    {
        0 => this with { A = A & ~(1UL << place) },
        1 => this with { B = B & ~(1UL << place) },
        2 => this with { C = C & ~(1UL << place) },
        _ => this with { D = D & ~(1UL << place) },
    };

    /// <summary>What is in either set.</summary>
    public StepSet Union(in StepSet other) => new(A | other.A, B | other.B, C | other.C, D | other.D);

    /// <summary>What is in both sets.</summary>
    public StepSet Intersect(in StepSet other) => new(A & other.A, B & other.B, C & other.C, D & other.D);

    /// <summary>What is in this set and not in the other.</summary>
    public StepSet Except(in StepSet other) => new(A & ~other.A, B & ~other.B, C & ~other.C, D & ~other.D);

    /// <summary>The lowest place, or -1.</summary>
    public int First() =>
        A != 0 ? BitOperations.TrailingZeroCount(A)
        : B != 0 ? 64 + BitOperations.TrailingZeroCount(B)
        : C != 0 ? 128 + BitOperations.TrailingZeroCount(C)
        : D != 0 ? 192 + BitOperations.TrailingZeroCount(D)
        : -1;

    /// <summary>The places, from the lowest.</summary>
    public Enumerator GetEnumerator() => new(this);

    private ulong Word(int word) => word switch { 0 => A, 1 => B, 2 => C, _ => D };

    /// <summary>Goes through the places of a set, without allocating.</summary>
    public struct Enumerator(StepSet rest)
    {
        /// <summary>The place at which it is.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next place, if there is one.</summary>
        public bool MoveNext()
        {
            if (rest.IsEmpty)
            {
                return false;
            }

            Current = rest.First();
            rest = rest.Without(Current);
            return true;
        }
    }
}
