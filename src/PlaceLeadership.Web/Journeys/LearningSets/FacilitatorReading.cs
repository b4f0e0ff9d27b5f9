using NodaTime;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>
/// Reads what a facilitator sees of their set. It takes neither words nor votes out of the store's answers, only whether there
/// are any.
/// </summary>
internal sealed class FacilitatorReading(CohortReader reader, TimeProvider clock)
{
    /// <summary>The set behind a link, or null when there is none or somebody else facilitates it now.</summary>
    public async Task<FacilitatorSheet?> ReadAsync(FacilitatorLink link, CancellationToken cancellation)
    {
        if (await StandingSets.FacilitatorAsync(reader, link.Cohort, link.Set, cancellation).ConfigureAwait(false) is not { } facilitator
            || facilitator.Generation != link.Generation
            || await reader.ReadAsync(link.Cohort, cancellation).ConfigureAwait(false) is not var (view, timetable)
            || view.Cohort.Value.EndedOn is not null
            || StandingSets.Of(view.Rows).Find(link.Set) is not { } set)
        {
            return null;
        }

        var cohort = view.Cohort.Value;
        var now = clock.Now().InZone(cohort.Zone).LocalDateTime;
        var identities = await reader.IdentitiesAsync(cohort.Id, cancellation).ConfigureAwait(false);
        string Name(ParticipantId person) => identities.GetValueOrDefault(person)?.Value.Entry.Name ?? "";
        string Title(SetMeeting meeting) => timetable.FindStep(meeting.StepId)?.Title.In("en") ?? meeting.StepId.Value;
        var ended = set.Meetings.Where(meeting => !meeting.IsAhead(now)).ToList();
        var putAway = await StandingSets.PastMeetingsAsync(reader, cohort.Id, link.Set, cancellation).ConfigureAwait(false);
        return new FacilitatorSheet(
            cohort, timetable.Programme.Title.In("en"), facilitator, link.Set,
            [.. Members(set, ended, identities)],
            [.. set.Meetings.Where(meeting => meeting.IsAhead(now)).Select(meeting => Ahead(meeting, set, Title(meeting), Name, cohort, now))],
            [
                .. putAway.Concat(ended).Where(meeting => meeting.At is not null).OrderByDescending(meeting => meeting.At)
                    .Select(meeting => new PastMeeting(Title(meeting), meeting, Attendance(set, meeting, Name))),
            ])
        {
            Calendar = (
                from meeting in set.Meetings
                where meeting.At > now
                let step = timetable.FindStep(meeting.StepId)
                where step is not null
                select (meeting.StepId, Entry: SetLetters.Entry(cohort, link.Set, meeting, step.MeetingMinutes)))
                .ToDictionary(item => item.StepId, item => item.Entry),
        };
    }

    /// <summary>Whether somebody else facilitates the set by now.</summary>
    public async Task<bool> IsReplacedAsync(FacilitatorLink link, CancellationToken cancellation) =>
        await StandingSets.FacilitatorAsync(reader, link.Cohort, link.Set, cancellation).ConfigureAwait(false) is { } facilitator
        && facilitator.Generation != link.Generation;

    private static IEnumerable<MemberLine> Members(
        LearningSet set, IReadOnlyList<SetMeeting> ended, IReadOnlyDictionary<ParticipantId, Stored<Identity>> identities) =>
        from member in ended.Aggregate(set.Members, Airtime.After)
        let entry = identities.GetValueOrDefault(member.Person)?.Value.Entry
        where entry is not null
        orderby entry.Name
        select new MemberLine(
            entry.Name, entry.Organisation, entry.Sector, entry.Email, string.IsNullOrWhiteSpace(entry.AccessNeeds) ? null : entry.AccessNeeds,
            member.Turns, member.Led, member.ActionsFrom is not null);

    private static MeetingAhead Ahead(
        SetMeeting meeting, LearningSet set, string title, Func<ParticipantId, string> name, Cohort cohort, LocalDateTime now) =>
        new(title, new MeetingSheet(meeting.StepId.Value, meeting, now), DatePoll.ClosesOn(meeting, cohort.WentOnFrom))
        {
            Answers = meeting.At is not null ? []
                : [.. Named(set, name).Select(member => (member.Name, meeting.Votes.ContainsKey(member.Member.Person)))],
            Presenters = [.. meeting.Presenters.Select(name).Where(presenter => presenter.Length > 0)],
            Leader = meeting.Leader is { } leader ? name(leader) : null,
        };

    private static IReadOnlyList<(string Name, string Said)> Attendance(LearningSet set, SetMeeting meeting, Func<ParticipantId, string> name) =>
        meeting.CalledOff ? [] :
        [
            .. Named(set, name).Select(member => (member.Name, meeting.Records.GetValueOrDefault(member.Member.Person) switch
            {
                { There: true } => FacilitatorWords.WasThere,
                { NotHeld: true } => FacilitatorWords.NotHeld,
                { } => FacilitatorWords.WasAway,
                null when meeting.At is { } at && member.Member.Since > at.Date => FacilitatorWords.NotYetInSet,
                null => FacilitatorWords.HasNotSaid,
            })),
        ];

    private static IEnumerable<(SetMember Member, string Name)> Named(LearningSet set, Func<ParticipantId, string> name) => set.Members
        .Select(member => (member, Name: name(member.Person))).Where(member => member.Name.Length > 0)
        .OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase);
}
