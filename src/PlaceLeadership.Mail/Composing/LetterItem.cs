using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Mail.Composing;

/// <summary>One thing that a letter brings.</summary>
/// <param name="Item">Which one.</param>
/// <param name="Step">The step; filled in for this person if it is about a pair or a set.</param>
public sealed record LetterItem(OutboxItem Item, Step Step)
{
    /// <summary>What goes with it if it is about a pair or a set; otherwise null.</summary>
    public JourneyLetter? About { get; init; }
}
