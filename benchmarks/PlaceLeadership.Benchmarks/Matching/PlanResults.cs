using System.Diagnostics;
using System.Globalization;
using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Benchmarks.Matching;

/// <summary>
/// How close plans of coaching rounds come to their bound, on made-up people: strengths and growth from 20 words, random working
/// patterns and levels. <c>rounds</c> writes the table of the guide.
/// </summary>
internal static class PlanResults
{
    private static readonly string[] Words =
    [
        "influence", "authority", "budgets", "conflict", "coaching", "data", "writing", "chairing", "strategy", "volunteers",
        "schools", "politics", "housing", "transport", "health", "safety", "finance", "planning", "media", "climate",
    ];

    /// <summary>Writes the table, one line for each cohort.</summary>
    public static int Run()
    {
        Console.WriteLine("| cohort | rounds | seeds | repeats, colleagues, left out | mean missing to the bound | worst | seconds, mean |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        Plan(1, Sizes(6, 4), 2);
        foreach (var (organisations, size) in new[] { (6, 4), (8, 3), (12, 4), (10, 2), (4, 6) })
        {
            Row($"{organisations} of {size}, all there are", _ => Sizes(organisations, size), (organisations - 1) * size, 50);
        }

        foreach (var rounds in new[] { 2, 4, 6, 10, 15, 19 })
        {
            Row("6 of 4", _ => Sizes(6, 4), rounds, 20);
        }

        foreach (var (organisations, size) in new[] { (8, 3), (10, 2), (4, 6) })
        {
            foreach (var rounds in new[] { 2, 4, ((organisations - 1) * size) - 1 })
            {
                Row($"{organisations} of {size}", _ => Sizes(organisations, size), rounds, 20);
            }
        }

        foreach (var rounds in new[] { 2, 6, 12, 20, 30, 40, 43 })
        {
            Row("12 of 4", _ => Sizes(12, 4), rounds, 20);
        }

        Row("60 people, organisations of 2 to 10", seed => Mixed(60, seed), 6, 20);
        Row("300 people, organisations of 10", _ => Sizes(30, 10), 6, 1);
        Row("500 people, organisations of 10", _ => Sizes(50, 10), 6, 1);
        Row("59 people, one trio", seed => Mixed(59, seed), 6, 3);
        Row("25 people, one trio", seed => Mixed(25, seed), 9, 3);
        Row("299 people, one trio", _ => [.. Sizes(29, 10), 9], 6, 1);
        return 0;
    }

    private static void Row(string cohort, Func<int, int[]> sizes, int rounds, int seeds)
    {
        var (plans, before) = (new List<CoachingPlan>(), Seconds());
        for (var seed = 1; seed <= seeds; seed++)
        {
            plans.Add(Plan(seed, sizes(seed), rounds));
        }

        var seconds = (Seconds() - before) / seeds;
        var missing = plans.Select(plan => plan.Bound == 0 ? 0 : 100 * (plan.Bound - plan.Score) / plan.Bound).ToList();
        var broken = plans.Sum(plan => plan.Rounds.Sum(round =>
            round.LeftOut.Count + round.Groups.SelectMany(group => group.Why).Count(why => why.MetBefore > 0 || why.Fit.SameOrganisation)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {cohort} | {rounds} | {seeds} | {(broken == 0 ? "none" : broken)} | {missing.Average():0.####} % | {missing.Max():0.####} % | {seconds:0.##} |"));
    }

    private static CoachingPlan Plan(int seed, int[] sizes, int rounds) =>
        CoachingPlanner.Plan(new CoachingRequest(People(seed, sizes), CoachingRequest.Everybody(rounds)) { Seed = (ulong)seed });

    private static int[] Sizes(int organisations, int size) => [.. Enumerable.Repeat(size, organisations)];

    private static int[] Mixed(int people, int seed)
    {
        var random = new Random(1_000 + seed);
        List<int> sizes = [];
        while (sizes.Sum() < people)
        {
            sizes.Add(Math.Min(people - sizes.Sum(), random.Next(2, 11)));
        }

        return [.. sizes];
    }

    private static Profile[] People(int seed, int[] sizes)
    {
        var random = new Random(seed);
        string[] Some(int most) => [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Words[random.Next(Words.Length)]).Distinct()];
        var people = sizes.Index().SelectMany(organisation => Enumerable.Range(0, organisation.Item).Select(number =>
        {
            var from = random.Next(8, 15);
            return new Profile(
                $"p{organisation.Index}.{number}", $"o{organisation.Index}", Sectors.All[organisation.Index % Sectors.All.Count],
                random.Next(4) == 0 ? null : (Level)random.Next(5), Language.English,
                new WorkingPattern((Weekdays)random.Next(1, 32), from, random.Next(from + 1, 19)), Some(3), Some(2), null, null);
        })).ToArray();
        random.Shuffle(people);
        return people;
    }

    private static double Seconds()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalSeconds;
    }
}
