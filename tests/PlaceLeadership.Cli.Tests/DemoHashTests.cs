using System.Security.Cryptography;

namespace PlaceLeadership.Cli.Tests;

/// <summary>
/// The demonstration runs half a year of a cohort by the rules that a real one has. What it notes stays as it was, to the byte,
/// whatever is rebuilt underneath; who changes a rule on purpose records the new hash with the reason.
/// Last: a question can be answered for 28 days where the programme does not say, and a letter has a number of words.
/// </summary>
public sealed class DemoHashTests(DemoRuns demos)
{
    private static readonly TheoryData<int, string> Recorded = new()
    {
        { 1, "0e3b8258a2ac1276a70d331ffed1687aaa512ea6905a17960522352fda38bf34" },
        { 2, "4e6c799e122830ef7ee8f492e447b222bee43401f1a3ceb5bcb81f4868989328" },
        { 3, "944c3a45cfb4e120eacdbc64ab5c07270747d91a03f9d1c4a0e1d84ad91977b2" },
        { 4, "7967b12e1f3c4c0f22d9b5b5e057ddf7fd3a080eb6d232c6b18c63c9b6208f68" },
        { 5, "bfa8582424ddcb10b6d62589f5b9f59050e359b0802b21519dbcf2d8c291e0fd" },
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
