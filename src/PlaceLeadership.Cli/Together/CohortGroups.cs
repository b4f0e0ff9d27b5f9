using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.LearningSets.Seating;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Time;
using PlaceLeadership.Core.Together;

namespace PlaceLeadership.Cli.Together;

/// <summary>A person by both names that a manager uses.</summary>
internal sealed record GroupPerson(ParticipantId Participant, string Name);

/// <summary>People who coach each other, and why, if that was asked for.</summary>
internal sealed record GroupPair(IReadOnlyList<GroupPerson> People, IReadOnlyList<string>? Why);

/// <summary>A coaching round.</summary>
internal sealed record GroupRound(StepId Step, bool Over, IReadOnlyList<GroupPair> Groups, IReadOnlyList<GroupPerson> Alone);

/// <summary>A meeting of a set.</summary>
internal sealed record GroupMeeting(StepId Step, string? At, string State);

/// <summary>A learning set.</summary>
internal sealed record GroupSet(int Number, string? Facilitator, IReadOnlyList<GroupPerson> Members, IReadOnlyList<GroupMeeting> Meetings);

/// <summary>Who is together with whom in one part of a cohort. Who asked for somebody else is nowhere in it.</summary>
internal sealed record CohortGroups(
    CohortId Cohort, IReadOnlyList<GroupRound> Rounds, string? Promise, bool SetsFormed, IReadOnlyList<GroupSet> Sets,
    IReadOnlyList<string> RulesSetAside, IReadOnlyList<GroupPerson> WithoutSet)
{
    /// <summary>Reads them.</summary>
    public static async Task<CohortGroups> ReadAsync(
        Workspace workspace, Cohort cohort, Timetable timetable, bool explain, CancellationToken cancellation)
    {
        var desk = workspace.Services.GetRequiredService<CohortDesk>();
        var view = (await desk.ReadAsync(cohort.Id, cancellation).ConfigureAwait(false))!.Value.View;
        var groups = view.Groups.Groups;
        IReadOnlyList<OpenRound> rounds =
        [
            .. (await desk.PastRoundsAsync(cohort.Id, cancellation).ConfigureAwait(false)).Concat(groups.Rounds)
                .OrderBy(round => round.FormedOn),
        ];
        var identities = (await desk.IdentitiesAsync(cohort.Id, cancellation).ConfigureAwait(false)).Values
            .Select(identity => identity.Value).ToDictionary(identity => identity.ParticipantId);
        var why = new PairReasons(identities, rounds);
        GroupPerson Person(ParticipantId id) => new(id, identities.TryGetValue(id, out var known) ? known.Entry.Name : id.Value);
        IReadOnlyList<ParticipantId> here = [.. view.Participants.Select(person => person.Value).Where(person => person.LeftOn is null).Select(person => person.Id)];
        var facilitators = new Dictionary<int, string?>();
        foreach (var set in groups.Sets)
        {
            facilitators[set.Number] = (await desk.FacilitatorAsync(cohort.Id, set.Number, cancellation).ConfigureAwait(false))?.Name;
        }

        var now = workspace.Clock.Now().InZone(cohort.Zone).LocalDateTime;
        return new CohortGroups(
            cohort.Id,
            [
                .. rounds.Select(round => new GroupRound(
                    round.StepId, !groups.Rounds.Contains(round),
                    [.. round.Groups.Select(group => new GroupPair([.. group.Members.Select(Person)], explain ? why.Why(round, group) : null))],
                    [.. round.Alone.Where(here.Contains).Select(Person)])),
            ],
            timetable.Steps.Any(step => step is { Kind: CoachingJourney, Phase: Core.Programmes.Phase.Main }
                && rounds.All(round => round.StepId != step.Id) && !cohort.PassedOver.Contains(step.Id))
                ? why.Promise(here, groups.Apart).Sentence : null,
            groups.Formed is not null,
            [
                .. groups.Sets.Select(set => new GroupSet(
                    set.Number, facilitators[set.Number], [.. set.Members.Select(member => Person(member.Person))],
                    [.. set.Meetings.Select(meeting => Meeting(meeting, now))])),
            ],
            [.. (groups.Formed?.Relaxed ?? []).Select(RuleWords.Of)],
            [.. (groups.Formed?.WithoutSet ?? []).Where(here.Contains).Select(Person)]);
    }

    private static GroupMeeting Meeting(SetMeeting meeting, LocalDateTime now) => new(
        meeting.StepId, meeting.At?.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture),
        meeting.CalledOff ? "called off" : meeting.At is not { } at ? "poll open" : at > now ? "stands" : "took place");
}
