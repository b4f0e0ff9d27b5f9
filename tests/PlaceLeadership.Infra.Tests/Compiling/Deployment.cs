using System.Text.Json.Nodes;

namespace PlaceLeadership.Infra.Tests.Compiling;

/// <summary>What an environment comes to.</summary>
/// <param name="Template">The ARM JSON.</param>
/// <param name="Parameters">What the parameter file gives, by name.</param>
/// <param name="Resources">The resources, with modules opened and parameters filled in.</param>
public sealed record Deployment(JsonObject Template, JsonObject Parameters, IReadOnlyList<Resource> Resources)
{
    /// <summary>Nothing at all.</summary>
    public static Deployment Empty { get; } = new(new JsonObject { ["resources"] = new JsonObject() }, [], []);

    public IReadOnlyList<Resource> Of(params IReadOnlyList<string> types) =>
        [.. Resources.Where(resource => types.Contains(resource.Type, StringComparer.OrdinalIgnoreCase))];

    /// <summary>The settings of the app, by name.</summary>
    public IReadOnlyDictionary<string, string> Settings => Of("Microsoft.Web/sites/config")
        .Where(config => config.Id.EndsWith("/appsettings", StringComparison.Ordinal))
        .SelectMany(config => config.At("properties")!.AsObject())
        .ToDictionary(setting => setting.Key, setting => setting.Value!.GetValue<string>());

    /// <summary>The template and those of its modules, each with what is handed to it.</summary>
    public IEnumerable<Module> Modules => Below("main", Template, []);

    private static IEnumerable<Module> Below(string name, JsonObject template, JsonObject given)
    {
        yield return new Module(name, template, given);
        foreach (var resource in Resources(template["resources"]))
        {
            // Properties with a condition in them are one expression, and no module.
            if (resource["properties"] is JsonObject properties && properties["template"] is JsonObject inner)
            {
                var handed = properties["parameters"] as JsonObject ?? [];
                foreach (var module in Below(resource["name"]!.GetValue<string>(), inner, handed))
                {
                    yield return module;
                }
            }
        }

        // A list in older templates, an object with symbolic names in newer ones.
        static IEnumerable<JsonObject> Resources(JsonNode? resources) => resources switch
        {
            JsonArray list => list.OfType<JsonObject>(),
            JsonObject named => named.Select(item => item.Value).OfType<JsonObject>(),
            _ => [],
        };
    }
}

/// <summary>One template in a deployment.</summary>
/// <param name="Name">The name of its deployment.</param>
/// <param name="Template">Its ARM JSON.</param>
/// <param name="Given">The expressions handed to its parameters.</param>
public sealed record Module(string Name, JsonObject Template, JsonObject Given)
{
    public JsonObject Outputs => Template["outputs"] as JsonObject ?? [];

    public JsonObject Parameters => Template["parameters"] as JsonObject ?? [];

    public IEnumerable<string> SecureParameters => Parameters.Where(item => IsSecure(item.Value)).Select(item => item.Key);

    public static bool IsSecure(JsonNode? declared) =>
        declared?["type"]?.GetValue<string>() is { } type && type.StartsWith("secure", StringComparison.OrdinalIgnoreCase);
}
