using System.Runtime.InteropServices;

namespace PlaceLeadership.Matching.Sets;

/// <summary>
/// People to be divided into sets so that the diversity inside sets, summed over all pairs who share one, is as large as
/// possible: the maximally diverse grouping problem, with pairs who must not share a set and a rule that sets must keep.
/// Diversity is in whole units, whatever the caller's unit is, so that a total can be checked exactly.
/// </summary>
public sealed class SetsProblem
{
    /// <summary>More people than this are not formed into sets at once.</summary>
    public const int PeopleMax = 2_000;

    /// <summary>The largest diversity of two people, in units, with either sign.</summary>
    public const int DiversityMax = 16_000_000;

    private readonly int[] _diversity;
    private readonly bool[] _apart;

    /// <summary>States a problem.</summary>
    /// <param name="people">How many people; they are numbered from 0.</param>
    /// <param name="diversity">People × people units, row by row; symmetric. The diagonal is not looked at.</param>
    /// <param name="sizes">The sizes of the sets, one for each set.</param>
    /// <param name="forbidden">Pairs who must not share a set.</param>
    /// <param name="rule">What every set must keep; null when pairs say it all.</param>
    /// <exception cref="ArgumentException">The numbers do not fit together.</exception>
    public SetsProblem(
        int people,
        IReadOnlyList<int> diversity,
        IReadOnlyList<SetSize> sizes,
        IReadOnlyCollection<TwoPeople> forbidden,
        SetRule? rule = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people, PeopleMax);
        ArgumentOutOfRangeException.ThrowIfLessThan(sizes.Count, 1);
        if (diversity.Count != people * people)
        {
            throw new ArgumentException($"{people} people need {people * people} diversities, not {diversity.Count}.", nameof(diversity));
        }

        if (sizes.FirstOrDefault(size => size.Least < 0 || size.Most < size.Least) is { Most: not 0 } wrong)
        {
            throw new ArgumentException($"A set cannot have {wrong.Least} to {wrong.Most} people.", nameof(sizes));
        }

        People = people;
        Sizes = [.. sizes];
        Rule = rule;
        _diversity = [.. diversity];
        _apart = new bool[people * people];
        CheckDiversity();
        foreach (var (one, other) in forbidden)
        {
            if (one == other || one < 0 || other < 0 || one >= people || other >= people)
            {
                throw new ArgumentException($"{one} and {other} are not two of {people} people.", nameof(forbidden));
            }

            _apart[(one * people) + other] = _apart[(other * people) + one] = true;
        }
    }

    /// <summary>How many people there are.</summary>
    public int People { get; }

    /// <summary>The sizes of the sets.</summary>
    public IReadOnlyList<SetSize> Sizes { get; }

    /// <summary>What every set must keep, if anything.</summary>
    public SetRule? Rule { get; }

    /// <summary>How different two people are, in units.</summary>
    public int Diversity(int one, int other) => _diversity[(one * People) + other];

    /// <summary>Whether two people must not share a set.</summary>
    public bool MustBeApart(int one, int other) => _apart[(one * People) + other];

    /// <summary>Sums up from nothing what a division is worth.</summary>
    /// <param name="setOf">The set of each person.</param>
    public SetsWorth Worth(IReadOnlyList<int> setOf)
    {
        if (setOf.Count != People)
        {
            throw new ArgumentException($"{setOf.Count} sets were given for {People} people.", nameof(setOf));
        }

        var total = 0L;
        var forbidden = 0;
        for (var one = 0; one < People; one++)
        {
            for (var other = one + 1; other < People; other++)
            {
                if (setOf[one] == setOf[other])
                {
                    total += Diversity(one, other);
                    forbidden += MustBeApart(one, other) ? 1 : 0;
                }
            }
        }

        return new SetsWorth(forbidden, total) { Broken = Broken(setOf) };
    }

    /// <summary>Whether the sizes of the sets are ones that they may have.</summary>
    /// <param name="setOf">The set of each person.</param>
    public bool Fits(IReadOnlyList<int> setOf)
    {
        var size = new int[Sizes.Count];
        foreach (var set in setOf)
        {
            if (set < 0 || set >= size.Length)
            {
                return false;
            }

            size[set]++;
        }

        return setOf.Count == People && Sizes.Index().All(allowed => size[allowed.Index] >= allowed.Item.Least && size[allowed.Index] <= allowed.Item.Most);
    }

    private int Broken(IReadOnlyList<int> setOf)
    {
        if (Rule is null)
        {
            return 0;
        }

        var members = new List<int>[Sizes.Count];
        for (var set = 0; set < members.Length; set++)
        {
            members[set] = [];
        }

        foreach (var (person, set) in setOf.Index())
        {
            members[set].Add(person);
        }

        return members.Sum(set => Rule.Broken(CollectionsMarshal.AsSpan(set)));
    }

    private void CheckDiversity()
    {
        for (var one = 0; one < People; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var units = Diversity(one, other);
                if (units != Diversity(other, one) || Math.Abs((long)units) > DiversityMax)
                {
                    throw new ArgumentException(
                        $"The diversity of {one} and {other} is {units} units one way and {Diversity(other, one)} the other; "
                        + $"it has to be the same, and at most {DiversityMax}.");
                }
            }
        }
    }
}
