using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>
/// Forms coaching rounds, each with the rounds still to come in view, and mends them with as few changes as possible. Pure and
/// seeded by the cohort: deciding again gives the same.
/// </summary>
internal static class RoundConvening
{
    // A tenth of a per cent: beyond that a cohort only waits.
    private const int GoodEnough = 1_000;

    /// <summary>The open rounds with every one formed and mended that is due.</summary>
    /// <param name="now">The case.</param>
    /// <param name="profiles">The profiles of those who take part, by id.</param>
    /// <param name="past">The rounds that are over.</param>
    public static IReadOnlyList<OpenRound> Of(CoachingCase now, IReadOnlyDictionary<ParticipantId, Profile> profiles, IReadOnlyList<OpenRound> past)
    {
        List<OpenRound> rounds = [.. now.Open.Select(round => now.NeedsMending(round) ? Mended(now, round, profiles, past) : now.HasLost(round) ? Without(now, round) : round)];
        foreach (var step in now.Steps.Where(now.IsToBeFormed))
        {
            rounds.Add(Formed(now, step, profiles, [.. past, .. rounds]));
        }

        return rounds;
    }

    /// <summary>What changes: rounds formed or mended, and those that are over put away.</summary>
    public static IReadOnlyList<ChangedRows> Rows(CoachingCase now, IReadOnlyList<OpenRound> after)
    {
        var resting = after.Where(round => now.Today >= now.RestsOn(round)).ToList();
        return
        [
            .. after.Except(now.Open).Except(resting).Select(round => new ChangedRows(
                [now.Rows.Store(CoachingRows.Key(round.StepId), CoachingRows.Shape, CoachingRows.Write(round))],
                new Deed(CoachingDeeds.PairsFormed, Step: round.StepId))),
            .. resting.Select(round => new ChangedRows(
                [
                    new RowChange.Put(CoachingRows.PastKey(round.StepId), CoachingRows.Shape, CoachingRows.Write(round)),
                    .. now.Rows.Find(CoachingRows.Key(round.StepId)) is { } row ? [now.Rows.Delete(row.Key)] : Array.Empty<RowChange>(),
                ],
                new Deed(CoachingDeeds.RoundOver, Step: round.StepId))),
        ];
    }

    private static OpenRound Formed(
        CoachingCase now, Step step, IReadOnlyDictionary<ParticipantId, Profile> profiles, IReadOnlyList<OpenRound> earlier)
    {
        var people = now.People.Where(person => now.IsHere(person) && now.IsFor(step.Id, person) && profiles.ContainsKey(person.Id))
            .Select(person => profiles[person.Id]).ToList();
        var ahead = Math.Min(now.Steps.SkipWhile(other => other.Id != step.Id).Count(), CoachingRequest.RoundsMax);
        var plan = CoachingPlanner.Plan(new CoachingRequest(people, CoachingRequest.Everybody(ahead))
        {
            Apart = RoundMemory.Apart(now.Apart, earlier),
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
        CoachingCase now, OpenRound round, IReadOnlyDictionary<ParticipantId, Profile> profiles, IReadOnlyList<OpenRound> past)
    {
        var stillHere = now.People.Where(person => person.LeftOn is null).Select(person => person.Id).ToHashSet();
        var declined = round.Asking
            .Where(person => round.GroupOf(person) is not null)
            .SelectMany(person => round.GroupOf(person)!.Members.Where(other => other != person).Select(other => new Declined(person, other)))
            .ToList();
        var breaking = round.Groups.Where(group => group.Members.Any(round.Asking.Contains) || now.IsBroken(round, group)).ToList();

        // Who was given somebody else twice already, and needs it a third time, is somebody for the named human to talk to.
        var often = breaking.SelectMany(group => group.Members)
            .Where(person => round.Changes.GetValueOrDefault(person) >= OpenRound.ChangesMax).ToHashSet();
        var people = now.People
            .Where(person => stillHere.Contains(person.Id) && profiles.ContainsKey(person.Id) && !often.Contains(person.Id)
                && !round.Resting.Contains(person.Id)
                && (round.GroupOf(person.Id) is not null || now.IsNew(round, person)
                    || (round.Alone.Contains(person.Id) && now.IsHere(person))))
            .Select(person => profiles[person.Id]).ToList();
        IReadOnlyList<OpenRound> others = [.. past, .. now.Open.Where(other => other.StepId != round.StepId)];
        var mended = Rematch.Repair(new RematchRequest(people, [.. round.Groups.Select(group => group.Members.Texts())])
        {
            Declined = [.. declined.Select(pair => (pair.One.Value, pair.Other.Value))],
            Apart = RoundMemory.Apart(now.Apart, [.. others, round]),
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

    /// <summary>The round without those who left it, when there is no time to meet anybody else.</summary>
    private static OpenRound Without(CoachingCase now, OpenRound round)
    {
        var lost = round.Groups.Where(now.HasLost).ToList();
        return round with
        {
            Groups = [.. round.Groups.Except(lost), .. lost.Select(now.StillHere).Where(left => left.Count > 1).Select(left => RoundGroup.New(left, now.Today))],
            Earlier = [.. round.Earlier, .. lost],
            Alone = [.. round.Alone, .. lost.Select(now.StillHere).Where(left => left.Count == 1).Select(left => left[0])],
        };
    }

    private static RoundGroup? Kept(OpenRound round, IReadOnlyList<ParticipantId> members) =>
        round.Groups.FirstOrDefault(group => group.Members.Count == members.Count && group.Members.All(members.Contains));
}
