using System.Collections.Frozen;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>
/// Forms learning sets and mends them. Where not every rule can be kept, the lightest are set aside one after the other and
/// named; who is whose line manager, who must be apart and what somebody declined is never set aside.
/// </summary>
internal static class SetConvening
{
    private const long FormingSteps = 400_000;
    private const long MendingSteps = 200_000;

    /// <summary>How long it looks before the first rule is set aside.</summary>
    private const long PatientFormingSteps = 2_000_000;

    private static readonly SeatingRule[] MayBeSetAside =
        [SeatingRule.Sectors, SeatingRule.Organisations, SeatingRule.Community, SeatingRule.CommonTime];

    /// <summary>The sets, formed or mended if that is due.</summary>
    public static StandingSets Of(SetsCase now, IReadOnlyDictionary<ParticipantId, Profile> profiles, TimeProvider time) =>
        now.AreToBeFormed ? Formed(now, profiles, time)
        : now.NeedMending ? Mended(now, profiles, time)
        : now.Standing;

    private static StandingSets Formed(SetsCase now, IReadOnlyDictionary<ParticipantId, Profile> profiles, TimeProvider time)
    {
        var step = now.FirstMeeting!.Id;
        var people = now.People.Where(person => now.IsHere(person) && now.IsFor(step, person) && profiles.ContainsKey(person.Id))
            .Select(person => profiles[person.Id]).ToList();
        var formed = new SetsFormed(step, now.Today);
        foreach (var relaxed in Relaxations(Rules(now)))
        {
            if (people.Count > 0 && Seated(relaxed) is { } seated)
            {
                return now.Standing with
                {
                    All =
                    [
                        .. seated.Sets.Select(set => new LearningSet
                        {
                            Number = set.Number, Members = [.. set.Members.Ids().Select(person => new SetMember(person, now.Today))],
                        }),
                    ],
                    Formed = formed with { Relaxed = [.. relaxed.Without.Order()] },
                };
            }
        }

        return now.Standing with { Formed = formed with { WithoutSet = [.. people.Select(person => new ParticipantId(person.Id))] } };

        SeatingResult Form(SeatingRules rules, long steps) => SetFormation.Form(
            new SeatingRequest(people, SearchLimits.After(steps, now.Seed(step.Value)))
            {
                TargetSize = SetsWanted.Of(now.Timetable.Programme).Size,
                Rules = rules,
            },
            time);

        SeatingResult.Seated? Seated(SeatingRules rules)
        {
            var result = Form(rules, FormingSteps);
            return (result is SeatingResult.NotSeated { Proven: false } && rules.Without.Count == 0
                ? Form(rules, PatientFormingSteps)
                : result) as SeatingResult.Seated;
        }
    }

    private static StandingSets Mended(SetsCase now, IReadOnlyDictionary<ParticipantId, Profile> profiles, TimeProvider time)
    {
        var formed = now.Standing.Formed!;
        var here = now.People.Where(person => person.LeftOn is null && profiles.ContainsKey(person.Id)).Select(person => person.Id).ToHashSet();
        var before = now.Standing.All;

        // Who was moved twice already and declines again is somebody for the named human to talk to.
        var often = before.SelectMany(set => set.Asking.Where(person => set.Find(person)?.Changes >= LearningSet.ChangesMax)).ToHashSet();
        var members = before.Select(set => set.Members.Select(member => member.Person).Where(person => profiles.ContainsKey(person) && !often.Contains(person)).ToList()).ToList();
        List<ParticipantId> asking = [.. before.SelectMany(set => set.Asking.Where(person => set.Find(person) is not null && here.Contains(person) && !often.Contains(person)))];
        List<DeclinedSet> declined =
        [
            .. formed.Declined,
            .. asking.Select(person => new DeclinedSet(
                person.Value, [.. now.Standing.SetOf(person)!.Members.Select(member => member.Person).Where(other => other != person).Texts()])),
        ];
        var people = now.People
            .Where(person => profiles.ContainsKey(person.Id) && !often.Contains(person.Id)
                && (members.Any(set => set.Contains(person.Id)) || now.IsNew(formed, person)))
            .Select(person => profiles[person.Id]).ToList();
        foreach (var relaxed in now.TakeIn ? Relaxations(Rules(now) with { Declined = formed.Declined }) : [])
        {
            var repair = new RepairRequest(people, [.. members.Select(set => set.Texts())], SearchLimits.After(MendingSteps, now.Seed(formed.StepId.Value)))
            {
                Leaving = [.. people.Select(person => person.Id).Where(person => !here.Contains(new ParticipantId(person)))],
                Declining = asking.Texts(),
                Rules = relaxed,
            };
            if (SeatingRepair.Repair(repair, time) is RepairResult.Repaired repaired)
            {
                return now.Standing with
                {
                    All = Moved(now, before, repaired),
                    Formed = formed with
                    {
                        Declined = declined,
                        WithoutSet = [.. formed.WithoutSet, .. often],
                        Relaxed = [.. relaxed.Without.Order()],
                    },
                };
            }
        }

        return NotMended(now, formed with { Declined = declined }, here, [.. asking, .. often]);
    }

