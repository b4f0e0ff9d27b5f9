using System.Globalization;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// How many more rounds are certain in which everybody is placed, nobody meets a colleague and nobody meets anybody again, however
/// the rounds before them are chosen. There may be many more; this many cannot fail.
/// </summary>
/// <param name="People">How many people take part.</param>
/// <param name="FewestPartners">How many people the one with the fewest may still meet: no colleague, nobody ruled out or met.</param>
/// <param name="Rounds">The rounds that are certain.</param>
/// <remarks>
/// Dirac (1952): among an even number n of people of whom each may meet n/2, there is a way round that visits all, so everybody
/// can be paired. A round uses up one partner of each, so with d partners d − n/2 + 1 rounds are certain. With an odd number, the
/// others are a case of that once three who may all meet are set aside; the three use up two partners each.
/// </remarks>
public sealed record PairingPromise(int People, int FewestPartners, int Rounds)
{
    /// <summary>What is certain for these people after this history.</summary>
    /// <param name="profiles">Everybody who takes part in the rounds ahead.</param>
    /// <param name="apart">Two who are never together.</param>
    /// <param name="history">The rounds so far.</param>
    public static PairingPromise Of(
        IReadOnlyList<Profile> profiles, IReadOnlyList<(string One, string Other)> apart, IReadOnlyList<PastRound> history)
    {
        var rules = new PairRules(profiles, apart, history, PairingWeights.Default);
        var partners = Enumerable.Range(0, rules.People)
            .Select(one => Enumerable.Range(0, rules.People).Count(other => other != one && rules.Clean(one, other)));
        return Of(rules.People, partners.DefaultIfEmpty(0).Min());
    }

    /// <summary>What is certain for so many people of whom each may still meet at least so many.</summary>
    public static PairingPromise Of(int people, int fewestPartners)
    {
        // Odd: after k - 1 rounds each has at least d - 2 (k - 1) partners, and (n + 3) / 2 are enough, see the remarks.
        var rounds = people == 0 ? 0
            : people % 2 == 0 ? fewestPartners - (people / 2) + 1
            : fewestPartners < (people + 3) / 2 ? 0
            : ((fewestPartners - ((people + 3) / 2)) / 2) + 1;
        return new PairingPromise(people, fewestPartners, Math.Max(0, rounds));
    }

    /// <summary>For the programme manager.</summary>
    public string Sentence => Rounds == 0
        ? "No number of rounds without a repeat is certain, though there may be some: somebody may meet only "
            + string.Create(CultureInfo.InvariantCulture, $"{FewestPartners} of the {Math.Max(0, People - 1)} others.")
        : string.Create(CultureInfo.InvariantCulture, $"At least {Rounds} {(Rounds == 1 ? "round" : "rounds")} without a repeat ")
            + (Rounds == 1 ? "is certain: " : "are certain: ")
            + string.Create(CultureInfo.InvariantCulture, $"everybody may still meet {FewestPartners} or more of the {People - 1} others, outside their own organisation.")
            + (People % 2 == 0 ? "" : " The number is odd, so this may need somebody in the trio twice before everybody was once.");
}
