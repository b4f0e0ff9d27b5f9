using System.Net;
using System.Reflection;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Api;

/// <summary>A script reads what there is, and is told where it asks for nonsense.</summary>
public sealed class ReadingApiTests : ApiTests
{
    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    [InlineData("1&from=2")]
    public async Task How_many_to_pass_over_is_a_number(string from) =>
        Assert.Equal("from", Assert.Single(ApiPlace.Mistakes(await Script.GetAsync($"/cohorts?from={from}"), HttpStatusCode.UnprocessableEntity)).Field);

    [Fact]
    public async Task Whoever_reads_on_until_nothing_comes_ends()
    {
        foreach (var (from, there) in new[] { (0, 2), (1, 1), (2, 0), (int.MaxValue, 0) })
        {
            var list = await Script.ReadAsync($"/cohorts?from={from}");
            Assert.Equal((there, from, 2), (list.GetProperty("cohorts").GetArrayLength(), list.GetProperty("from").GetInt32(), list.GetProperty("count").GetInt32()));
        }

        await using var site = await Manager.SiteAsync(Api.Place);
        Assert.Contains("Hill Town", (await (await Manager.SignedInAsync(site)).GetAsync("/manage?from=999")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cohorts.LetterJson")]
    [InlineData("Groups.MeetingJson")]
    public void For_what_it_has_no_word_the_API_says_no_other(string type)
    {
        var wordOf = typeof(PagesOptions).Assembly.GetType("PlaceLeadership.Web.Api." + type, throwOnError: true)!.GetMethod("WordOf", BindingFlags.Static | BindingFlags.NonPublic)!;
        var state = wordOf.GetParameters()[0].ParameterType;
        Assert.Equal(Enum.GetValues(state).Length, Enum.GetValues(state).Cast<object>().Select(value => wordOf.Invoke(null, [value])).Distinct().Count());
        Assert.IsType<ArgumentOutOfRangeException>(Assert.Throws<TargetInvocationException>(() => wordOf.Invoke(null, [Enum.ToObject(state, 99)])).InnerException);
    }
}
