using System.Collections.Concurrent;
using PlaceLeadership.Cli.Tests;

[assembly: AssemblyFixture(typeof(DemoRuns))]

namespace PlaceLeadership.Cli.Tests;

/// <summary>What the demonstration showed and left in its folder.</summary>
public sealed record DemoRun(CommandRun Command, TemporaryFolder Folder);

/// <summary>One demonstration of each seed for all tests of the assembly; their folders are only read.</summary>
public sealed class DemoRuns : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, Lazy<Task<DemoRun>>> _runs = [];

    public Task<DemoRun> OfAsync(int seed) => _runs.GetOrAdd(seed, new Lazy<Task<DemoRun>>(() => RunAsync(seed))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var run in _runs.Values.Where(run => run.Value.IsCompletedSuccessfully))
        {
            (await run.Value).Folder.Dispose();
        }
    }

    private static async Task<DemoRun> RunAsync(int seed)
    {
        var folder = new TemporaryFolder();
        return new DemoRun((await CommandRun.OfAsync("demo", "--seed", $"{seed}", "--out", folder.Path)).EndedWith(0), folder);
    }
}
