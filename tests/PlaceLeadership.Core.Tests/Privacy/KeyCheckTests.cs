using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Privacy;

public sealed class KeyCheckTests
{
    private readonly MemoryTables _tables = new();

    private KeyCheck Check => new(_tables);

    [Fact]
    public async Task New_keys_fit_a_storage_that_holds_nothing()
    {
        Assert.Null(await Check.ProblemWithAsync(null, default));
        Assert.Null(await Check.ProblemWithAsync(LinkTokensTests.Ring(1), default));
    }

    [Fact]
    public async Task Without_keys_a_storage_of_an_earlier_release_with_cohorts_is_somebody_elses_and_with_keys_it_is_taken()
    {
        await new CohortDirectory(_tables).EnterAsync(new CohortId("leeds"), "Leeds", default);
        Assert.NotNull(await Check.ProblemWithAsync(null, default));
        Assert.Null(await Check.ProblemWithAsync(LinkTokensTests.Ring(1), default));
    }

    [Fact]
    public async Task Once_noted_only_rings_with_the_newest_key_fit_and_rotating_goes_on_for_ever()
    {
        await Check.NoteAsync(LinkTokensTests.Ring(1), default);
        Assert.NotNull(await Check.ProblemWithAsync(null, default));
        Assert.NotNull(await Check.ProblemWithAsync(LinkTokensTests.Ring(2), default));
        for (byte key = 2; key < 10; key++)
        {
            var rotated = LinkTokensTests.Ring(key, (byte)(key - 1));
            Assert.Null(await Check.ProblemWithAsync(rotated, default));
            await Check.NoteAsync(rotated, default);
            Assert.Null(await Check.ProblemWithAsync(LinkTokensTests.Ring(key), default));
            Assert.Contains("belongs to other keys", await Check.ProblemWithAsync(LinkTokensTests.Ring((byte)(key - 1)), default), StringComparison.Ordinal);
        }
    }
}
