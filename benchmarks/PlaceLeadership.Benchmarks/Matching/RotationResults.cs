using PlaceLeadership.Matching.Rotations;

namespace PlaceLeadership.Benchmarks.Matching;

/// <summary>Rounds in which nobody meets twice: of organisations for which a plan is known, and the social golfer problem.</summary>
internal static class RotationResults
{
    private const double Seconds = 2;

    public static void Write(string folder, MatchingResults results)
    {
        results.Table("Rotations without a repeated meeting or a meeting of colleagues", "people", "rounds", "clean rounds got", "seconds at most");
        foreach (var row in Csv.Read(Path.Combine(folder, "rotation", "expected.csv")))
        {
            var organisations = new Dictionary<string, int>();
            int?[] people = [.. Csv.Read(Path.Combine(folder, "rotation", row["name"] + ".people.csv")).Select(person =>
                (int?)(organisations.TryAdd(person["organisation"], organisations.Count) ? organisations.Count - 1 : organisations[person["organisation"]]))];
            results.Row(row["name"], row["rounds"], $"{Clean(people, row.Whole("max_group_size"), row.Whole("rounds"))}", $"{Seconds}");
        }

        results.Table("Rounds of g groups of p people (social golfer)", "groups", "people in each", "best known", "got", "seconds at most");
        foreach (var row in Csv.Read(Path.Combine(folder, "rotation-tables", "sgp_best_known.csv")))
        {
            var (groups, size, weeks) = (row.Whole("groups_g"), row.Whole("size_p"), row.Whole("best_known_weeks"));
            results.Row($"{groups}", $"{size}", $"{weeks}", $"{Clean(new int?[groups * size], size, weeks)}", $"{Seconds}");
        }
    }

    private static int Clean(int?[] people, int size, int rounds)
    {
        var problem = new RotationProblem(people, size, rounds);
        return RotationSearch.Run(problem, 1, TimeSpan.FromSeconds(Seconds), new ProcessorTime()).Worth(problem).CleanRounds;
    }
}
