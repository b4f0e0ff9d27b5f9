using NodaTime;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Mail.Composing;

/// <summary>A step that a message names as still open.</summary>
/// <param name="Item">What the message says of it.</param>
/// <param name="Step">The step.</param>
public sealed record StillOpenStep(OutboxItem Item, Step Step)
{
    /// <summary>The last day on which it can be answered, where its journey closes it by itself; null where that follows from the step.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>The last day on which it can be answered.</summary>
    public LocalDate ClosesOn => Step.ClosesOn(Item.PromptedOn, LastDay);
}
