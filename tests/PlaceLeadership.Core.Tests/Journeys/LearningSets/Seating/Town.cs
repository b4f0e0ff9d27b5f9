using CsCheck;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Journeys.LearningSets.Seating;

/// <summary>People to seat: made by hand, by chance, or as many as a county has.</summary>
internal static class Town
{
    private const int CountyPeople = 2_400;

    private static readonly string[] Topics = ["Coaching", "Budgets", "Chairing meetings", "Community organising", "Evaluation", "Public speaking"];

    private static readonly Gen<WorkingPattern> Pattern =
        from days in Gen.OneOf(Gen.Const(31), Gen.Const(31), Gen.Int[1, 31])
        from start in Gen.OneOf(Gen.Const(8), Gen.Int[8, 14])
        from hours in Gen.Int[3, 10]
        select new WorkingPattern((Weekdays)days, start, Math.Min(18, start + hours));

    private static readonly Gen<string?> Needs = Gen.Frequency(
        (8, Gen.Const((string?)null)), (1, Gen.Const((string?)"Online only, please")), (1, Gen.Const((string?)"In person only")));

    private static readonly Gen<Profile> Anybody =
        from organisation in Gen.Int[0, 6]
        from level in Gen.Int[0, 5]
        from pattern in Pattern
        from offered in Gen.Int[0, 5]
        from sought in Gen.Int[0, 5]
        from needs in Needs
        select Person("") with
        {
            Organisation = $"o{organisation}",
            Sector = Sectors.All[organisation % 4],
            Level = level == 5 ? null : (Level)level,
            Pattern = pattern,
            StrengthsOffered = [Topics[offered]],
            GrowthSought = [Topics[sought]],
            AccessNeeds = needs,
        };

    public static Profile Person(string id, string organisation = "o1", string sector = Sectors.Council) => new(
        id, organisation, sector, null, Language.English, WorkingPattern.FullWeek, [], [], null, null);

    /// <summary>A few people of seven organisations in four sectors, with lines of management here and there.</summary>
    public static Gen<IReadOnlyList<Profile>> People(int least, int most) =>
        from people in Anybody.Array[least, most]
        from managers in Gen.Int[-12, 12].Array[people.Length]
        select (IReadOnlyList<Profile>)
        [
            .. people.Select((person, number) => person with
            {
                Id = $"p{number}",
                LineManager = managers[number] >= 0 && managers[number] < number ? $"p{managers[number]}" : null,
            }),
        ];

    /// <summary>Rules of every kind for people of <see cref="People"/>.</summary>
    public static Gen<SeatingRules> Rules { get; } =
        from apart in Gen.Select(Gen.Int[0, 11], Gen.Int[0, 11]).Array[0, 3]
        from sectors in Gen.Int[1, 4]
        from most in Gen.Int[0, 3]
        from hours in Gen.Int[1, 3]
        from declined in Gen.Select(Gen.Int[0, 11], Gen.Int[0, 11].Array[3, 6]).Array[0, 2]
        select new SeatingRules
        {
            Apart = [.. apart.Select(pair => ($"p{pair.Item1}", $"p{pair.Item2}"))],
            SectorsLeast = sectors,
            PerOrganisationMost = most == 0 ? null : most,
            HoursTogether = hours,
            Declined = [.. declined.Select(set => new DeclinedSet($"p{set.Item1}", [.. set.Item2.Distinct().Select(other => $"p{other}")]))],
        };

    /// <summary>
    /// As many people as asked for, as a county might send them: few large organisations and many small ones, part-time and shift
    /// patterns, line managers, and a few who meet only online or only in person. The same number gives the same people.
    /// </summary>
    public static IReadOnlyList<Profile> County(int people)
    {
        var random = new PCG(1, (uint)people);
        int Below(int end) => (int)random.Next((uint)end);
        WorkingPattern[] patterns =
        [
            WorkingPattern.FullWeek, WorkingPattern.FullWeek, new(Weekdays.All, 9, 17), new(Weekdays.All, 9, 13), new(Weekdays.All, 13, 18),
            new(Weekdays.Monday | Weekdays.Wednesday, 9, 12), new(Weekdays.Tuesday | Weekdays.Thursday, 10, 15),
            new(Weekdays.All & ~Weekdays.Friday, 14, 18), new(Weekdays.Tuesday | Weekdays.Wednesday | Weekdays.Thursday, 12, 18),
        ];
        string?[] needs = ["Online only", "In person only", "Step-free access", "Hearing loop", .. Enumerable.Repeat((string?)null, 36)];
        List<Profile> all = [];
        for (var organisation = 0; all.Count < CountyPeople; organisation++)
        {
            var sector = Sectors.All[organisation % 8];
            var size = sector is Sectors.Council or Sectors.Nhs or Sectors.Police ? 15 + Below(40) : 1 + Below(8);
            for (var number = 0; number < size; number++)
            {
                all.Add(Person($"p{all.Count}", $"o{organisation}", sector) with
                {
                    Level = number == 0 ? Level.Executive : (Level)Below(4),
                    Pattern = patterns[Below(patterns.Length)],
                    StrengthsOffered = [Topics[Below(6)]],
                    GrowthSought = [Topics[Below(6)]],
                    AccessNeeds = needs[Below(needs.Length)],
                    LineManager = number == 0 || Below(3) == 0 ? null : $"p{all.Count - 1 - Below(number)}",
                });
            }
        }

        var chosen = all.OrderBy(_ => random.Next()).Take(people).Select(person => person.Id).ToHashSet();
        return [.. all.Where(person => chosen.Contains(person.Id))];
    }
}
