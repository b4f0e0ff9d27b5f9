using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Storage;
using Spectre.Console;

namespace PlaceLeadership.Cli.Demo;

/// <summary>
/// The same demonstration in this process, played after one on a host to see whether both come to the same facts. What it
/// wrote is kept beside the host's, for whoever wants to see where they part.
/// </summary>
internal sealed class EmbeddedTwin(int seed, DirectoryInfo folder)
{
    /// <summary>The facts of the embedded demonstration, once they have been compared.</summary>
    public string FactsFile => Path.Combine(folder.FullName, "embedded", "facts.csv");

    /// <summary>Plays it and compares.</summary>
    /// <returns>Null when the facts are the same, byte for byte; else where they part first.</returns>
    public async Task<string?> DifferenceAsync(string factsFile, CancellationToken cancellation)
    {
        var apart = new DirectoryInfo(Path.GetDirectoryName(FactsFile)!);
        var silent = new Output(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(TextWriter.Null) }), TextWriter.Null, json: false);
        var stage = new EmbeddedStage(
            Demonstration.CohortId, seed, Path.Combine(apart.FullName, "mail"), Demonstration.Begins(), new MemoryTables());
        await using (stage.ConfigureAwait(false))
        {
            await new Demonstration(seed, apart, silent, stage).RunAsync(cancellation).ConfigureAwait(false);
        }

        return await PartingAsync(factsFile, FactsFile, cancellation).ConfigureAwait(false);
    }

    /// <summary>Where two files of facts part first, or null when they are the same, byte for byte.</summary>
    public static async Task<string?> PartingAsync(string hosted, string embedded, CancellationToken cancellation)
    {
        var one = await File.ReadAllBytesAsync(hosted, cancellation).ConfigureAwait(false);
        var other = await File.ReadAllBytesAsync(embedded, cancellation).ConfigureAwait(false);
        if (one.AsSpan().SequenceEqual(other))
        {
            return null;
        }

        var here = await File.ReadAllLinesAsync(hosted, cancellation).ConfigureAwait(false);
        var there = await File.ReadAllLinesAsync(embedded, cancellation).ConfigureAwait(false);
        var line = here.Zip(there).TakeWhile(pair => pair.First == pair.Second).Count();
        string At(string[] lines) => line < lines.Length ? $"'{lines[line]}'" : "nothing";
        return $"line {line + 1} is {At(here)} on the host and {At(there)} in {embedded}.";
    }
}
