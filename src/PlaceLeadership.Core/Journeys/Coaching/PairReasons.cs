using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>Why people are together, said anew from what they say of themselves now, and what is certain for rounds to come.</summary>
public sealed class PairReasons
{
    private readonly Dictionary<ParticipantId, Profile> _profiles;
    private readonly IReadOnlyList<OpenRound> _rounds;
    private readonly PairingScore _score;
    private readonly PairSentences _sentences;

    /// <summary>The reasons among these people.</summary>
    /// <param name="people">Who they are, by pseudonym.</param>
    /// <param name="rounds">All rounds of the cohort, those that are over too.</param>
    public PairReasons(IReadOnlyDictionary<ParticipantId, Identity> people, IEnumerable<OpenRound> rounds)
    {
        var profiles = CohortProfiles.Of([.. people.Values]);
        _profiles = profiles.ToDictionary(profile => new ParticipantId(profile.Id));
        _rounds = [.. rounds.OrderBy(round => round.FormedOn)];
        _score = new PairingScore(profiles, PairingWeights.Default);
        _sentences = new PairSentences(
            id => people[new ParticipantId(id)].Entry.Name,
            organisation => people.Values.First(person => person.OrganisationId == organisation).Entry.Organisation);
    }

    /// <summary>A sentence for each two of a group of a round; none about people who are not known any more.</summary>
    public IReadOnlyList<string> Why(OpenRound round, RoundGroup group)
    {
        var members = group.Members.Where(_profiles.ContainsKey).Select(member => _profiles[member]).ToList();
        var earlier = _rounds.TakeWhile(other => other.StepId != round.StepId).ToList();
        return
        [
            .. members.SelectMany((one, place) => members.Skip(place + 1).Select(other => _sentences.Why(new PairWhy(
                _score.Of(one, other), earlier.Count(before => RoundMemory.WereTogether(before, new ParticipantId(one.Id), new ParticipantId(other.Id))))))),
        ];
    }

    /// <summary>How many more rounds without a repeat are certain for these people.</summary>
    public PairingPromise Promise(IEnumerable<ParticipantId> here, IEnumerable<ApartWish> wishes) => PairingPromise.Of(
        [.. here.Where(_profiles.ContainsKey).Select(id => _profiles[id])], RoundMemory.Apart(wishes, _rounds), RoundMemory.History(_rounds));
}
