using NodaTime;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.LearningSets.Seating;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Time;
using PlaceLeadership.Core.Together;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Meetings;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Managing.Groups;

/// <summary>Reads who is brought together with whom in one cohort. Of wishes for somebody else it takes no more than their number.</summary>
internal sealed class GroupsReading(CohortDesk desk, LinkTokens tokens, TimeProvider clock)
{
    /// <summary>The page of a cohort, or null when there is no such cohort.</summary>
    public async Task<GroupsSheet?> ReadAsync(CohortId id, CancellationToken cancellation)
    {
        if (await desk.ReadAsync(id, cancellation).ConfigureAwait(false) is not var (view, timetable))
        {
            return null;
        }

        var cohort = view.Cohort.Value;
        var now = clock.Now().InZone(cohort.Zone).LocalDateTime;
        var groups = view.Groups.Groups;
        var today = new ConveningCase(timetable, cohort, [.. view.Participants.Select(person => person.Value)], groups, now.Date);
        var people = (await desk.IdentitiesAsync(id, cancellation).ConfigureAwait(false)).ToDictionary(item => item.Key, item => item.Value.Value);
        var past = await desk.PastRoundsAsync(id, cancellation).ConfigureAwait(false);
        var reasons = new PairReasons(people, [.. past, .. groups.Rounds]);
        string Name(ParticipantId person) => people.GetValueOrDefault(person)?.Entry.Name ?? CohortWords.NoName;
        var coming = today.Rounds.Where(step => groups.RoundOf(step.Id) is null && past.All(round => round.StepId != step.Id)).ToList();
        return new GroupsSheet(
            cohort,
            [.. groups.Rounds.OrderBy(round => round.FormedOn).Select(round => Round(round, today, reasons, Name))],
            [.. SetsToCome(today), .. coming.Select(step => WhenFormed(today, step, GroupsWords.RoundAhead))],
            cohort.EndedOn is null && coming.Exists(step => now.Date < today.TooLateToForm(step)) ? reasons.Promise(today.People.Where(today.IsHere).Select(person => person.Id), groups.Apart).Sentence : null,
            groups.Formed is { } formed
                ? await SetsAsync(today, formed, people, Name, now, cancellation).ConfigureAwait(false) : null,
            [
                .. groups.Apart.Select(wish => new ApartLine(tokens.ReferToPerson(wish.One), Name(wish.One), tokens.ReferToPerson(wish.Other), Name(wish.Other)))
                    .OrderBy(line => line.OneName, StringComparer.OrdinalIgnoreCase),
            ],
            [
                .. today.People.Where(person => person.LeftOn is null && people.ContainsKey(person.Id))
                    .Select(person => new PersonChoice(tokens.ReferToPerson(person.Id), $"{Name(person.Id)}, {people[person.Id].Entry.Organisation}"))
                    .OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase),
            ]);
    }

    private static RoundLine Round(OpenRound round, ConveningCase today, PairReasons reasons, Func<ParticipantId, string> name) => new(
        today.Timetable.FindStep(round.StepId)?.Title.In("en") ?? round.StepId.Value,
        today.Timetable.PlaceOf(round.StepId) < 0 ? round.FormedOn : today.Planned(round.StepId, Phase.Main),
        [
            .. round.Groups.Select(group => new PairLine([.. group.Members.Select(name)], reasons.Why(round, group)))
                .OrderBy(line => line.Names[0], StringComparer.OrdinalIgnoreCase),
        ],
        [.. round.Alone.Select(name).Order(StringComparer.OrdinalIgnoreCase)],
        round.Groups.Sum(group => group.Members.Count), round.Met.Count, round.Asking.Count, round.Resting.Count);

    private static string WhenFormed(ConveningCase today, Step step, string pattern)
    {
        var title = step.Title.In("en");
        var day = today.Planned(step.Id, Phase.Proposal);
        return today.Today < day ? PageWords.Fill(pattern, pattern == GroupsWords.SetsAhead ? CohortWords.Day(day) : title, CohortWords.Day(day))
            : PageWords.Fill(today.Today < today.TooLateToForm(step) ? GroupsWords.FormedSoon : GroupsWords.NotFormed, title);
    }

    private static IEnumerable<string> SetsToCome(ConveningCase today) =>
        today.Groups.Formed is null && today.FirstMeeting is { } first
            ? [WhenFormed(today, first, GroupsWords.SetsAhead)] : [];

    private async Task<SetsLine> SetsAsync(
        ConveningCase today, SetsFormed formed, Dictionary<ParticipantId, Identity> people, Func<ParticipantId, string> name, LocalDateTime now,
        CancellationToken cancellation)
    {
        var sets = new List<SetLine>();
        foreach (var set in today.Groups.Sets)
        {
            var facilitator = await desk.FacilitatorAsync(today.Cohort.Id, set.Number, cancellation).ConfigureAwait(false);
            var entries = set.Members.Where(member => people.ContainsKey(member.Person)).Select(member => people[member.Person].Entry).ToList();
            sets.Add(new SetLine(
                set.Number,
                [
                    .. entries.Select(entry => new MemberLine(entry.Name, entry.Organisation, entry.Sector))
                        .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase),
                ],
                [.. entries.Select(entry => entry.Sector).Distinct().Order(StringComparer.Ordinal)], facilitator?.Name,
                [
                    .. set.Meetings.Where(meeting => !meeting.CalledOff && (meeting.At is null || meeting.At > now)).Select(meeting => new AheadLine(
                        today.Timetable.FindStep(meeting.StepId)?.Title.In("en") ?? meeting.StepId.Value,
                        new MeetingSheet($"{meeting.StepId}-{set.Number}", meeting, now), DatePoll.ClosesOn(meeting, today.Cohort.WentOnFrom))),
                ]));
        }

        return new SetsLine(
            sets, [.. formed.Relaxed.Select(RuleWords.Of)], [.. formed.WithoutSet.Select(name).Order(StringComparer.OrdinalIgnoreCase)],
            today.Groups.Sets.Sum(set => set.Asking.Count));
    }
}
