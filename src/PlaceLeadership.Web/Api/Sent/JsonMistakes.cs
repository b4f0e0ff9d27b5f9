using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PlaceLeadership.Web.Api.Problems;

namespace PlaceLeadership.Web.Api.Sent;

/// <summary>
/// Reads what was sent, or says all that keeps it from being read: where, what, and how to mend it. The words are ours: those of the platform name
/// types, and pass over nothing in a list.
/// </summary>
internal static class JsonMistakes
{
    private const int SaidMax = 50;

    private static readonly JsonDocumentOptions AsItStands = new() { MaxDepth = ApiJson.DepthMax };

    public static (object? Value, IReadOnlyList<ApiMistake> Mistakes) Read(ReadOnlyMemory<byte> body, Type type)
    {
        try
        {
            using var document = JsonDocument.Parse(body, AsItStands);
            IReadOnlyList<ApiMistake> mistakes = [.. In(document.RootElement, ApiJson.Options.GetTypeInfo(type), "").Take(SaidMax)];
            return mistakes.Count > 0 ? (null, mistakes) : (document.RootElement.Deserialize(type, ApiJson.Options), []);
        }
        catch (JsonException wrong)
        {
            return (null, [NoJson(wrong)]);
        }
    }

    private static IEnumerable<ApiMistake> In(JsonElement sent, JsonTypeInfo type, string path) => type.Kind switch
    {
        JsonTypeInfoKind.Object when sent.ValueKind == JsonValueKind.Object => InFields(sent, type, path),
        JsonTypeInfoKind.Enumerable when sent.ValueKind == JsonValueKind.Array => sent.EnumerateArray().SelectMany((item, index) =>
            item.ValueKind == JsonValueKind.Null ? [Nothing($"{path}[{index}]", mayBeLeftOut: true)] : In(item, ApiJson.Options.GetTypeInfo(type.ElementType!), $"{path}[{index}]")),
        _ => CanBe(sent, type) ? [] : [ApiMistake.Of(path, "It cannot be read.", $"Write {WordOf(type)}.")],
    };

    private static IEnumerable<ApiMistake> InFields(JsonElement sent, JsonTypeInfo type, string path)
    {
        var (there, at) = (new HashSet<string>(StringComparer.Ordinal), path.Length == 0 ? "" : path + ".");
        foreach (var field in sent.EnumerateObject())
        {
            foreach (var mistake in !there.Add(field.Name) ? [ApiMistake.Of(at + field.Name, "It is there twice.", "Leave one of them out.")]
                : type.Properties.FirstOrDefault(known => known.Name == field.Name) is not { } property
                    ? [ApiMistake.Of(at + field.Name, "There is no such field.", $"There are: {string.Join(", ", type.Properties.Select(known => known.Name))}.")]
                : field.Value.ValueKind != JsonValueKind.Null ? In(field.Value, ApiJson.Options.GetTypeInfo(property.PropertyType), at + field.Name)
                : property.IsSetNullable && CanBeNull(property.PropertyType) ? [] : [Nothing(at + field.Name, mayBeLeftOut: !property.IsRequired)])
            {
                yield return mistake;
            }
        }

        foreach (var missing in type.Properties.Where(known => known.IsRequired && !there.Contains(known.Name)))
        {
            yield return ApiMistake.Of(at + missing.Name, "It is missing.", $"Write {WordOf(ApiJson.Options.GetTypeInfo(missing.PropertyType))}.");
        }
    }

    private static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    private static bool CanBe(JsonElement sent, JsonTypeInfo type)
    {
        try
        {
            return sent.Deserialize(type) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ApiMistake Nothing(string path, bool mayBeLeftOut) => ApiMistake.Of(path, "It is null.", mayBeLeftOut ? "Say what it is, or leave it out." : "Say what it is.");

    private static string WordOf(JsonTypeInfo type) => (Nullable.GetUnderlyingType(type.Type) ?? type.Type) switch
    {
        var text when text == typeof(string) => "a text in double quotes",
        var truth when truth == typeof(bool) => "true or false",
        var number when number == typeof(int) => "a whole number without quotes",
        var day when day == typeof(DateOnly) => "a day such as \"2026-04-21\"",
        _ => type.Kind == JsonTypeInfoKind.Enumerable ? "a list in square brackets" : "an object in braces",
    };

    private static ApiMistake NoJson(JsonException wrong) => new(
        "", wrong.LineNumber is { } line ? (int)line + 1 : null, wrong.BytePositionInLine is { } place ? $"byte {place + 1}" : null, "From here on it is not JSON.",
        $"Look for a quote, comma or bracket that is missing or too much there; nothing may be nested deeper than {ApiJson.DepthMax}.", null);
}
