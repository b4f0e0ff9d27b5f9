using System.Globalization;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Journeys.Coaching.Pairing;

namespace PlaceLeadership.Cli.Matching;

/// <summary><c>placelead match --people FILE --out FILE</c>: reads, plans, writes, tells.</summary>
internal static class PairsRun
{
    public static async Task<int> RunAsync(PairsOrder order, Output output, CancellationToken cancellation)
    {
        if (order.History.Any(file => file.FullName == order.Out.FullName))
        {
            throw new Refusal($"{order.Out.Name} holds the history, which would be lost. Write the new rounds to another file, and give both as --history next time.");
        }

        var input = await PairsInput.ReadAsync(order, cancellation).ConfigureAwait(false);
        var plan = await output.WhileAsync("Planning rounds", () => Task.FromResult(CoachingPlanner.Plan(input.Request))).ConfigureAwait(false);
        var sentences = new PairSentences(id => input.NameOf[id], organisation => organisation);
        await PairsFile.WriteAsync(order.Out, plan, input.FirstRound, sentences, cancellation).ConfigureAwait(false);
        var promise = PairingPromise.Of(input.Request.Profiles, input.Request.Apart, input.Request.History);
        Tell(order, input, plan, promise, sentences, output);
        output.Document(PairsDocument.Of(order, input, plan, promise, sentences));
        return ExitCodes.Done;
    }

    private static void Tell(PairsOrder order, PairsInput input, CoachingPlan plan, PairingPromise promise, PairSentences sentences, Output output)
    {
        foreach (var note in input.Notes)
        {
            output.Line(note);
        }

        foreach (var (index, round) in plan.Rounds.Index())
        {
            output.Line(string.Create(
                CultureInfo.InvariantCulture, $"round {input.FirstRound + index}: cardinality {round.Groups.Count} weight {round.Score}"));
            foreach (var sentence in order.Explain ? Explained(round, input, sentences) : [])
            {
                output.Line("  " + sentence);
            }
        }

        if (order.Explain)
        {
            output.Line(string.Create(
                CultureInfo.InvariantCulture, $"All rounds together: weight {plan.Score}. No plan that keeps the rules as well has more than {plan.Bound}."));
            output.Line(promise.Sentence);
        }

        output.Line($"Written to {order.Out.Name}.");
    }

    public static IEnumerable<string> Explained(CoachingRound round, PairsInput input, PairSentences sentences) =>
    [
        .. round.Groups.SelectMany(group => sentences.Why(group)
            .Prepend(string.Join(" with ", group.People.Select(id => input.NameOf[id])) + (group.People.Count == 3 ? " as a trio" : ""))),
        .. round.LeftOut.Select(sentences.Why),
        .. round.Shortage is { } shortage ? [sentences.Why(shortage)] : Array.Empty<string>(),
    ];
}
