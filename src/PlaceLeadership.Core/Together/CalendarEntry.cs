using NodaTime;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Together;

/// <summary>What a calendar file says.</summary>
/// <param name="Uid">The same for every file about this meeting, whatever becomes of it (RFC 5545, 3.8.4.7).</param>
/// <param name="Sequence">Rises with every change (RFC 5545, 3.8.7.4).</param>
/// <param name="CalledOff">Whether the meeting does not take place.</param>
/// <param name="Suggested">Whether it is only a time that may suit, which nobody has agreed on.</param>
/// <param name="Start">When it begins, local.</param>
/// <param name="Minutes">How long it is.</param>
/// <param name="Title">What stands in the calendar. It names nobody, for others may see a calendar.</param>
public sealed record CalendarEntry(
    string Uid, int Sequence, bool CalledOff, bool Suggested, LocalDateTime Start, int Minutes, LocalText Title);
