using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Nodes;
using PlaceLeadership.Infra.Tests.Compiling;

[assembly: AssemblyFixture(typeof(Infrastructure))]

namespace PlaceLeadership.Infra.Tests.Compiling;

/// <summary>Compiles <c>infra/bicep</c>, as it stands or with one edit, for one of the two environments.</summary>
public sealed class Infrastructure : IDisposable
{
    /// <summary>The environments, by the names of their parameter files.</summary>
    public static readonly IReadOnlyList<string> Environments = ["test", "production"];

    private const string Subscription = "00000000-0000-0000-0000-000000000001";

    private readonly BicepServer _bicep = new(Executable());
    private readonly ConcurrentDictionary<(string Environment, bool PrivateNetwork), Lazy<Deployment>> _asItStands = new();
    private readonly DirectoryInfo _edited = Directory.CreateTempSubdirectory("placelead-infra-");
    private int _edits;

    /// <summary>The root of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder with the Bicep files.</summary>
    public static string Folder { get; } = Path.Combine(Root, "infra", "bicep");

    /// <summary>Compiles what is there, with the private network if that is asked for.</summary>
    public Deployment Compile(string environment, bool privateNetwork = false) => _asItStands.GetOrAdd(
        (environment, privateNetwork),
        asked => new Lazy<Deployment>(() => asked.PrivateNetwork
            ? CompileEdited(asked.Environment, Edit.WithPrivateNetwork(asked.Environment))
            : Compile(Folder, asked.Environment))).Value;

    /// <summary>Compiles it with edits, without the linter's configuration, which would refuse some faults by itself.</summary>
    public Deployment CompileEdited(string environment, params IReadOnlyList<Edit> edits) => Compile(Copy(edits, linted: false), environment);

    /// <summary>What the compiler and its linter say about it, after edits if there are any.</summary>
    public IReadOnlyList<string> Said(string environment, params IReadOnlyList<Edit> edits) =>
        Said(CompileParameters(edits.Count == 0 ? Folder : Copy(edits, linted: true), environment));

    public void Dispose()
    {
        _bicep.Dispose();
        _edited.Delete(recursive: true);
    }

    private Deployment Compile(string folder, string environment)
    {
        var compiled = CompileParameters(folder, environment);
        if (!compiled["success"]!.GetValue<bool>())
        {
            throw new InvalidOperationException($"{environment} does not compile: {string.Join("; ", Said(compiled))}");
        }

        // What Azure would make of it: modules opened, parameters filled in, conditions decided where they can be.
        var snapshot = _bicep.Call("bicep/getSnapshot", new JsonObject
        {
            ["path"] = ParameterFile(folder, environment),
            ["metadata"] = new JsonObject
            {
                ["subscriptionId"] = Subscription,
                ["resourceGroup"] = "place",
                ["location"] = "uksouth",
            },
        });
        var predicted = JsonNode.Parse(snapshot["snapshot"]!.GetValue<string>())!["predictedResources"]!.AsArray();
        return new Deployment(
            JsonNode.Parse(compiled["template"]!.GetValue<string>())!.AsObject(),
            JsonNode.Parse(compiled["parameters"]!.GetValue<string>())!["parameters"]!.AsObject(),
            [.. predicted.Select(resource => new Resource(resource!.AsObject()))]);
    }

    private JsonObject CompileParameters(string folder, string environment) => _bicep.Call(
        "bicep/compileParams",
        new JsonObject { ["path"] = ParameterFile(folder, environment), ["parameterOverrides"] = new JsonObject() });

    private static IReadOnlyList<string> Said(JsonObject compiled) =>
    [
        .. compiled["diagnostics"]!.AsArray().Select(said =>
            $"{said!["level"]} {said["code"]}: {said["message"]} ({Path.GetFileName(said["source"]!.GetValue<string>())})"),
    ];

    private string Copy(IReadOnlyList<Edit> edits, bool linted)
    {
        var to = _edited.CreateSubdirectory($"{Interlocked.Increment(ref _edits)}").FullName;
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (linted || Path.GetFileName(file) != "bicepconfig.json")
            {
                File.Copy(file, copy);
            }
        }

        foreach (var edit in edits)
        {
            var edited = Path.Combine(to, edit.File);
            File.WriteAllText(edited, edit.ApplyTo(File.ReadAllText(edited)));
        }

        return to;
    }

    private static string ParameterFile(string folder, string environment) => Path.Combine(folder, $"{environment}.bicepparam");

    private static string Executable()
    {
        var executable = typeof(Infrastructure).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "BicepExecutable").Value!;
        return File.Exists(executable)
            ? executable
            : throw new FileNotFoundException("The Bicep compiler of the NuGet package is missing: dotnet restore brings it.", executable);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PlaceLeadership.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("These tests read the source they were built from; run them from a checkout.");
    }
}
