using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Application.Groups;

/// <summary>Reads who is brought together with whom. Of wishes for somebody else it takes no more than their number.</summary>
public sealed class GroupsReading(CohortReader reader, TimeProvider clock)
{
    /// <summary>The groups of a cohort, or of one part of a large one; null when there is no such cohort.</summary>
    public async Task<CohortGroups?> ReadAsync(CohortId id, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(id, cancellation).ConfigureAwait(false) is not var (view, timetable))
        {
            return null;
        }

        var cohort = view.Cohort.Value;
        var now = clock.Now().InZone(cohort.Zone).LocalDateTime;
        var today = new JourneyCase(timetable, cohort, [.. view.Participants.Select(person => person.Value)], view.Rows, now.Date);
        var coaching = new CoachingCase(today);
        var sets = new SetsCase(today);
        var identities = (await reader.IdentitiesAsync(id, cancellation).ConfigureAwait(false)).ToDictionary(item => item.Key, item => item.Value.Value);
        var past = await OpenRounds.PastAsync(reader, id, cancellation).ConfigureAwait(false);
        IReadOnlyList<OpenRound> rounds = [.. past.Concat(coaching.Open).OrderBy(round => round.FormedOn)];
        var reasons = new PairReasons(identities, rounds);
        var names = new Names(identities, today.People);
        IReadOnlyList<Step> coming = [.. coaching.Steps.Where(step => rounds.All(round => round.StepId != step.Id))];
        return new CohortGroups(
            cohort, now,
            [.. rounds.Select(round => Round(round, coaching, reasons, names))],
            [
                .. sets.Standing.Formed is null && sets.FirstMeeting is { } first ? [ToForm(first, now.Date, sets.ProposedOn(first), sets.TooLateToForm(first), areSets: true)] : Array.Empty<ToForm>(),
                .. coming.Select(step => ToForm(step, now.Date, coaching.ProposedOn(step), coaching.TooLateToForm(step), areSets: false)),
            ],
            cohort.EndedOn is null && coming.Any(step => now.Date < coaching.TooLateToForm(step))
                ? reasons.Promise(today.People.Where(person => person.LeftOn is null).Select(person => person.Id), today.Apart).Sentence : null,
            sets.Standing.Formed is { } formed ? await SetsAsync(sets, formed, names, now, cancellation).ConfigureAwait(false) : null,
            [.. today.Apart.Select(wish => (One: names.Of(wish.One), Other: names.Of(wish.Other))).OrderBy(wish => wish.One.Name, StringComparer.OrdinalIgnoreCase)],
            names.Here(identities.Keys))
        { Rows = view.Rows };
    }

    private static CoachingRound Round(OpenRound round, CoachingCase today, PairReasons reasons, Names names) => new(
        round.StepId, Title(today, round.StepId),
        today.Timetable.PlaceOf(round.StepId) < 0 ? round.FormedOn : today.Planned(round.StepId), !today.Open.Contains(round),
        [
            .. round.Groups.Select(group => new PairOrTrio([.. group.Members.Select(names.Of)], reasons.Why(round, group)))
                .OrderBy(group => group.People[0].Name, StringComparer.OrdinalIgnoreCase),
        ],
        names.Here(round.Alone), round.PairsThatMet, round.Asking.Count, round.Resting.Count);

    private static ToForm ToForm(Step step, LocalDate today, LocalDate proposed, LocalDate tooLate, bool areSets) => new(
        step.Title.In("en"), areSets, proposed, today < proposed ? Forming.Ahead : today < tooLate ? Forming.Due : Forming.Missed);

    private async Task<FormedSets> SetsAsync(
        SetsCase today, SetsFormed formed, Names names, LocalDateTime now, CancellationToken cancellation)
    {
        var sets = new List<SetOfPeople>();
        foreach (var set in today.Standing.All)
        {
            var facilitator = await StandingSets.FacilitatorAsync(reader, today.Cohort.Id, set.Number, cancellation).ConfigureAwait(false);
            sets.Add(new SetOfPeople(
                set.Number, facilitator?.Name,
                [.. set.Members.Select(member => names.Of(member.Person)).OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase)],
                [
                    .. set.Meetings.Select(meeting => new MeetingOfSet(
                        meeting, Title(today, meeting.StepId), meeting.StateAt(now), DatePoll.ClosesOn(meeting, today.Cohort.WentOnFrom))),
                ]));
        }

        return new FormedSets(
            sets, [.. formed.Relaxed.Select(RuleWords.Of)], names.Here(formed.WithoutSet), today.Standing.All.Sum(set => set.Asking.Count));
    }

    private static string Title(JourneyCase today, StepId step) => today.Timetable.FindStep(step)?.Title.In("en") ?? step.Value;

    private sealed class Names(IReadOnlyDictionary<ParticipantId, Identity> identities, IReadOnlyList<Participant> people)
    {
        private readonly HashSet<ParticipantId> _here = [.. people.Where(person => person.LeftOn is null).Select(person => person.Id)];

        public Member Of(ParticipantId id) => identities.GetValueOrDefault(id)?.Entry is { } entry
            ? new Member(id, entry.Name, entry.Organisation, entry.Sector)
            : new Member(id, null, "", "");

        /// <summary>Those of them who have not left, by name.</summary>
        public IReadOnlyList<Member> Here(IEnumerable<ParticipantId> ids) =>
        [
            .. ids.Where(_here.Contains).Select(Of)
                .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase).ThenBy(member => member.Organisation, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
