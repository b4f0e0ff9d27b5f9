using System.CommandLine;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Coaching.Matching;

namespace PlaceLeadership.Cli.Matching;

/// <summary><c>placelead match --graph FILE</c>, or <c>--people FILE --out FILE</c>.</summary>
internal static class MatchCommand
{
    public static Command Create(Writers writers)
    {
        var graph = new Option<FileInfo?>("--graph")
        {
            Description = "Who may meet whom: a line 'n m', then 'u v w' for each allowed pair. Either this or --people.",
            HelpName = "FILE",
        };
        var pairsFirst = new Option<bool>("--max-cardinality") { Description = "As many pairs as there can be; among those, the largest weight." };
        var worst = new Option<bool>("--worst-pair-first")
        {
            Description = "As many pairs as there can be, the worst of them as good as it can be, then the largest weight.",
        };
        var rounds = new Option<int?>("--rounds")
        {
            Description = "So many rounds, each with as many pairs as there can be, in which nobody meets the same person twice.",
            HelpName = "R",
        };
        var trio = new Option<bool>("--trio")
        {
            Description = "Place everybody: if their number is odd, with exactly one trio whose three pairs are all allowed.",
        };
        var explain = new Option<bool>("--explain") { Description = "Show the pairs, why there is nothing better, and why somebody is left over." };
        var people = new PairsOptions();
        var seed = new Option<int?>("--seed") { Description = "Chooses among equally good pairings. The same seed gives the same pairs.", HelpName = "NUMBER" };
        var json = CommonOptions.Json();
        rounds.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && number is < 1 or > PairGraph.MaxPeople)
            {
                result.AddError($"--rounds is from 1 to {PairGraph.MaxPeople}, not {number}.");
            }
        });
        var command = new Command("match", "The best pairs: of a graph, exact and proven, or coaching rounds of the people of a roster.")
        {
            graph, pairsFirst, worst, trio, rounds, explain, seed, json,
        };
        people.AddTo(command, graph, rounds, [pairsFirst, worst, trio]);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (people.Order(parsed, parsed.GetValue(rounds), parsed.GetValue(seed), parsed.GetValue(explain)) is { } pairs)
            {
                return await PairsRun.RunAsync(pairs, writers.For(parsed.GetValue(json)), cancellation).ConfigureAwait(false);
            }

            var order = new Order(
                parsed.GetValue(pairsFirst), parsed.GetValue(worst), parsed.GetValue(trio), parsed.GetValue(rounds));
            var numbered = Numbered.By(GraphFile.Read(parsed.GetValue(graph)!), parsed.GetValue(seed));
            return Run(order, numbered, parsed.GetValue(explain), writers.For(parsed.GetValue(json)));
        });
        command.Validators.Add(result =>
        {
            if (new[] { result.GetValue(worst), result.GetValue(trio), result.GetResult(rounds) is not null }.Count(chosen => chosen) > 1)
            {
                result.AddError("Choose one of --trio, --worst-pair-first and --rounds.");
            }
        });
        return command;
    }

    private static int Run(Order order, Numbered numbered, bool explain, Output output)
    {
        var rounds = order.Solve(numbered).ToList();
        for (var index = 0; index < rounds.Count; index++)
        {
            var (_, pairing, worst, trio) = rounds[index];
            output.Line((order.Rounds is null ? "" : $"round {index + 1}: ")
                + $"cardinality {pairing.Cardinality} weight {pairing.Weight}"
                + (worst is { } weight ? $" worst pair {weight}" : "")
                + (trio is null ? "" : $" trio {Explanation.Names(numbered.People(trio.Trio))} weight {trio.TrioWeight} value2x {trio.DoubledValue}"));
            if (explain)
            {
                foreach (var sentence in Explanation.Of(rounds[index], order, numbered))
                {
                    output.Line("  " + sentence);
                }
            }
        }

        output.Document(Describe(order, numbered, rounds, explain));
        return ExitCodes.Done;
    }

    private static Dictionary<string, object?> Describe(Order order, Numbered numbered, IReadOnlyList<Round> rounds, bool explain)
    {
        var described = rounds.Select(round => Describe(order, numbered, round, explain)).ToList();
        return order.Rounds is null
            ? described[0]
            : new()
            {
                ["cardinality"] = rounds.Sum(round => round.Pairing.Cardinality),
                ["weight"] = rounds.Sum(round => round.Pairing.Weight),
                ["rounds"] = described,
            };
    }

    private static Dictionary<string, object?> Describe(Order order, Numbered numbered, Round round, bool explain)
    {
        var fields = new Dictionary<string, object?>
        {
            ["cardinality"] = round.Pairing.Cardinality,
            ["weight"] = round.Pairing.Weight,
        };
        if (order.WorstPairFirst)
        {
            fields["worst"] = round.Worst;
        }

        if (round.Trio is { } trio)
        {
            fields["trio"] = numbered.People(trio.Trio);
            fields["trioWeight"] = trio.TrioWeight;
            fields["value2x"] = trio.DoubledValue;
        }

        fields["pairs"] = numbered.Pairs(round.Pairing);
        fields["alone"] = numbered.People(round.Alone);
        if (explain)
        {
            fields["explanation"] = Explanation.Of(round, order, numbered).ToList();
        }

        return fields;
    }
}
