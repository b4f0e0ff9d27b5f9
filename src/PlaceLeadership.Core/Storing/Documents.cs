using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace PlaceLeadership.Core.Storing;

/// <summary>How stored documents are written: compact JSON with nothing that equals its default.</summary>
public static class Documents
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The stored form of a document.</summary>
    public static string Write<T>(T document) => JsonSerializer.Serialize(document, Options);

    /// <summary>The document of a row.</summary>
    /// <exception cref="InvalidDataException">
    /// The row has another shape than the reader knows, or is not a document: data that a later version wrote, or damage.
    /// </exception>
    public static T Read<T>(Row row, params ReadOnlySpan<string> shapes)
    {
        if (!shapes.Contains(row.Shape))
        {
            throw new InvalidDataException(
                $"The row '{row.Key}' has the shape '{row.Shape}', which this version cannot read. A later version of the product wrote it.");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(row.Body, Options)
                ?? throw new InvalidDataException($"The row '{row.Key}' of shape '{row.Shape}' is empty.");
        }
        catch (JsonException damage)
        {
            throw new InvalidDataException($"The row '{row.Key}' of shape '{row.Shape}' is damaged.", damage);
        }
    }
}
