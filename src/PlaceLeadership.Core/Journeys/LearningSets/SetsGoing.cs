using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>How the learning sets are going: their meetings, and never who comes.</summary>
internal static class SetsGoing
{
    /// <summary>Days before the planned day of a meeting from which a set without a date needs a kind act.</summary>
    public const int DateWithinDays = 5;

    /// <summary>The fewest who make a meeting worth holding.</summary>
    public const int ConfirmedLeast = 4;

    /// <summary>The sets, with their meetings that are over.</summary>
    public static JourneyGoing Of(SetsCase now, LocalDateTime at, IReadOnlyList<SetMeeting> past) => now.Standing.All.Count + past.Count == 0
        ? JourneyGoing.Nothing
        : new JourneyGoing(
            [Total([.. past, .. now.Standing.All.SelectMany(set => set.Meetings)], at)],
            [.. now.Standing.All.SelectMany(set => WithoutDate(now, set).Concat(Unconfirmed(now, at, set)))]);

    private static GoingTotal Total(IReadOnlyList<SetMeeting> meetings, LocalDateTime at)
    {
        int Held(bool over) => meetings.Count(meeting => meeting.Stands && meeting.At <= at == over);
        IReadOnlyList<(int Count, string Words)> all =
        [
            (Held(over: true), "whose time has come"), (Held(over: false), "with a date to come"),
            (meetings.Count(meeting => meeting is { At: null, CalledOff: false }), "without a date"), (meetings.Count(meeting => meeting.CalledOff), "called off"),
        ];
        return new GoingTotal(
            "Meetings of learning sets",
            meetings.Count == 0 ? "none yet" : string.Join(", ", all.Where(item => item.Count > 0).Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Count} {item.Words}"))));
    }

    private static IEnumerable<KindAct> WithoutDate(SetsCase now, LearningSet set) =>
        from step in now.Steps
        where set.Members.Count > 1
        let meeting = set.Meetings.FirstOrDefault(meeting => meeting.StepId == step.Id)
        where meeting is null or { At: null, CalledOff: false }
        let planned = now.Planned(step.Id)
        let since = meeting is null ? planned.PlusDays(-DateWithinDays)
            : LocalDate.Min(planned.PlusDays(-DateWithinDays), DatePoll.ClosesOn(meeting, now.Cohort.WentOnFrom))
        // What is put away by then had a date, or never will.
        where now.Today >= since && now.Today < planned.PlusDays(JourneyCase.FormingDaysMax)
        select new KindAct($"Set {Number(set)} has no date for {Title(step)}, which is planned for {LocalDays.InWords(planned, "en")}.", since);

    // Where nobody was asked, as of the first meeting and of one that was moved, nobody can have confirmed it.
    private static IEnumerable<KindAct> Unconfirmed(SetsCase now, LocalDateTime at, LearningSet set) =>
        from meeting in set.Meetings
        where meeting is { Stands: true, Earlier.Count: 0, PollDays: > 0, SettledOn: not null } && meeting.At > at
        let step = now.Timetable.FindStep(meeting.StepId)
        where step is not null && Confirmed(set, meeting) < ConfirmedLeast
        select new KindAct(
            $"Fewer than four of set {Number(set)} have confirmed {Title(step)} on {LocalDays.InWords(meeting.At!.Value.Date, "en")}.", meeting.SettledOn!.Value);

    private static int Confirmed(LearningSet set, SetMeeting meeting) =>
        set.Members.Count(member => meeting.Votes.GetValueOrDefault(member.Person)?.Any(place => meeting.Options[place] == meeting.At) == true);

    private static string Title(Step step) => $"“{step.Title.In("en")}”";

    private static string Number(LearningSet set) => set.Number.ToString(CultureInfo.InvariantCulture);
}
