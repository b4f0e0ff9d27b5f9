using System.Security.Cryptography;

namespace PlaceLeadership.Cli.Tests;

/// <summary>
/// The demonstration runs half a year of a cohort by the rules that a real one has. What it notes stays as it was, to the byte,
/// whatever is rebuilt underneath; who changes a rule on purpose records the new hash with the reason.
/// Last: one letter a week, and a default programme with one thought in it.
/// </summary>
public sealed class DemoHashTests(DemoRuns demos)
{
    private static readonly TheoryData<int, string> Recorded = new()
    {
        { 1, "224123c2c0c90a113429eb162abbb0870f3ecb70e6a1c9a450c4e4c84b09e0c8" },
        { 2, "2493790c7863722f7e69e705754b71b0698dd93e0b8636740bcc8edc8cd55834" },
        { 3, "062fc8515f1c46856557067fbe17e2daf116bc5b18bf50fc5b6e4c181b143978" },
        { 4, "e280da0d08da88adad78951c6e533a0d97af39e7b5839aab1c8937bd8a839322" },
        { 5, "347513a7323851c3828bacf9ba25efa085711eb8b4605a687ef053625dd55023" },
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
