using System.Security.Cryptography;

namespace PlaceLeadership.Cli.Tests;

/// <summary>
/// The demonstration runs half a year of a cohort by the rules that a real one has. What it notes stays as it was, to the byte,
/// whatever is rebuilt underneath; who changes a rule on purpose records the new hash with the reason.
/// Last: whoever is left with fewer people in coaching, or with nobody, is told so, which takes a line of news in a letter.
/// </summary>
public sealed class DemoHashTests(DemoRuns demos)
{
    private static readonly TheoryData<int, string> Recorded = new()
    {
        { 1, "5af9d54e58f88f0ae524a0eb0bfd337c3071ffb9113734e9af7fad4dfea545d4" },
        { 2, "6650bbcc2f315ca9729cbd5149defbe87ad1b3d0abd6b19d4f1b59a2914daaed" },
        { 3, "c1b3aa4ebcb7c3a16c3380a98821933f35f0da325fbbd183c2c418ca8b1c4329" },
        { 4, "260486df3e270b58f7640f266073bd6f6725b18db3e881f4e65e5e97b8b48b8c" },
        { 5, "09def1e10959dcbf161cafdad2ff297f1dd0d22089607ab2617022eb0298d432" },
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
