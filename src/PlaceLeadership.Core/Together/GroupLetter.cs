using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Together;

/// <summary>A message about a pair or a set, filled in for one person.</summary>
/// <param name="Step">The step with its text and questions filled in.</param>
/// <param name="Calendar">The calendar file that goes with it, or null.</param>
public sealed record GroupLetter(Step Step, CalendarEntry? Calendar)
{
    /// <summary>The step whose words are to be looked back on, or null.</summary>
    public string? LooksBackOn { get; init; }

    /// <summary>Whether the reader may move the meeting.</summary>
    public bool MayMove { get; init; }
}
