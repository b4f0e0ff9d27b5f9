using NodaTime;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// Which messages of journeys are somebody's by now, and from which day. Worked out from the groups each time, so
/// that nothing about it can be out of step with them.
/// </summary>
public sealed class Invitations
{
    /// <summary>Days that whoever is waited for has to answer at least: what would leave fewer comes beside the letter.</summary>
    public const int DaysToAnswer = 4;

    /// <summary>Days within which everybody gets two letters: one that asks, and one in which it is named as still open.</summary>
    public const int DaysOfTwoLetters = 14;

    /// <summary>Days before a meeting within which it is said at once that it was moved or called off, so that nobody travels to it.</summary>
    public const int DaysOfTravel = 2;

    private readonly Dictionary<int, LocalDate> _days = [];
    private readonly Dictionary<int, LocalDate> _until = [];
    private readonly Dictionary<int, LocalDate> _waits = [];
    private Dictionary<int, IReadOnlyList<LocalDate>>? _travels;
    private Dictionary<int, IReadOnlyList<int>>? _told;
    private Dictionary<int, IReadOnlyList<int>>? _anew;
    private List<LocalDate>? _meetings;

    /// <summary>The places of the messages in the timetable.</summary>
    public StepSet Ready { get; private set; }

    /// <summary>Whether no message is theirs.</summary>
    public bool IsEmpty => Ready.IsEmpty;

    /// <summary>The days on which the person's set meets, or met lately.</summary>
    public IReadOnlyList<LocalDate> Meetings => _meetings ?? (IReadOnlyList<LocalDate>)[];

    /// <summary>The day of the message at this place; null when it is not this person's.</summary>
    public LocalDate? DayOf(int place) => _days.TryGetValue(place, out var day) ? day : null;

    /// <summary>Whether the message at this place says nothing any more on that day.</summary>
    public bool IsTooLate(int place, LocalDate day) => _until.TryGetValue(place, out var until) && day > until;

    /// <summary>Whether the message at this place can wait for a letter of that day.</summary>
    public bool CanWait(int place, LocalDate day) => _waits.TryGetValue(place, out var last) ? day <= last : !IsTooLate(place, day);

    /// <summary>The first day, from this one on, within two days of a meeting that somebody would travel to, or miss, who has not got the message at this place; null when there is none any more.</summary>
    public LocalDate? AtOnceFrom(int place, LocalDate from)
    {
        LocalDate? first = null;
        foreach (var meeting in _travels?.GetValueOrDefault(place) ?? [])
        {
            if (meeting >= from)
            {
                var day = LocalDate.Max(from, meeting.PlusDays(-DaysOfTravel));
                first = day >= first ? first : day;
            }
        }

        return first;
    }

    /// <summary>The last day to which somebody would travel, or which they would miss, who has not got the message at this place; null when there is none.</summary>
    public LocalDate? LastTravel(int place) => _travels?.GetValueOrDefault(place) is { Count: > 0 } days ? days.Max() : null;

    /// <summary>The places of the messages that need no telling once the one at this place is told, for it says the same.</summary>
    public IReadOnlyList<int> ToldWith(int place) => _told?.GetValueOrDefault(place) ?? [];

    /// <summary>Adds messages that need no telling once the one at this place is told.</summary>
    public void AddTold(int place, IReadOnlyList<int> others) => (_told ??= [])[place] = [.. others.Where(other => other >= 0)];

    /// <summary>The places of the messages that can come anew once the one at this place is told: what they said was of another group.</summary>
    public IReadOnlyList<int> AnewWith(int place) => _anew?.GetValueOrDefault(place) ?? [];

    /// <summary>Adds messages that can come anew once the one at this place is told.</summary>
    public void AddAnew(int place, IReadOnlyList<int> others) => (_anew ??= [])[place] = [.. others.Where(other => other >= 0)];

    /// <summary>Adds the days to which somebody would travel, or which they would miss, who has not got the message at this place.</summary>
    public void AddTravels(int place, IReadOnlyList<LocalDate> days) => (_travels ??= [])[place] = days;

    /// <summary>Adds a day on which the person's set meets, or met lately.</summary>
    public void AddMeeting(LocalDate day) => (_meetings ??= []).Add(day);

    /// <summary>Adds a message.</summary>
    /// <param name="place">Its place; a step that this version does not have is passed over.</param>
    /// <param name="day">Its day.</param>
    /// <param name="until">The last day on which it is worth sending; null when it always is.</param>
    /// <param name="waits">The last day until which it can wait for a letter; null when as long as it is worth sending.</param>
    public void Add(int place, LocalDate day, LocalDate? until = null, LocalDate? waits = null)
    {
        if (place < 0)
        {
            return;
        }

        Ready = Ready.With(place);
        _days[place] = day;
        if (until is { } last)
        {
            _until[place] = last;
        }

        if (waits is { } lastLetter)
        {
            _waits[place] = lastLetter;
        }
    }
}
