using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Simulation.Tests.Together;

/// <summary>What must hold of mails when meetings are moved and called off: nobody travels to one, and nobody gets more for it than must be.</summary>
public sealed class ChangeChecks(int seed, Timetable timetable)
{
    private readonly HashSet<(ParticipantId Person, StepId Meeting)> _told = [];
    private readonly Dictionary<StepId, HashSet<LocalDate>> _near = [];
    private readonly List<(ParticipantId Person, LocalDateTime At, bool IsChange)> _counted = [];
    private readonly List<(ParticipantId Person, StepId Message, LocalDate By)> _waits = [];

    public int SaidAtOnce { get; private set; }

    /// <summary>Notes a change, at noon: who knows of the meeting hears of it on that day if it was, or is now, within two days.</summary>
    public void Changed(SetMeeting meeting, IEnumerable<Participant> members, LocalDateTime at)
    {
        var message = meeting.StepId.About(meeting.CalledOff ? SetMessages.CalledOff : meeting.Sequence == 1 ? SetMessages.Moved : SetMessages.LastMoved);
        var dates = meeting.Earlier.Append(meeting.At!.Value).Select(date => date.Date).Where(date => date >= at.Date).ToList();
        _near[message] = [.. _near.GetValueOrDefault(message) ?? [], .. dates];
        var last = meeting.CalledOff || meeting.Earlier.Count == 0 ? meeting.At!.Value : meeting.Earlier[^1];
        var isNear = new[] { last, meeting.At!.Value }.Any(date => date.Date >= at.Date && date.Date <= at.Date.PlusDays(Invitations.DaysOfTravel));
        IReadOnlyList<Participant> set = [.. members];

        // Of several changes at once they hear the last.
        _waits.RemoveAll(wait => wait.Message.Whole == meeting.StepId && set.Any(person => person.Id == wait.Person));
        if (isNear)
        {
            _waits.AddRange(set
                .Where(person => _told.Contains((person.Id, meeting.StepId)) && person.Pause?.Holds(at.Date) != true && person.LeftOn is null)
                .Select(person => (person.Id, message, at.Date)));
        }
    }

    public void Mailed(ParticipantId person, IReadOnlyList<StepId> brings, LocalDateTime at)
    {
        Assert.All(_waits, wait => Assert.True(at.Date <= wait.By, $"Seed {seed}: {wait.Person} had not got {wait.Message} by the end of {wait.By}."));
        foreach (var step in brings)
        {
            if (step.Message == SetMessages.Date)
            {
                _told.Add((person, step.Whole));
            }

            _waits.RemoveAll(wait => wait.Person == person && wait.Message == step);
        }

        var isChange = timetable.FindStep(brings[0])!.IsChangeOfMeeting;
        var days = isChange ? _near.GetValueOrDefault(brings[0]) ?? [] : [];
        if (days.Any(date => date >= at.Date && date <= at.Date.PlusDays(Invitations.DaysOfTravel)) && at.Hour is >= ChangeDays.FromHour and < ChangeDays.ToHour)
        {
            SaidAtOnce++;
            return;
        }

        Assert.True(
            WorkingCalendar.IsWorkingDay(UkDivision.EnglandAndWales, WorkingPattern.FullWeek, at.Date), $"Seed {seed}: {brings[0]} came to {person} at {at}, a day of rest.");
        _counted.Add((person, at, isChange));
    }

    /// <summary>One mail a day, two a week, three where a meeting was moved or called off.</summary>
    public void CheckCaps()
    {
        Assert.Empty(_waits);
        Assert.All(_counted.GroupBy(mail => (mail.Person, mail.At.Date)), day => Assert.True(day.Count() == 1, $"Seed {seed}: {day.Count()} mails on {day.Key}."));
        Assert.All(_counted.GroupBy(mail => (mail.Person, LocalDays.MondayOf(mail.At.Date))), week => Assert.True(
            week.Count() <= 3 && week.Count(mail => !mail.IsChange) <= 2, $"Seed {seed}: {week.Count()} mails in the week of {week.Key}."));
    }
}
