using System.Security.Cryptography;

namespace PlaceLeadership.Cli.Tests;

/// <summary>
/// The demonstration runs half a year of a cohort by the rules that a real one has. What it notes stays as it was, to the byte,
/// whatever is rebuilt underneath; who changes a rule on purpose records the new hash with the reason.
/// Last: proposals and polls span two letters, a date is told three weeks before, the first one with the set; five meetings and two rounds,
/// and a quiet week after each meeting.
/// </summary>
public sealed class DemoHashTests(DemoRuns demos)
{
    private static readonly TheoryData<int, string> Recorded = new()
    {
        { 1, "8e4835389fb2529b74eb60b1febfd2743da7fa3c9a2cb76993b0cfda767b9d40" },
        { 2, "6650bbcc2f315ca9729cbd5149defbe87ad1b3d0abd6b19d4f1b59a2914daaed" },
        { 3, "c1b3aa4ebcb7c3a16c3380a98821933f35f0da325fbbd183c2c418ca8b1c4329" },
        { 4, "40fe6d623deaf189354e3e2c9874f2b2cc7c5deb90b9b272433c3b6a424cb1f1" },
        { 5, "3097046562d7b47ffb8a35564dc6417404f0d74dcb437f33b6b72bc91bd922b5" },
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
