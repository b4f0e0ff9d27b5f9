using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PlaceLeadership.Web.Tests.Place;

namespace PlaceLeadership.Web.Tests.Api;

/// <summary>What a script sent and cannot be read is said in words of ours: where, what, and how to mend it.</summary>
public sealed class SentJsonTests : ApiTests
{
    [Fact]
    public void What_a_type_looks_like_is_known_before_anything_was_read_or_written()
    {
        var options = (JsonSerializerOptions)typeof(PagesOptions).Assembly.GetType("PlaceLeadership.Web.Api.ApiJson", throwOnError: true)!
            .GetMethod("New", BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, null)!;
        Assert.True(options.IsReadOnly);
        Assert.Equal(JsonTypeInfoKind.Enumerable, options.GetTypeInfo(typeof(List<string>)).Kind);
    }

    [Theory]
    [InlineData("\"confirm\": [null]", "confirm[0]", "It is null.", "Say what it is, or leave it out.")]
    [InlineData("\"confirm\": [\"x\", 1]", "confirm[1]", "It cannot be read.", "Write a text in double quotes.")]
    [InlineData("\"confirm\": \"x\"", "confirm", "It cannot be read.", "Write a list in square brackets.")]
    [InlineData("\"dryRun\": \"true\"", "dryRun", "It cannot be read.", "Write true or false.")]
    [InlineData("\"division\": null", "division", "It is null.", "Say what it is, or leave it out.")]
    [InlineData("\"place\": \"Again\"", "place", "It is there twice.", "Leave one of them out.")]
    public async Task Each_mistake_is_named_by_its_path(string field, string path, string what, string mend)
    {
        var body = JsonSerializer.Serialize(ApiPlace.Launch())[..^1] + ", " + field + "}";
        Assert.Equal((path, what, mend), Assert.Single(ApiPlace.Mistakes(await Script.PostAsync("/cohorts", body), HttpStatusCode.BadRequest)));
    }

    [Fact]
    public async Task All_mistakes_are_said_at_once_and_none_names_a_type()
    {
        var answer = await Script.PostAsync("/cohorts", "{\"Place\": \"Vale\", \"start\": 1, \"roster\": null, \"confirm\": [null, null], \"sender\": \"R\"}");
        var mistakes = ApiPlace.Mistakes(answer, HttpStatusCode.BadRequest);
        Assert.Equal(
            ["Place", "confirm[0]", "confirm[1]", "contact", "place", "roster", "sender-email", "start"], mistakes.Select(mistake => mistake.Field).Order(StringComparer.Ordinal));
        Assert.Equal("Say what it is.", mistakes.Single(mistake => mistake.Field == "roster").Mend);
        Assert.Contains("sender-email", mistakes.Single(mistake => mistake.Field == "Place").Mend, StringComparison.Ordinal);
        Assert.DoesNotContain("PlaceLeadership.", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", answer.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"place\": \"Vale\"")]
    [InlineData("")]
    [InlineData("{]")]
    [InlineData("deep")]
    public async Task What_is_no_JSON_is_said_by_its_line(string body)
    {
        var answer = await Script.PostAsync("/cohorts", body == "deep" ? "{\"confirm\": " + new string('[', 40) + new string(']', 40) + "}" : body);
        var mistake = Assert.Single(ApiPlace.Mistakes(answer, HttpStatusCode.BadRequest));
        Assert.Equal("From here on it is not JSON.", mistake.What);
        Assert.NotEmpty(mistake.Mend);
        Assert.Equal(1, ApiPlace.Json(answer).GetProperty("errors")[0].GetProperty("row").GetInt32());
    }

    [Theory]
    [InlineData("[]", "Write an object in braces.")]
    [InlineData("null", "Write an object in braces.")]
    [InlineData("\"x\"", "Write an object in braces.")]
    public async Task What_is_another_kind_of_JSON_is_said_to_be_so(string body, string mend) =>
        Assert.Equal(("", "It cannot be read.", mend), Assert.Single(ApiPlace.Mistakes(await Script.PostAsync("/cohorts", body), HttpStatusCode.BadRequest)));

    [Fact]
    public async Task A_million_mistakes_are_not_all_listed() => Assert.Equal(
        50, ApiPlace.Mistakes(await Script.PostAsync("/cohorts", $"{{\"confirm\": [{string.Join(',', Enumerable.Repeat("null", 1_000_000))}]}}"), HttpStatusCode.BadRequest).Count);
}
