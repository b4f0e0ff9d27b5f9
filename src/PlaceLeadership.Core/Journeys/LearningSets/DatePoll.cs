using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>
/// The poll for the date of a set meeting. It offers times at which as many members as possible work, and closes by a rule:
/// as soon as everybody has answered, or when its days are over. The time that most can make is taken; of several the one at
/// which most work, then the earliest.
/// </summary>
public static class DatePoll
{
    /// <summary>The day on which a poll closes at the latest: a pause of the whole cohort does not count.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="wentOnFrom">The day from which the cohort went on after its last pause, or null.</param>
    public static LocalDate ClosesOn(SetMeeting meeting, LocalDate? wentOnFrom) =>
        LocalDate.Max(meeting.OpenedOn, wentOnFrom ?? meeting.OpenedOn).PlusDays(meeting.PollDays);

    /// <summary>
    /// For how many days a poll is open, so that whoever works few days a week has some in which to answer: counted from the second
    /// working day of each, for the first may have a message already.
    /// </summary>
    /// <param name="division">Whose bank holidays are kept.</param>
    /// <param name="opens">The day on which it opens.</param>
    /// <param name="patterns">When the members work.</param>
    public static int Days(UkDivision division, LocalDate opens, IEnumerable<WorkingPattern> patterns) => Math.Clamp(
        patterns.Select(pattern => Period.DaysBetween(opens, Second(division, pattern, opens))).DefaultIfEmpty().Max() + SetMessages.PollDaysEach,
        SetMessages.PollDays, SetMessages.PollDaysMax);

    private static LocalDate Second(UkDivision division, WorkingPattern pattern, LocalDate opens) =>
        WorkingCalendar.OnOrAfter(division, pattern, WorkingCalendar.OnOrAfter(division, pattern, opens).PlusDays(1));

    /// <summary>The first day for a meeting, so that everybody works between the day on which the date is settled and the meeting.</summary>
    /// <param name="division">Whose bank holidays are kept.</param>
    /// <param name="settled">The day on which the date is settled at the latest.</param>
    /// <param name="patterns">When the members work.</param>
    /// <param name="notice">Days between the two at least.</param>
    public static LocalDate FirstDay(UkDivision division, LocalDate settled, IEnumerable<WorkingPattern> patterns, int notice) => patterns
        .Select(pattern => WorkingCalendar.OnOrAfter(division, pattern, settled).PlusDays(1))
        .Append(settled.PlusDays(notice)).Max();

    /// <summary>Whether the poll is over.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="closes">The day on which it closes at the latest.</param>
    /// <param name="voters">Those whose answer is waited for.</param>
    /// <param name="today">The local day.</param>
    public static bool IsOver(SetMeeting meeting, LocalDate closes, IEnumerable<ParticipantId> voters, LocalDate today) =>
        today >= closes || voters.All(meeting.Votes.ContainsKey);

    /// <summary>The time that is taken; null when none is left from this day on.</summary>
    public static LocalDateTime? Chosen(SetMeeting meeting, LocalDate from, int minutes, IReadOnlyList<WorkingPattern> patterns) => meeting.Options
        .Select((start, place) => (start, Votes: meeting.Votes.Values.Count(votes => votes.Contains(place))))
        .Where(option => option.start.Date >= from)
        .OrderByDescending(option => option.Votes)
        .ThenByDescending(option => MeetingTimes.AtWork(option.start, minutes, patterns))
        .ThenBy(option => option.start)
        .Select(option => (LocalDateTime?)option.start)
        .FirstOrDefault();
}
