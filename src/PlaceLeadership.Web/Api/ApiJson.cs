using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlaceLeadership.Web.Api;

/// <summary>How JSON is written and read. A field that is misspelt, missing or there twice is a mistake and not passed over.</summary>
internal static class ApiJson
{
    public const string MediaType = "application/json";

    private const int DepthMax = 16;

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        MaxDepth = DepthMax,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
}
