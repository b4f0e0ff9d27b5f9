using System.Text.Json.Nodes;

namespace PlaceLeadership.Infra.Tests.Compiling;

/// <summary>A resource as Azure would create it.</summary>
public sealed record Resource(JsonObject Json)
{
    public string Id => Json["id"]!.GetValue<string>();

    public string Type => Json["type"]!.GetValue<string>();

    public string Name => Json["name"]!.GetValue<string>();

    /// <summary>
    /// What a role, a lock or a diagnostic setting is about: the part of its id before its own provider, or where only Azure knows
    /// the whole id, the first argument of what makes it.
    /// </summary>
    public string Scope => Id.StartsWith("[extensionResourceId('", StringComparison.Ordinal)
        ? Id.Split('\'')[1]
        : Id[..Id.LastIndexOf("/providers/", StringComparison.Ordinal)];

    /// <summary>The value at a path such as <c>properties.siteConfig.ftpsState</c>, or null.</summary>
    public JsonNode? At(string path) =>
        path.Split('.').Aggregate<string, JsonNode?>(Json, (node, name) => (node as JsonObject)?[name]);

    /// <summary>The text at a path; null when it is missing or something else.</summary>
    public string? Text(string path) => At(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The flag at a path; null when it is missing or something else.</summary>
    public bool? Flag(string path) => At(path) is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;

    /// <summary>The number at a path; null when it is missing or something else.</summary>
    public int? Number(string path) => At(path) is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    /// <summary>The list at a path; empty when it is missing or something else.</summary>
    public IReadOnlyList<JsonNode> List(string path) => At(path) is JsonArray array ? [.. array.OfType<JsonNode>()] : [];
}
