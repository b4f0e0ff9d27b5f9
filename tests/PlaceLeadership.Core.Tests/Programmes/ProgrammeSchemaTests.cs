using System.Text.Json.Nodes;
using CsCheck;
using NJsonSchema;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Core.Tests.Programmes;

public sealed class ProgrammeSchemaTests
{
    private static readonly JsonSchema Schema =
        JsonSchema.FromJsonAsync(ProgrammeFiles.Schema, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    private static readonly JsonObject SchemaJson = JsonNode.Parse(ProgrammeFiles.Schema)!.AsObject();

    // The programme that comes with the product, and one step that uses every key it does not.
    private static readonly JsonObject Whole = WithEveryKey();

    [Fact]
    public void The_default_programme_is_valid_by_the_schema() =>
        Assert.Empty(Schema.Validate(YamlJson.FromYaml(ProgrammeFiles.Default).ToJsonString()));

    [Fact]
    public void The_sample_uses_every_key_of_the_schema_and_is_valid_for_both()
    {
        Assert.Empty(Schema.Validate(Whole.ToJsonString()));
        ProgrammeFiles.Read(YamlJson.ToYaml(Whole));
        var used = Maps(Whole).SelectMany(map => map).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        Assert.Subset(used, SchemaKeys().ToHashSet(StringComparer.Ordinal));
        Assert.Subset(SchemaKeys().ToHashSet(StringComparer.Ordinal), used);
    }

    [Fact]
    public void The_file_in_the_repository_is_the_one_of_the_kinds_there_are() =>
        Assert.Equal(ProgrammeSchema.For(BuiltIn.Kinds), ProgrammeFiles.Schema);

    [Fact]
    public void Every_key_has_a_description() =>
        Assert.All(
            Objects(SchemaJson).Select(schema => schema["properties"]).OfType<JsonObject>()
                .Where(properties => properties.Any(pair => pair.Value!["type"] is not null || pair.Value["$ref"] is not null))
                .SelectMany(properties => properties)
                .Where(pair => pair.Value!["type"] is not null || pair.Value["$ref"] is not null),
            pair => Assert.True(pair.Value!["description"] is not null, $"“{pair.Key}” has no description."));

    [Fact]
    public void The_guide_for_programme_managers_shows_every_key_and_every_kind() =>
        Assert.All(
            SchemaKeys().Concat(BuiltIn.Kinds.Words).Concat(StageWords.All).Concat(Ideas.All).Concat(Sectors.All),
            word => Assert.Matches($@"(?<![\w-]){word}(?![\w-])", ProgrammeFiles.Guide));

    [Fact]
    public void Schema_and_reader_know_the_same_words()
    {
        AssertEnum(BuiltIn.Kinds.Words, "definitions", "step", "properties", "kind");
        AssertEnum(StageWords.All, "definitions", "stage");
        AssertEnum(Ideas.All, "definitions", "step", "properties", "ideas", "items");
        AssertEnum(Sectors.All, "definitions", "step", "properties", "audience", "oneOf", "properties", "sectors", "items");
        var (size, sectors) = (Definition("properties", "sets", "properties", "size"), Definition("properties", "sets", "properties", "sectors"));
        Assert.Equal((SetCount.UsualLeast, SetCount.Most), ((int)size["minimum"]!, (int)size["maximum"]!));
        Assert.Equal((1, SetCount.Most), ((int)sectors["minimum"]!, (int)sectors["maximum"]!));
        Assert.Equal(
            ProgrammeReader.StepsMax, (int)Definition("properties", "steps")["maxItems"]!);
        Assert.Equal(
            ProgrammeReader.TitleCharactersMax, (int)Definition("definitions", "line", "oneOf", "properties", "en")["maxLength"]!);
    }

    [Fact]
    public void A_misspelt_key_is_refused_by_both_and_the_reader_knows_what_was_meant()
    {
        foreach (var (path, key) in KeysByPath())
        {
            // A frame has a name, a theme a title: two letters longer is still nearest to the word itself.
            var broken = Changed(path, map => Rename(map, key, key + "x"));

            Assert.NotEmpty(Schema.Validate(broken.ToJsonString()));
            var problems = ProgrammeReader.Read(YamlJson.ToYaml(broken), BuiltIn.Kinds).Problems;
            Assert.Contains(problems, problem => problem.Mend == $"Did you mean “{key}”?");
        }
    }

    [Fact]
    public void A_stranger_among_the_keys_is_refused_by_both_and_the_reader_lists_those_that_the_schema_lists()
    {
        foreach (var path in KeysByPath().Select(pair => pair.Path).Distinct())
        {
            var broken = Changed(path, map => map["qqqqqqqqqqqqqqqqqqqqqqqqqqq"] = 1);

            Assert.NotEmpty(Schema.Validate(broken.ToJsonString()));
            var mend = Assert.Single(ProgrammeReader.Read(YamlJson.ToYaml(broken), BuiltIn.Kinds).Problems).Mend;
            var listed = mend[(mend.IndexOf(": ", StringComparison.Ordinal) + 2)..^1].Split(", ");
            Assert.Subset(SchemaKeys().ToHashSet(StringComparer.Ordinal), listed.ToHashSet(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void A_key_that_the_schema_requires_is_required_by_the_reader_too_and_the_other_way_round()
    {
        foreach (var (path, key) in KeysByPath())
        {
            var broken = Changed(path, map => map.Remove(key));

            var byReader = ProgrammeReader.Read(YamlJson.ToYaml(broken), BuiltIn.Kinds).Problems
                .Any(problem => problem.What.Contains($"has no “{key}”", StringComparison.Ordinal));
            if (Schema.Validate(broken.ToJsonString()).Count > 0)
            {
                Assert.NotEmpty(ProgrammeReader.Read(YamlJson.ToYaml(broken), BuiltIn.Kinds).Problems);
            }
            else
            {
                // What depends on the kind of a question is written with "if", which this validator passes over.
                Assert.False(
                    byReader && key is not ("low" or "high" or "low-label" or "high-label" or "options"),
                    $"Only the reader requires “{key}” at {path}.");
            }
        }
    }

    [Fact]
    public void Whatever_the_schema_refuses_the_reader_refuses()
    {
        var places = Nodes(Whole).Select(node => node.GetPath()).ToArray();
        JsonNode?[] values =
        [
            null, true, 0, -1, 1, 12, 500, 1.5, 99999999999, "", "x", "Not An Id", "2", new string('x', 6000),
            new JsonArray(), new JsonArray(1), new JsonArray("x", "x"), new JsonObject(), new JsonObject { ["en"] = "x" },
            new JsonObject { ["fr"] = "x" },
        ];
        var refused = 0;

        Gen.Select(Gen.Int[0, places.Length - 1], Gen.Int[0, values.Length - 1]).Sample(
            (place, value) =>
            {
                var broken = Replaced(places[place], values[value]?.DeepClone());
                if (Schema.Validate(broken.ToJsonString()).Count > 0)
                {
                    Interlocked.Increment(ref refused);
                    Assert.NotEmpty(ProgrammeReader.Read(YamlJson.ToYaml(broken), BuiltIn.Kinds).Problems);
                }
            },
            iter: Sample.Of(120, all: 600));

        Assert.True(refused > 100, $"Only {refused} mutants were refused: the property proves nothing.");
    }

    private static JsonObject WithEveryKey()
    {
        var small = YamlJson.FromYaml(ProgrammeFiles.Default).AsObject();
        var steps = small["steps"]!.AsArray();
        var kept = steps.Where(step => (string)step!["id"]! is "arriving" or "ties-baseline" or "coaching-one" or "set-meeting-one")
            .Select(step => step!.DeepClone());
        small["languages"] = new JsonArray("en");
        small["quiet"] = new JsonObject { ["after-meetings"] = 1, ["ranges"] = new JsonArray(new JsonObject { ["from"] = "12-20", ["to"] = "01-02" }) };
        small["sets"] = new JsonObject { ["size"] = 5, ["sectors"] = 3 };
        small["steps"] = new JsonArray(
        [
            .. kept,
            YamlJson.FromYaml(
                """
                id: every-key
                kind: reflection
                after: {step: arriving, days: 3}
                title: {en: Every key}
                minutes: 10
                theme: strengths
                stage: rotating
                audience: {sectors: [community], roles: [Volunteer], stages: [rotating]}
                frames: [no-words]
                ideas: [open-space]
                reminders: [2, 9]
                importance: essential
                open-days: 30
                text: {en: Look round.}
                questions: [{id: seen, kind: text, text: {en: What do you see?}}]
                """),
        ]);

        // “cy” is a key of texts only where the programme is in Welsh: one programme cannot show both.
        return small;
    }

    private static IEnumerable<string> SchemaKeys() => Objects(SchemaJson)
        .Where(schema => schema["additionalProperties"] is not null)
        .SelectMany(schema => schema["properties"]!.AsObject().Select(pair => pair.Key))
        .Where(key => key != "cy")
        .Distinct();

    // One place for each key, so that a key of many steps is tried once for each kind of map.
    private static List<(string Path, string Key)> KeysByPath() =>
    [
        .. Maps(Whole)
            .SelectMany(map => map.Select(pair => (Path: map.GetPath(), pair.Key)))
            .Where(pair => pair.Key != "en")
            .DistinctBy(pair => (Digits.Replace(pair.Path, ""), pair.Key)),
    ];

    private static readonly System.Text.RegularExpressions.Regex Digits = new("[0-9]+");

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject map => map.Select(pair => pair.Value!).SelectMany(Nodes).Prepend(map),
        JsonArray list => list.Select(item => item!).SelectMany(Nodes).Prepend(list),
        _ => [node],
    };

    private static IEnumerable<JsonObject> Maps(JsonNode node) => Nodes(node).OfType<JsonObject>();

    private static IEnumerable<JsonObject> Objects(JsonNode node) => Maps(node);

    private static JsonNode Changed(string path, Action<JsonObject> change)
    {
        var copy = Whole.DeepClone();
        change(Maps(copy).Single(map => map.GetPath() == path));
        return copy;
    }

    private static JsonNode Replaced(string path, JsonNode? value)
    {
        var copy = Whole.DeepClone();
        var node = Nodes(copy).Single(candidate => candidate.GetPath() == path);
        switch (node.Parent)
        {
            case JsonObject map:
                map[node.GetPropertyName()] = value;
                return copy;
            case JsonArray list:
                list[node.GetElementIndex()] = value;
                return copy;
            default:
                return value ?? new JsonArray();
        }
    }

    private static void Rename(JsonObject map, string key, string newKey)
    {
        var value = map[key]?.DeepClone();
        map.Remove(key);
        map[newKey] = value;
    }

    private static JsonNode Definition(params string[] path) => path.Aggregate(
        (JsonNode)SchemaJson,
        (node, key) => node is JsonArray list ? list[1]![key]! : node[key]!);

    private static void AssertEnum(IReadOnlyList<string> expected, params string[] path) =>
        Assert.Equal(expected, Definition(path)["enum"]!.AsArray().Select(word => (string)word!));
}
