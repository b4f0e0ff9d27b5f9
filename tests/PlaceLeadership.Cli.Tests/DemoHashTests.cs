using System.Security.Cryptography;

namespace PlaceLeadership.Cli.Tests;

/// <summary>
/// The demonstration runs half a year of a cohort by the rules that a real one has. What it notes stays as it was, to the byte,
/// whatever is rebuilt underneath; who changes a rule on purpose records the new hash with the reason.
/// Last: a question can be answered for 28 days where the programme does not say, and a letter has a number of words; a farewell that
/// finds room beside the last thought.
/// </summary>
public sealed class DemoHashTests(DemoRuns demos)
{
    private static readonly TheoryData<int, string> Recorded = new()
    {
        { 1, "8f632dc4a25a86c53d9cfbc39e39da1c4d35602f029d79d2279c1dd538311637" },
        { 2, "eb757f812ff9047f2d2c2e37f267d98776316518131724d3339e10450e020dad" },
        { 3, "29657501175a00a267fffc30635a1f9968b2c09cc40056fd2dc33948c60d26d9" },
        { 4, "5a4edfed5a03585accd21a06e0f1b20c4e944319b414e3243ff7d79538f65660" },
        { 5, "4f587de0133877bbf16953a66b6d5ef7d038f95b0c3255095d01408f6ff19447" },
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
