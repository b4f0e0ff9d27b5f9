using NodaTime;

namespace PlaceLeadership.Core.Outbox;

/// <summary>A manager's change to one message of one person: moved to a day, or cancelled.</summary>
/// <param name="StepId">The step.</param>
/// <param name="Kind">The prompt, or one of the times that another message names it as still open.</param>
/// <param name="MovedTo">The day it was moved to; null when it was cancelled.</param>
/// <param name="ShiftDays">Days by which everything not yet sent had moved when it was moved; see <see cref="Programmes.CohortDates"/>.</param>
/// <param name="WithLetter">Whether all of its letter was moved, so that it may come in one of its own; alone it joins the next that comes anyway.</param>
public sealed record Amendment(StepId StepId, MessageKind Kind, LocalDate? MovedTo, int ShiftDays = 0, bool WithLetter = false)
{
    /// <summary>The day it was moved to, moved on with everything else by later pauses of the whole cohort.</summary>
    /// <param name="shiftDays">Days by which everything not yet sent has moved by now.</param>
    public LocalDate? DayAt(int shiftDays) => MovedTo?.PlusDays(shiftDays - ShiftDays);

    /// <summary>Whether the message is cancelled.</summary>
    public bool Cancelled => MovedTo is null;
}
