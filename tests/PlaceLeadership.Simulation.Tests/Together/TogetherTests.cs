using Xunit.Sdk;

namespace PlaceLeadership.Simulation.Tests.Together;

public sealed class TogetherTests
{
    private static readonly int Seeds = Sample.Of(2, all: 40);

    [Fact]
    public async Task In_cohorts_of_60_nobody_is_ever_brought_together_with_whom_they_must_not()
    {
        var happened = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        await Parallel.ForEachAsync(Enumerable.Range(1, Seeds), async (seed, _) =>
        {
            var simulation = new TogetherSimulation(seed);
            try
            {
                await simulation.RunAsync();
            }
            catch (Exception broken) when (broken is not XunitException)
            {
                throw new InvalidOperationException($"Seed {seed} broke.", broken);
            }

            happened.AddOrUpdate("at once", simulation.SaidAtOnce, (_, before) => before + simulation.SaidAtOnce);
            foreach (var (what, count) in simulation.Happened)
            {
                happened.AddOrUpdate(what, count, (_, before) => before + count);
            }
        });

        Assert.All(
            (string[])["declined", "left", "joined", "apart", "looked back", "changed", "at once"],
            what => Assert.True(happened.GetValueOrDefault(what) > Seeds, $"Too quiet to prove anything: {happened.GetValueOrDefault(what)} times {what}."));
    }
}
