using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Coaching.Pairing;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.LearningSets.Seating;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Time;
using PlaceLeadership.Core.Together;

namespace PlaceLeadership.Cli.Together;

/// <summary>A person by both names that a manager uses.</summary>
internal sealed record GroupPerson(string Participant, string Name);

/// <summary>People who coach each other, and why, if that was asked for.</summary>
internal sealed record GroupPair(IReadOnlyList<GroupPerson> People, IReadOnlyList<string>? Why);

/// <summary>A coaching round.</summary>
internal sealed record GroupRound(string Step, bool Over, IReadOnlyList<GroupPair> Groups, IReadOnlyList<GroupPerson> Alone);

/// <summary>A meeting of a set.</summary>
internal sealed record GroupMeeting(string Step, string? At, string State);

/// <summary>A learning set.</summary>
internal sealed record GroupSet(int Number, string? Facilitator, IReadOnlyList<GroupPerson> Members, IReadOnlyList<GroupMeeting> Meetings);

/// <summary>Who is together with whom in one part of a cohort. Who asked for somebody else is nowhere in it.</summary>
internal sealed record CohortGroups(
    string Cohort, IReadOnlyList<GroupRound> Rounds, string? Promise, bool SetsFormed, IReadOnlyList<GroupSet> Sets,
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
        var why = new RoundReasons(identities, rounds);
        GroupPerson Person(string id) => new(id, identities.TryGetValue(id, out var known) ? known.Entry.Name : id);
        IReadOnlyList<string> here = [.. view.Participants.Select(person => person.Value).Where(person => person.LeftOn is null).Select(person => person.Id)];
        var facilitators = new Dictionary<int, string?>();
        foreach (var set in groups.Sets)
        {
            facilitators[set.Number] = (await desk.FacilitatorAsync(cohort.Id, set.Number, cancellation).ConfigureAwait(false))?.Name;
        }

        var now = workspace.Clock.Now().InZone(cohort.Zone).LocalDateTime;
        return new CohortGroups(
            cohort.Id,
            [
                .. rounds.Select((round, place) => new GroupRound(
                    round.StepId, !groups.Rounds.Contains(round),
                    [.. round.Groups.Select(group => new GroupPair([.. group.Members.Select(Person)], explain ? why.Of(group, place) : null))],
                    [.. round.Alone.Where(here.Contains).Select(Person)])),
            ],
            why.Promise(
                timetable.Steps.Any(step => step is { Kind: Core.Programmes.StepKind.CoachingRound, Phase: Core.Programmes.Phase.Main }
                    && rounds.All(round => round.StepId != step.Id) && !cohort.PassedOver.Contains(step.Id)),
                here, groups.Apart),
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

/// <summary>Why people of the rounds are together, and what is certain for the rounds to come.</summary>
internal sealed class RoundReasons
{
    private readonly IReadOnlyDictionary<string, Profile> _profiles;
    private readonly IReadOnlyList<OpenRound> _rounds;
    private readonly PairingScore _score;
    private readonly PairSentences _sentences;

    public RoundReasons(IReadOnlyDictionary<string, Identity> identities, IReadOnlyList<OpenRound> rounds)
    {
        var all = Profiles.Of([.. identities.Values.Select(identity => (identity.ParticipantId, identity.OrganisationId, identity.Entry))]);
        _profiles = all.ToDictionary(profile => profile.Id);
        _rounds = rounds;
        _score = new PairingScore(all, PairingWeights.Default);
        _sentences = new PairSentences(
            id => identities[id].Entry.Name,
            organisation => identities.Values.First(identity => identity.OrganisationId == organisation).Entry.Organisation);
    }

    /// <summary>One sentence for each two of a group of the round at this place; none about people who are not known any more.</summary>
    public IReadOnlyList<string> Of(RoundGroup group, int place) =>
    [
        .. group.Members.SelectMany((one, at) => group.Members.Skip(at + 1).Select(other => (one, other)))
            .Where(pair => _profiles.ContainsKey(pair.one) && _profiles.ContainsKey(pair.other))
            .Select(pair => _sentences.Why(new PairWhy(
                _score.Of(_profiles[pair.one], _profiles[pair.other]),
                _rounds.Take(place).Count(round => round.Groups.Concat(round.Earlier)
                    .Any(met => met.Members.Contains(pair.one) && met.Members.Contains(pair.other)))))),
    ];

    /// <summary>What is certain for the rounds to come; null when none are.</summary>
    public string? Promise(bool more, IReadOnlyList<string> here, IReadOnlyList<ApartWish> apart) => !more ? null : PairingPromise.Of(
        [.. here.Where(_profiles.ContainsKey).Select(id => _profiles[id])],
        [
            .. apart.Select(wish => (wish.One, wish.Other))
                .Concat(_rounds.SelectMany(round => round.Declined).Select(pair => (pair.One, pair.Other)))
                .Select(pair => string.CompareOrdinal(pair.One, pair.Other) < 0 ? pair : (One: pair.Other, Other: pair.One))
                .Distinct().Where(pair => here.Contains(pair.One) && here.Contains(pair.Other)),
        ],
        [
            .. _rounds.Select(round => new PastRound([.. round.Groups.Concat(round.Earlier).Select(group => group.Members)])
            {
                LeftOut = round.Alone, MatchedLate = [.. round.Changes.Keys],
            }),
        ]).Sentence;
}
