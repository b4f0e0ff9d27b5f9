using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Matching.Tests.Sets;

/// <summary>Each set must have some marked people; it counts how many are missing.</summary>
internal sealed class SomeMarked(IReadOnlyList<bool> marked, int least) : SetRule
{
    public override int Broken(ReadOnlySpan<int> members)
    {
        var missing = least;
        foreach (var person in members)
        {
            missing -= marked[person] ? 1 : 0;
        }

        return Math.Max(0, missing);
    }
}
