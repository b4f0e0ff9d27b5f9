namespace PlaceLeadership.Matching.Sets;

/// <summary>Why no division into sets can exist, known before any search.</summary>
public abstract record NoSets
{
    private NoSets()
    {
    }

    /// <summary>The sets together take fewer people than there are.</summary>
    public sealed record TooFewPlaces(int People, long Places) : NoSets;

    /// <summary>The sets together need more people than there are.</summary>
    public sealed record TooFewPeople(int People, long Needed) : NoSets;

    /// <summary>All of these people must be apart from each other, and there are fewer sets than them.</summary>
    public sealed record TooManyApart(IReadOnlyList<int> Who, int Sets) : NoSets;

    /// <summary>The reason why there is none, or null when none was found; that is no promise that there is one.</summary>
    public static NoSets? For(SetsProblem problem)
    {
        var places = problem.Sizes.Sum(size => (long)size.Most);
        if (places < problem.People)
        {
            return new TooFewPlaces(problem.People, places);
        }

        var needed = problem.Sizes.Sum(size => (long)size.Least);
        return needed > problem.People ? new TooFewPeople(problem.People, needed) : ManyApart(problem);
    }

    // Usually such people are one organisation, which growing from each of its members finds at once.
    private static TooManyApart? ManyApart(SetsProblem problem)
    {
        var sets = problem.Sizes.Count(size => size.Most > 0);
        var others = Enumerable.Range(0, problem.People)
            .Select(one => Enumerable.Range(0, problem.People).Where(other => problem.MustBeApart(one, other)).ToArray())
            .ToArray();
        IReadOnlyList<int> most = [];
        for (var one = 0; one < problem.People; one++)
        {
            if (others[one].Length >= sets && Grown(problem, one, others[one]) is var who && who.Count > most.Count)
            {
                most = who;
            }
        }

        return most.Count > sets ? new TooManyApart([.. most.Order()], sets) : null;
    }

    private static List<int> Grown(SetsProblem problem, int first, int[] candidates)
    {
        List<int> who = [first];
        while (candidates.Length > 0)
        {
            var next = candidates.MaxBy(one => candidates.Count(other => problem.MustBeApart(one, other)));
            who.Add(next);
            candidates = [.. candidates.Where(other => problem.MustBeApart(next, other))];
        }

        return who;
    }
}
