using NodaTime;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>A message of a journey, filled in for one person.</summary>
/// <param name="Step">The step with its text and questions filled in.</param>
/// <param name="Calendar">The calendar file that goes with it, or null.</param>
public sealed record JourneyLetter(Step Step, CalendarEntry? Calendar)
{
    /// <summary>The step whose words are to be looked back on, or null.</summary>
    public StepId? LooksBackOn { get; init; }

    /// <summary>Whether the reader may move the meeting.</summary>
    public bool MayMove { get; init; }

    /// <summary>The last day before the poll for a date closes by itself; null for every other message.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>The poll for a date as it is where answers by mail are taken; null for every other message.</summary>
    public PollByMail? Poll { get; init; }
}

/// <summary>A poll for a date that can be answered by mail.</summary>
/// <param name="Text">What the message says instead: the times with their numbers, and how to answer.</param>
/// <param name="Times">The times to choose from, local; the first is number 1.</param>
public sealed record PollByMail(LocalText Text, IReadOnlyList<LocalDateTime> Times);
