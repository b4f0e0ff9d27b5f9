using System.Reflection;
using System.Xml.Linq;

namespace PlaceLeadership.Architecture.Tests;

/// <summary>The source that these tests were built from, and the assemblies built with them.</summary>
internal static class Checkout
{
    private static readonly string[] Rooms = ["Matching", "Core", "Storage", "Mail", "Application", "Web", "Hosting", "Cli"];

    public static string Root { get; } = FindRoot();

    /// <summary>The product's assemblies by the last word of their project, such as <c>Core</c>.</summary>
    public static IReadOnlyDictionary<string, Assembly> Assemblies { get; } = Rooms.ToDictionary(
        room => room, room => Assembly.Load(room == "Cli" ? "placelead" : $"PlaceLeadership.{room}"));

    /// <summary>Types that people wrote in product code; what compilers made is left out.</summary>
    public static IReadOnlyList<Type> ProductTypes { get; } =
    [
        .. Assemblies.Values.SelectMany(assembly => assembly.GetTypes()).Where(type =>
            type.FullName!.StartsWith("PlaceLeadership.", StringComparison.Ordinal) && !type.FullName.Contains('<', StringComparison.Ordinal)
            && !type.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
            && !type.GetCustomAttributesData().Any(data => data.AttributeType.Name == "RazorCompiledItemMetadataAttribute")),
    ];

    public static IReadOnlyList<string> Files(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !IsBuilt(file)).Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<string> Folders(params IReadOnlyList<string> folders) =>
    [
        .. folders.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories))
            .Where(folder => !IsBuilt(folder + Path.DirectorySeparatorChar)),
    ];

    /// <summary>What a project file includes of this kind: names of packages, of frameworks or of projects.</summary>
    public static IReadOnlyList<string> Includes(string project, string kind) =>
    [
        .. XDocument.Load(project).Descendants(kind).Select(item => item.Attribute("Include")!.Value)
            .Select(include => kind == "ProjectReference" ? Path.GetFileNameWithoutExtension(include) : include),
    ];

    public static string Relative(string file) => Path.GetRelativePath(Root, file);

    private static bool IsBuilt(string path)
    {
        var separator = Path.DirectorySeparatorChar;
        return path.Contains($"{separator}obj{separator}", StringComparison.Ordinal)
            || path.Contains($"{separator}bin{separator}", StringComparison.Ordinal)
            || path.Contains($"{separator}node_modules{separator}", StringComparison.Ordinal);
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
