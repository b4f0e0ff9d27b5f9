using NodaTime;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>What a calendar file says.</summary>
/// <param name="Uid">The same for every file about this meeting, whatever becomes of it (RFC 5545, 3.8.4.7).</param>
/// <param name="Sequence">Rises with every change (RFC 5545, 3.8.7.4).</param>
/// <param name="CalledOff">Whether the meeting does not take place.</param>
/// <param name="Suggested">Whether it is only a time that may suit, which nobody has agreed on.</param>
/// <param name="Start">When it begins, local.</param>
/// <param name="Minutes">How long it is.</param>
/// <param name="Title">What stands in the calendar. It names nobody, for others may see a calendar.</param>
public sealed record CalendarEntry(
    string Uid, int Sequence, bool CalledOff, bool Suggested, LocalDateTime Start, int Minutes, LocalText Title)
{
    /// <summary>What stands for a meeting in calendars.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="step">The step of the meeting.</param>
    /// <param name="who">Which of those who meet for it; it names nobody.</param>
    public static string UidOf(Cohort cohort, StepId step, string who) => $"{cohort.Id}-{step}-{who}@placeleadership";
}
