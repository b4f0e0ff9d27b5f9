using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Cli.Seating;

/// <summary><c>placelead sets --people FILE</c>.</summary>
internal sealed record PeopleSets(
    FileInfo People, FileInfo? Apart, int Size, SeatingRules Rules, SearchLimits Limits, FileInfo? Out, bool Explain, Confirmations Confirmed)
{
    public async Task<int> RunAsync(Output output, CancellationToken cancellation)
    {
        if (await SeatingFile.ReadAsync(People, Confirmed, output, cancellation).ConfigureAwait(false) is not { } people)
        {
            return ExitCodes.No;
        }

        var rules = Rules with { Apart = Apart is null ? [] : await ApartFile.ReadAsync(Apart, people, cancellation).ConfigureAwait(false) };
        var request = new SeatingRequest(people.People, Limits) { TargetSize = Size, Rules = rules, WithPrices = Explain };
        var result = await output.WhileAsync(
            "Looking for sets …", () => Task.Run(() => SetFormation.Form(request, TimeProvider.System, cancellation), cancellation)).ConfigureAwait(false);
        output.Document(SeatingDocument.Of(result, people));
        var text = new SeatingText(people, rules, output);
        if (result is not SeatingResult.Seated seated)
        {
            text.NotSeated((SeatingResult.NotSeated)result);
            return ExitCodes.No;
        }

        if (Out is { } file)
        {
            await SetsCsv.WriteAsync(file, seated.Sets, people, cancellation).ConfigureAwait(false);
        }

        text.Seated(seated, Explain);
        return ExitCodes.Done;
    }
}
