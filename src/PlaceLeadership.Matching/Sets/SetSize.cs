namespace PlaceLeadership.Matching.Sets;

/// <summary>How many people a set may have.</summary>
public readonly record struct SetSize(int Least, int Most)
{
    /// <summary>Sizes that differ by at most one person.</summary>
    /// <param name="people">How many people there are.</param>
    /// <param name="sets">How many sets they form, at least one.</param>
    public static IReadOnlyList<SetSize> Balanced(int people, int sets)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sets, 1);
        var size = new SetSize(people / sets, (people + sets - 1) / sets);
        return [.. Enumerable.Repeat(size, sets)];
    }
}
