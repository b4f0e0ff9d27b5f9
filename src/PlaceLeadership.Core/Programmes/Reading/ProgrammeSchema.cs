using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>
/// The JSON schema of programme files, with which editors mark mistakes while somebody types. What every programme holds stands in a
/// resource; what kinds of step there are, and what a programme may say of them, comes from the kinds.
/// </summary>
public static class ProgrammeSchema
{
    /// <summary>The usual name of its file.</summary>
    public const string FileName = "programme.schema.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema for these kinds, as a file holds it.</summary>
    public static string For(StepKinds kinds)
    {
        using var resource = typeof(ProgrammeSchema).Assembly.GetManifestResourceStream(FileName)!;
        var schema = JsonNode.Parse(resource)!.AsObject();
        var properties = schema["properties"]!.AsObject();
        var at = properties.IndexOf("steps");
        foreach (var kind in kinds.All.Where(kind => kind.Section is not null))
        {
            properties.Insert(at++, kind.Section!.Key, Section(kind, kind.Section));
        }

        var step = schema["definitions"]!["step"]!;
        var (asking, framing) = (step["allOf"]![0]!, step["allOf"]![1]!);
        asking["if"]!["properties"]!["kind"]!["enum"] = Words(kinds, kind => kind.AsksForReply);
        framing["then"]!["properties"]!["kind"]!["enum"] = Words(kinds, kind => kind.OffersFrames);
        var word = step["properties"]!["kind"]!;
        word["description"] = $"What the step is. Those that ask for a reply: {Listed(kinds, kind => kind.AsksForReply)}. "
            + $"Those that bring people together: {Listed(kinds, kind => kind.NeedsMatching)}. The others only tell.";
        word["enum"] = Words(kinds, _ => true);
        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Section(StepKind kind, OptionSection section) => new()
    {
        ["description"] = $"What the {section.SpeaksOf} are to be like; only with a {kind.Word} among the steps.",
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(section.Options.Select(option => KeyValuePair.Create<string, JsonNode?>(option.Key, new JsonObject
        {
            ["description"] = $"{option.Means} {option.Usual} when left out.",
            ["type"] = "integer",
            ["minimum"] = option.Least,
            ["maximum"] = option.Most,
        }))),
    };

    private static JsonArray Words(StepKinds kinds, Func<StepKind, bool> which) => [.. kinds.All.Where(which).Select(kind => JsonValue.Create(kind.Word))];

    private static string Listed(StepKinds kinds, Func<StepKind, bool> which) => string.Join(", ", kinds.All.Where(which).Select(kind => kind.Word));
}
