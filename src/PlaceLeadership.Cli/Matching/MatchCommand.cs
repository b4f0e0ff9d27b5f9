using System.CommandLine;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Matching.Pairs;

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
        var rounds = CommonOptions.OptionalNumber<int>(
            "--rounds", "So many rounds, each with as many pairs as there can be, in which nobody meets the same person twice.",
            number => number is >= 1 and <= PairGraph.MaxPeople, $"--rounds takes a number from 1 to {PairGraph.MaxPeople}.");
        var trio = new Option<bool>("--trio")
        {
            Description = "Place everybody: if their number is odd, with exactly one trio whose three pairs are all allowed.",
        };
        var explain = new Option<bool>("--explain") { Description = "Show the pairs, why there is nothing better, and why somebody is left over." };
        var people = new PairsOptions();
        var seed = CommonOptions.OptionalNumber<int>(
            "--seed", "Chooses among equally good pairings. The same seed gives the same pairs.", number => number >= 0, $"--seed takes a number from 0 to {int.MaxValue}.");
        var json = CommonOptions.Json();
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
