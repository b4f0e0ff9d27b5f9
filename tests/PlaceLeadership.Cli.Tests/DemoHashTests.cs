using System.Security.Cryptography;

namespace PlaceLeadership.Cli.Tests;

/// <summary>
/// The demonstration runs half a year of a cohort by the rules that a real one has. What it notes stays as it was, to the byte,
/// whatever is rebuilt underneath; who changes a rule on purpose records the new hash with the reason.
/// Last: what is due on one day comes in one mail.
/// </summary>
public sealed class DemoHashTests(DemoRuns demos)
{
    private static readonly TheoryData<int, string> Recorded = new()
    {
        { 1, "b0f75ef29b72ae57230d5ba04105b126f2920efbed846b49720fe0d8d08d4c3d" },
        { 2, "dbf0399d4c022287ffe8b90429a1abbe3babf6080865b0d87aee7c55c50c49f6" },
        { 3, "00fb863450d8e479309777bb7bcd02a3d852520e51cc9fe8b996319f28cbcd16" },
        { 4, "ef1c668f19f606d04309f12d022f5ca69eba5d437dc680b799df26346a638748" },
        { 5, "5b2d2225c5e566a120946b1b95b8cacb7e939df95dc1ea11ffd2984e152cd824" },
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
