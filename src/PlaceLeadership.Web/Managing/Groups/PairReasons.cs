using PlaceLeadership.Core.Coaching.Pairing;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Together;

namespace PlaceLeadership.Web.Managing.Groups;

/// <summary>Why people are together, said anew from what they say of themselves now.</summary>
/// <param name="people">Who they are, by pseudonym.</param>
/// <param name="past">The rounds before.</param>
internal sealed class PairReasons(IReadOnlyDictionary<string, Identity> people, IReadOnlyList<OpenRound> past)
{
    private readonly Dictionary<string, Profile> _profiles = Profiles
        .Of([.. people.Values.Select(person => (person.ParticipantId, person.OrganisationId, person.Entry))])
        .ToDictionary(profile => profile.Id);

    private readonly PairSentences _sentences = new(
        id => people[id].Entry.Name,
        id => people.Values.First(person => person.OrganisationId == id).Entry.Organisation);

    /// <summary>A sentence for each two of a group of a round.</summary>
    public IReadOnlyList<string> Why(OpenRound round, RoundGroup group)
    {
        var members = group.Members.Where(_profiles.ContainsKey).Select(member => _profiles[member]).ToList();
        var score = new PairingScore(members, PairingWeights.Default);
        var earlier = past.Where(other => other.FormedOn < round.FormedOn).ToList();
        return
        [
            .. members.SelectMany((one, place) => members.Skip(place + 1).Select(other =>
                _sentences.Why(new PairWhy(score.Of(one, other), earlier.Count(before => WereTogether(before, one.Id, other.Id)))))),
        ];
    }

    /// <summary>How many more rounds without a repeat are certain for those who take part now.</summary>
    public PairingPromise Promise(ConveningCase now) => PairingPromise.Of(
        [.. now.People.Where(person => now.IsHere(person) && _profiles.ContainsKey(person.Id)).Select(person => _profiles[person.Id])],
        [
            .. now.Groups.Apart.Select(wish => (wish.One, wish.Other))
                .Concat(past.SelectMany(round => round.Declined).Select(pair => (pair.One, pair.Other))).Distinct(),
        ],
        [.. past.Select(round => new PastRound([.. round.Groups.Concat(round.Earlier).Select(group => group.Members)]))]);

    private static bool WereTogether(OpenRound round, string one, string other) =>
        round.Groups.Concat(round.Earlier).Any(group => group.Members.Contains(one) && group.Members.Contains(other));
}
