using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PlaceLeadership.Core.Tests.Programmes;

/// <summary>Turns YAML into JSON as an editor does before it applies a schema, and JSON into YAML.</summary>
internal static partial class YamlJson
{
    public static JsonNode FromYaml(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return Json(stream.Documents[0].RootNode)!;
    }

    /// <summary>JSON is YAML as it stands, once nothing in it is escaped in a way of its own.</summary>
    public static string ToYaml(JsonNode json) => json.ToJsonString();

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(
            map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } value } when WholeNumber().IsMatch(value) =>
            JsonValue.Create(long.Parse(value, CultureInfo.InvariantCulture)),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "" or "null" or "~" } => null,
        YamlScalarNode text => JsonValue.Create(text.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "Neither map nor list nor scalar."),
    };

    [GeneratedRegex(@"\A[-+]?[0-9]+\z")]
    private static partial Regex WholeNumber();
}