    /// <summary>Nobody's place changes but for those who left or asked, whom the named human has to find one for.</summary>
    private static StandingSets NotMended(SetsCase now, SetsFormed formed, HashSet<ParticipantId> here, IReadOnlyCollection<ParticipantId> asking)
    {
        IReadOnlyList<LearningSet> sets =
        [
            .. now.Standing.All.Select(set => set.With([.. set.Members.Where(member => here.Contains(member.Person) && !asking.Contains(member.Person))], now.Today) with
            {
                Asking = [],
                Left = Left(now, set),
            }),
        ];
        var torn = sets.SelectMany(set => set.Members.Select(member => member.Person)
            .Where(one => set.Members.Any(other => other.Person.CompareTo(one) < 0 && now.AreApart(one, other.Person)))).ToList();
        return now.Standing with
        {
            All = [.. sets.Select(set => set.With([.. set.Members.Where(member => !torn.Contains(member.Person))], now.Today))],
            Formed = formed with
            {
                WithoutSet =
                [
                    .. formed.WithoutSet.Where(here.Contains), .. asking, .. torn,
                    .. now.People.Where(person => now.IsNew(formed, person)).Select(person => person.Id),
                ],
            },
        };
    }

    private static List<LearningSet> Moved(SetsCase now, IReadOnlyList<LearningSet> before, RepairResult.Repaired repaired)
    {
        var contract = now.Timetable.PlaceOf(now.Standing.Formed!.StepId.About(SetMessages.Contract));
        var next = Math.Max(before.Max(set => set.Number), now.HighestKept);
        var sets = new List<LearningSet>();
        foreach (var seated in repaired.Sets)
        {
            var members = seated.Members.Ids();
            var old = seated.Number <= before.Count ? before[seated.Number - 1] : new LearningSet { Number = ++next };
            List<SetMember> staying = [.. old.Members.Where(member => members.Contains(member.Person))];
            IEnumerable<SetMember> coming = members.Where(person => old.Find(person) is null)
                .Select(person => Airtime.Joining(Coming(now, person, contract), staying));
            sets.Add(old.With([.. staying, .. coming], now.Today) with { Asking = [], Left = [.. Left(now, old).Except(members)] });
        }

        return sets;
    }

    // Who only moved to another set is not told of: that could say who asked for one.
    private static IReadOnlyList<ParticipantId> Left(SetsCase now, LearningSet set) =>
        now.Today < now.Planned(now.Standing.Formed!.StepId, SetMessages.Contract) ? [] :
        [
            .. set.Left,
            .. set.Members.Select(member => member.Person).Where(member => now.People.Any(person => person.Id == member && person.LeftOn is not null)),
        ];

    private static SetMember Coming(SetsCase now, ParticipantId person, int contract)
    {
        var knows = now.People.First(other => other.Id == person).Handled.Contains(contract);
        return now.Standing.SetOf(person)?.Find(person) is { } earlier
            ? earlier with { Since = now.Today, Changes = earlier.Changes + (knows ? 1 : 0) }
            : new SetMember(person, now.Today) { Changes = knows ? 1 : 0 };
    }

    private static IEnumerable<SeatingRules> Relaxations(SeatingRules rules) => Enumerable.Range(0, MayBeSetAside.Length + 1)
        .Select(count => rules with { Without = MayBeSetAside.Take(count).ToFrozenSet() });

    private static SeatingRules Rules(SetsCase now) => new()
    {
        SectorsLeast = SetsWanted.Of(now.Timetable.Programme).SectorsLeast,
        Apart = [.. now.Apart.Select(wish => (wish.One.Value, wish.Other.Value))],
    };
}
