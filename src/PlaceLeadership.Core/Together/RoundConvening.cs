using PlaceLeadership.Core.Coaching.Pairing;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Together;

/// <summary>
/// Forms coaching rounds, each with the rounds still to come in view, and mends them with as few changes as possible. Pure and
/// seeded by the cohort: deciding again gives the same.
/// </summary>
internal static class RoundConvening
{
    // A tenth of a per cent: beyond that a cohort only waits.
    private const int GoodEnough = 1_000;

    /// <summary>The groups with every round formed and mended that is due.</summary>
    /// <param name="now">The case.</param>
    /// <param name="profiles">The profiles of those who take part, by id.</param>
    /// <param name="past">The rounds that are over.</param>
    public static Groups Of(ConveningCase now, IReadOnlyDictionary<ParticipantId, Profile> profiles, IReadOnlyList<OpenRound> past)
    {
        List<OpenRound> rounds = [.. now.Groups.Rounds.Select(round => Convening.NeedsMending(now, round) ? Mended(now, round, profiles, past) : round)];
        foreach (var step in now.Rounds.Where(step => Convening.IsToBeFormed(now, step)))
        {
            rounds.Add(Formed(now, step, profiles, [.. past, .. rounds]));
        }

        return now.Groups with { Rounds = rounds };
    }

    private static OpenRound Formed(
        ConveningCase now, Step step, IReadOnlyDictionary<ParticipantId, Profile> profiles, IReadOnlyList<OpenRound> earlier)
    {
        var people = now.People.Where(person => now.IsHere(person) && now.IsFor(step.Id, person) && profiles.ContainsKey(person.Id))
            .Select(person => profiles[person.Id]).ToList();
        var ahead = Math.Min(now.Rounds.SkipWhile(other => other.Id != step.Id).Count(), CoachingRequest.RoundsMax);
        var plan = CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(ahead))
        {
            Apart = RoundMemory.Apart(now.Groups.Apart, earlier),
            History = RoundMemory.History(earlier),
            Seed = now.Seed(step.Id.Value),
            GoodEnough = GoodEnough,
        });
        return new OpenRound
        {
            StepId = step.Id,
            FormedOn = now.Today,
            Groups = [.. plan.Rounds[0].Groups.Select(group => RoundGroup.New(group.People.Ids(), now.Today))],
            Alone = [.. plan.Rounds[0].LeftOut.Select(left => new ParticipantId(left.Person))],
        };
    }

    private static OpenRound Mended(
        ConveningCase now, OpenRound round, IReadOnlyDictionary<ParticipantId, Profile> profiles, IReadOnlyList<OpenRound> past)
    {
        var stillHere = now.People.Where(person => person.LeftOn is null).Select(person => person.Id).ToHashSet();
        var declined = round.Asking
            .Where(person => round.GroupOf(person) is not null)
            .SelectMany(person => round.GroupOf(person)!.Members.Where(other => other != person).Select(other => new Declined(person, other)))
            .ToList();
        var breaking = round.Groups.Where(group => group.Members.Any(round.Asking.Contains) || Convening.IsBroken(now, round, group)).ToList();

        // Who was given somebody else twice already, and needs it a third time, is somebody for the named human to talk to.
        var often = breaking.SelectMany(group => group.Members)
            .Where(person => round.Changes.GetValueOrDefault(person) >= OpenRound.ChangesMax).ToHashSet();
        var people = now.People
            .Where(person => stillHere.Contains(person.Id) && profiles.ContainsKey(person.Id) && !often.Contains(person.Id)
                && !round.Resting.Contains(person.Id)
                && (round.GroupOf(person.Id) is not null || Convening.IsNew(now, round, person)
                    || (round.Alone.Contains(person.Id) && now.IsHere(person))))
            .Select(person => profiles[person.Id]).ToList();
        IReadOnlyList<OpenRound> others = [.. past, .. now.Groups.Rounds.Where(other => other.StepId != round.StepId)];
        var mended = Rematch.Repair(new RematchRequest(people, [.. round.Groups.Select(group => group.Members.Texts())])
        {
            Declined = [.. declined.Select(pair => (pair.One.Value, pair.Other.Value))],
            Apart = RoundMemory.Apart(now.Groups.Apart, [.. others, round]),
            History = [.. RoundMemory.History(others), new PastRound([.. round.Earlier.Select(group => group.Members.Texts())])],
        });
        IReadOnlyList<RoundGroup> groups = [.. mended.Round.Groups.Select(group => group.People.Ids()).Select(members => Kept(round, members) ?? RoundGroup.New(members, now.Today))];
        var gone = round.Groups.Where(group => !groups.Contains(group)).ToList();
        var introduced = now.IsIntroduced(round);
        var main = now.Timetable.PlaceOf(round.StepId);
        var changes = new Dictionary<ParticipantId, int>(round.Changes);
        foreach (var person in now.People.Where(person => mended.NewPartner.Contains(person.Id.Value) && person.Handled.Contains(main)))
        {
            changes[person.Id] = changes.GetValueOrDefault(person.Id) + 1;
        }

        return round with
        {
            Groups = groups,
            Earlier = introduced ? [.. round.Earlier, .. gone.Where(group => group.Members.Count > 1)] : round.Earlier,
            Alone = [.. mended.Round.LeftOut.Select(left => new ParticipantId(left.Person)), .. often],
            Asking = [],
            Declined = [.. round.Declined.Concat(declined).Distinct()],
            Changes = changes,
            Met = [.. round.Met.Where(person => gone.All(group => !group.Members.Contains(person)))],
        };
    }

    private static RoundGroup? Kept(OpenRound round, IReadOnlyList<ParticipantId> members) =>
        round.Groups.FirstOrDefault(group => group.Members.Count == members.Count && group.Members.All(members.Contains));
}
