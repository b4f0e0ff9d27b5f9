namespace PlaceLeadership.Matching.Sets;

/// <summary>
/// A rule about a set as a whole, where pairs who must be apart do not say enough: enough people who took part before,
/// places that are not too far from each other, an hour that suits all. Each time a set breaks it counts like a forbidden
/// pair, so fewer breaks always come before more diversity. Several rules are one rule that adds up what they count.
/// </summary>
public abstract class SetRule
{
    /// <summary>
    /// How often a set of these people breaks the rule; 0 when it keeps it. The search asks millions of times and remembers
    /// the answers, so it must be quick and depend on nothing but who the people are: not on their order, and not on anything
    /// that changes. Where a set can be nearer to keeping a rule or further from it, count how far it is: a search that only
    /// hears "broken" cannot tell which exchange helps.
    /// </summary>
    /// <param name="members">The people of the set by their numbers, in any order; none when the set is empty.</param>
    public abstract int Broken(ReadOnlySpan<int> members);
}
