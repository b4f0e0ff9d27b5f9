using NodaTime;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Core.Together;

/// <summary>
/// Which messages about pairs and sets are somebody's by now, and from which day. Worked out from the groups each time, so
/// that nothing about it can be out of step with them.
/// </summary>
public sealed class Invitations
{
    private readonly Dictionary<int, LocalDate> _days = [];

    /// <summary>The places of the messages in the timetable.</summary>
    public StepSet Ready { get; private set; }

    /// <summary>The day of the message at this place; null when it is not this person's.</summary>
    public LocalDate? DayOf(int place) => _days.TryGetValue(place, out var day) ? day : null;

    /// <summary>Adds a message.</summary>
    internal void Add(int place, LocalDate day)
    {
        if (place >= 0)
        {
            Ready = Ready.With(place);
            _days[place] = day;
        }
    }
}
