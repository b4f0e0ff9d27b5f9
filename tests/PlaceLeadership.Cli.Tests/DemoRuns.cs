using System.Collections.Concurrent;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Demo;
using PlaceLeadership.Cli.Tests;
using PlaceLeadership.Storage;

[assembly: AssemblyFixture(typeof(DemoRuns))]

namespace PlaceLeadership.Cli.Tests;

/// <summary>What the demonstration showed and left in its folder.</summary>
public sealed record DemoRun(string Output, TemporaryFolder Folder);

/// <summary>One demonstration of each seed for all tests of the assembly; their folders are only read.</summary>
public sealed class DemoRuns : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, Lazy<Task<DemoRun>>> _runs = [];

    /// <summary>What is stored of the demonstration of seed 2, once it has been played.</summary>
    internal MemoryTables TablesOfTwo { get; } = new();

    public Task<DemoRun> OfAsync(int seed) => _runs.GetOrAdd(seed, new Lazy<Task<DemoRun>>(() => RunAsync(seed))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var run in _runs.Values.Where(run => run.Value.IsCompletedSuccessfully))
        {
            (await run.Value).Folder.Dispose();
        }
    }

    /// <summary>Seed 2 on tables that a test can look into, all others by the command.</summary>
    private async Task<DemoRun> RunAsync(int seed)
    {
        var folder = new TemporaryFolder();
        if (seed != 2)
        {
            return new DemoRun((await CommandRun.OfAsync("demo", "--seed", $"{seed}", "--out", folder.Path)).EndedWith(0).Output, folder);
        }

        using var shown = new StringWriter();
        await using var stage = new EmbeddedStage(Demonstration.CohortId, seed, folder["mail"], Demonstration.Begins(), TablesOfTwo);
        var output = new Output(CommandRun.ConsoleOn(shown), shown, json: false);
        Assert.Equal(0, await new Demonstration(seed, new DirectoryInfo(folder.Path), output, stage).RunAsync(default));
        return new DemoRun(shown.ToString(), folder);
    }
}
