using System.Security.Cryptography;

namespace PlaceLeadership.Cli.Tests;

/// <summary>
/// The demonstration runs half a year of a cohort by the rules that a real one has. What it notes stays as it was, to the byte,
/// whatever is rebuilt underneath; who changes a rule on purpose records the new hash with the reason.
/// Last: nothing is sent to remind; what is still open is named in messages that come anyway.
/// </summary>
public sealed class DemoHashTests(DemoRuns demos)
{
    private static readonly TheoryData<int, string> Recorded = new()
    {
        { 1, "c8f62885754767381a9550705b9f675a83c9bb9d183eb911f6dc12700c18d883" },
        { 2, "dac22028e6a81f7f11d39709e062aa8184a694989e2e5a9c8040f1ae95306506" },
        { 3, "6d31db705680881e6bd41fe7f66d4a1b4d33d83e07bb590aca44ab5d2896805d" },
        { 4, "87fd6de87fd65185bf3fb3b158d8c656ac7f2a60a59bbea3f0b4e1dab7066542" },
        { 5, "378ba42d35bf588c911a9b6bc24c63e549560b605b6e3050e81e1d79a4f0b272" },
    };

    public static IEnumerable<TheoryDataRow<int, string>> Seeds => Recorded.Take(Sample.Of(2, all: 5));

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_facts_of_the_demonstration_are_what_they_were(int seed, string hash)
    {
        var folder = (await demos.OfAsync(seed)).Folder;
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(folder["facts.csv"]))));
    }
}
