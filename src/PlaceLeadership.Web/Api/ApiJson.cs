using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace PlaceLeadership.Web.Api;

/// <summary>How JSON is written and read. A field that is misspelt, missing or there twice is a mistake and not passed over.</summary>
internal static class ApiJson
{
    public const string MediaType = "application/json";

    /// <summary>How deep what is sent may be nested.</summary>
    public const int DepthMax = 16;

    public static JsonSerializerOptions Options { get; } = New();

    // Whoever asks first what a type looks like need not have written or read something before.
    internal static JsonSerializerOptions New()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            AllowDuplicateProperties = false,
            MaxDepth = DepthMax,
            NumberHandling = JsonNumberHandling.Strict,
            PropertyNameCaseInsensitive = false,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };
        options.MakeReadOnly();
        return options;
    }
}
