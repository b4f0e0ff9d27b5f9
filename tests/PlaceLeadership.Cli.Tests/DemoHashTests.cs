using System.Security.Cryptography;

namespace PlaceLeadership.Cli.Tests;

/// <summary>
/// The demonstration runs half a year of a cohort by the rules that a real one has. What it notes stays as it was, to the byte,
/// whatever is rebuilt underneath; who changes a rule on purpose records the new hash with the reason.
/// </summary>
public sealed class DemoHashTests(DemoRuns demos)
{
    private static readonly TheoryData<int, string> Recorded = new()
    {
        { 1, "2181cd4faa3f6bae940fc6201442a318d29fbc5fdaab14640278400f9e572634" },
        { 2, "7a853636a305bc4ae79fb7a92adc8070bbbc0f7ca2d78ac90564bb0cd5532294" },
        { 3, "668254d2824c8007f4015a4af0b75660b90ea8b3f336b06124a82674086bf798" },
        { 4, "040c18f021d510a062454af80d08c4acf182a66e6dfd7e9da125b2212e8f0309" },
        { 5, "5f765f6cf1b49d869f4bb3dcf961cf162e385b8ccd4382548f32a1f4ae1416e0" },
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
