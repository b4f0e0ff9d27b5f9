using System.CommandLine;
using System.Globalization;
using System.Text;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.LearningSets.Forming;

namespace PlaceLeadership.Cli.Forming;

/// <summary><c>placelead sets --mdgp FILE</c>.</summary>
internal static class SetsCommand
{
    private const string Balanced = "balanced";
    private const int ForbiddenShown = 5;

    public static Command Create(Writers writers)
    {
        var mdgp = new Option<FileInfo>("--mdgp")
        {
            Description = "The people, the sets with their sizes, and the diversity of each pair, in the format of MDGPLIB.",
            Required = true,
            HelpName = "FILE",
        };
        var forbid = new Option<FileInfo?>("--forbid")
        {
            Description = "Pairs who must not share a set: two numbers a line.",
            HelpName = "FILE",
        };
        var sizes = new Option<string>("--sizes")
        {
            Description = "header: the sizes that the file allows; balanced: sizes that differ by at most one.",
            DefaultValueFactory = _ => "header",
        };
        sizes.AcceptOnlyFromAmong("header", Balanced);
        var seconds = new Option<double>("--seconds") { Description = "How long to search.", DefaultValueFactory = _ => 2 };
        seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 86_400))
            {
                result.AddError("--seconds takes a number from 0 to 86400, such as 0.5.");
            }
        });
        var steps = new Option<long?>("--steps") { Description = "Stop after so many exchanges instead: the same seed then gives the same sets anywhere." };
        steps.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long?>() is < 0)
            {
                result.AddError("--steps takes a number from 0 up.");
            }
        });
        var seed = new Option<ulong>("--seed") { Description = "The seed of chance.", DefaultValueFactory = _ => 1 };
        var result = new Option<FileInfo?>("--out") { Description = "Write the set of each person to this .csv file.", HelpName = "FILE" };
        var json = CommonOptions.Json();
        var command = new Command("sets", "Form sets that are as diverse inside as possible, with forbidden pairs apart.")
        {
            mdgp, forbid, sizes, seconds, steps, seed, result, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var count = parsed.GetValue(steps);
            var limits = count is { } some
                ? SearchLimits.After(some, parsed.GetValue(seed))
                : SearchLimits.For(TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(seed));
            var request = new Request(
                parsed.GetRequiredValue(mdgp), parsed.GetValue(forbid), parsed.GetValue(sizes) == Balanced, limits, parsed.GetValue(result));
            return RunAsync(request, writers.For(parsed.GetValue(json)), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(Request request, Output output, CancellationToken cancellation)
    {
        var input = await InputLines.ReadAsync(request.Mdgp, cancellation).ConfigureAwait(false);
        var apart = request.Forbid is null ? null : await InputLines.ReadAsync(request.Forbid, cancellation).ConfigureAwait(false);
        var file = MdgpFile.Read(input);
        var forbidden = apart is null ? [] : file.Forbidden(apart);
        InputLines.RefuseIfWrong(input, apart);

        var sizes = request.Balanced ? SetSize.Balanced(file.People, file.Sizes.Count) : file.Sizes;
        var problem = file.Problem(sizes, forbidden);
        if (NoSets.For(problem) is { } none)
        {
            return No(output, Reason(none));
        }

        var formed = SetSearch.Run(problem, request.Limits, TimeProvider.System, cancellation);
        if (formed.Worth.Forbidden > 0)
        {
            return No(output, StillForbidden(problem, formed));
        }

        if (request.Out is { } result)
        {
            await File.WriteAllTextAsync(result.FullName, Csv(formed.SetOf), cancellation).ConfigureAwait(false);
        }

        var diversity = file.Total(formed.SetOf);
        output.Document(new { ok = true, diversity, people = file.People, sets = sizes.Count, setOf = formed.SetOf, steps = formed.Steps });
        output.Line(string.Create(
            CultureInfo.InvariantCulture, $"Diversity {diversity}: {file.People} people in {sizes.Count} sets, no forbidden pair together."));
        return ExitCodes.Done;
    }

    private static int No(Output output, string reason)
    {
        output.Document(new { ok = false, reason });
        output.Line(reason);
        return ExitCodes.No;
    }

    private static string Reason(NoSets none) => none switch
    {
        NoSets.TooFewPlaces few => $"The sets take at most {few.Places} people, and there are {few.People}. Allow larger sets, or more of them.",
        NoSets.TooFewPeople few => $"The sets need at least {few.Needed} people, and there are {few.People}. Allow smaller sets, or fewer of them.",
        NoSets.TooManyApart many => $"{many.Who.Count} people must all be apart from each other, as people of one organisation are, but there are "
            + $"only {many.Sets} sets: {string.Join(", ", many.Who)}. Form at least {many.Who.Count} sets, or let some of them share one.",
        _ => throw new InvalidOperationException($"There is no sentence for {none}."),
    };

    private static string StillForbidden(SetsProblem problem, FormedSets formed)
    {
        var pairs = from one in Enumerable.Range(0, problem.People)
                    from other in Enumerable.Range(one + 1, problem.People - one - 1)
                    where formed.SetOf[one] == formed.SetOf[other] && problem.MustBeApart(one, other)
                    select $"{one} and {other}";
        return $"No division that keeps all forbidden pairs apart was found; the best one leaves {formed.Worth.Forbidden} together, such as "
            + $"{string.Join(", ", pairs.Take(ForbiddenShown))}. Search longer, forbid less, or form more sets.";
    }

    private static string Csv(IReadOnlyList<int> setOf)
    {
        var text = new StringBuilder("person,set\n");
        for (var person = 0; person < setOf.Count; person++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{person},{setOf[person]}\n");
        }

        return text.ToString();
    }

    private sealed record Request(FileInfo Mdgp, FileInfo? Forbid, bool Balanced, SearchLimits Limits, FileInfo? Out);
}
