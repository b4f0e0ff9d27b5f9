using System.CommandLine;
using System.Globalization;
using CsvHelper;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Matching.Rotations;

namespace PlaceLeadership.Cli.Rotating;

/// <summary><c>placelead rotate --people FILE --size N --rounds R --out FILE</c>.</summary>
internal static class RotateCommand
{
    public static Command Create(Writers writers)
    {
        var people = new Option<FileInfo>("--people") { Description = "The people: a .csv file with the columns id and organisation.", Required = true, HelpName = "FILE" };
        var size = CommonOptions.Number("--size", "How many people a group has at most.", 2, RotationProblem.PeopleMax);
        var rounds = CommonOptions.Number("--rounds", "How many rounds to plan.", 1, RotationProblem.RoundsMax);
        (size.Required, rounds.Required) = (true, true);
        var result = new Option<FileInfo>("--out") { Description = "Write the group of each person in each round to this .csv file.", Required = true, HelpName = "FILE" };
        var seconds = CommonOptions.Seconds("How long to look for plans.");
        seconds.DefaultValueFactory = _ => 1;
        var seed = CommonOptions.Number("--seed", "The seed of chance.", ulong.MinValue, ulong.MaxValue);
        seed.DefaultValueFactory = _ => 1;
        var explain = new Option<bool>("--explain") { Description = "Name the groups of each round, and every meeting that could not be avoided." };
        var json = CommonOptions.Json();
        var command = new Command("rotate", "Plan rounds of groups in which no two people meet twice, for as long as possible, and no colleagues meet.")
        {
            people, size, rounds, result, seconds, seed, explain, json,
        };
        command.Validators.Add(typed => CommonOptions.RefuseToWriteOver(typed, result, people));
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = await PeopleFile.ReadAsync(parsed.GetRequiredValue(people), cancellation).ConfigureAwait(false);
            var problem = new RotationProblem(file.OrganisationOf, parsed.GetValue(size), parsed.GetValue(rounds));
            var plan = RotationSearch.Run(
                problem, parsed.GetValue(seed), TimeSpan.FromSeconds(parsed.GetValue(seconds)), TimeProvider.System, cancellation: cancellation);
            await WriteAsync(parsed.GetRequiredValue(result), file, plan, cancellation).ConfigureAwait(false);
            Tell(
                writers.For(parsed.GetValue(json)), problem, plan.Worth(problem), parsed.GetValue(explain) ? [.. Explained(problem, plan, file.Ids)] : null);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task WriteAsync(FileInfo file, PeopleFile people, RotationPlan plan, CancellationToken cancellation)
    {
        var writer = new StringWriter();
        using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture);
        Row(csv, "round", "group", "id");
        foreach (var (round, groupOf) in plan.Rounds.Index())
        {
            foreach (var (person, group) in groupOf.Index().OrderBy(place => place.Item))
            {
                Row(csv, $"{round + 1}", $"{group + 1}", people.Ids[person]);
            }
        }

        await csv.FlushAsync().ConfigureAwait(false);
        await File.WriteAllTextAsync(file.FullName, writer.ToString(), cancellation).ConfigureAwait(false);
    }

    private static void Row(CsvWriter csv, params IReadOnlyList<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static void Tell(Output output, RotationProblem problem, RotationWorth worth, IReadOnlyList<string>? explanation)
    {
        output.Document(new
        {
            ok = true,
            people = problem.People,
            groups = problem.Groups,
            rounds = problem.Rounds,
            worth.CleanRounds,
            worth.Repeats,
            colleagues = worth.Colleagues,
            cleanRoundsMax = RotationSearch.CleanRoundsMax(problem),
            explanation,
        });
        output.Line($"{problem.People} people in {problem.Groups} groups, {problem.Rounds} rounds. "
            + (worth.CleanRounds == problem.Rounds
                ? "Nobody meets somebody twice, and no colleagues meet."
                : $"In the first {worth.CleanRounds} nobody meets somebody twice and no colleagues meet. "
                    + $"In all there are {worth.Repeats} repeated meetings and {worth.Colleagues} of colleagues. {Reason(problem)}"));
        foreach (var sentence in explanation ?? [])
        {
            output.Line(sentence);
        }
    }

    private static IEnumerable<string> Explained(RotationProblem problem, RotationPlan plan, IReadOnlyList<string> ids)
    {
        var firstMet = new Dictionary<(int, int), int>();
        foreach (var (round, groupOf) in plan.Rounds.Index())
        {
            var groups = groupOf.Index().GroupBy(person => person.Item, person => person.Index).OrderBy(group => group.Key).ToList();
            yield return $"Round {round + 1}: {string.Join("; ", groups.Select(group => string.Join(", ", group.Select(person => ids[person]))))}.";
            foreach (var (one, other) in from members in groups from one in members from other in members where one < other select (one, other))
            {
                if (problem.AreColleagues(one, other))
                {
                    yield return $"{ids[one]} and {ids[other]} are colleagues and meet in round {round + 1}.";
                }

                if (!firstMet.TryAdd((one, other), round))
                {
                    yield return $"{ids[one]} and {ids[other]} meet again in round {round + 1}, after round {firstMet[(one, other)] + 1}.";
                }
            }
        }
    }

    private static string Reason(RotationProblem problem)
    {
        var organisations = problem.OrganisationOf.OfType<int>().GroupBy(organisation => organisation).ToList();
        var largest = organisations.Count == 0 ? 0 : organisations.Max(all => all.Count());
        var most = RotationSearch.CleanRoundsMax(problem);
        return largest > problem.Groups
            ? $"{largest} people are of one organisation and there are {problem.Groups} groups, so colleagues have to meet."
            : most < problem.Rounds
                ? $"More than {most} rounds without a repeat are impossible: the pairs who may meet would be used up."
                : "Longer looking (--seconds) may find more.";
    }
}
