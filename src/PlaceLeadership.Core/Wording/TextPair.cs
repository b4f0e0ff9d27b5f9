using System.Reflection;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Wording;

/// <summary>The texts of one folder in both languages.</summary>
/// <param name="Folder">The folder in its project, such as <c>Journeys/Coaching</c>.</param>
/// <param name="English">Its <c>en.yaml</c>.</param>
/// <param name="Welsh">Its <c>cy.yaml</c>.</param>
public sealed record TextPair(string Folder, TextFile English, TextFile Welsh)
{
    /// <summary>The file of English texts.</summary>
    public const string EnglishName = "en.yaml";

    /// <summary>The file of Welsh texts.</summary>
    public const string WelshName = "cy.yaml";

    private readonly Dictionary<string, LocalText> _texts = English.Texts
        .Join(Welsh.Texts, text => text.Key, text => text.Key, (english, welsh) => (english.Key, Text: TwoLanguages.Text(english.Words, welsh.Words)))
        .ToDictionary(text => text.Key, text => text.Text);

    /// <summary>The text with this key.</summary>
    public LocalText this[string key] => _texts[key];

    /// <summary>The texts that are built into an assembly.</summary>
    public static TextPair BuiltIn(Assembly assembly, string folder) => new(folder, Read(assembly, folder, EnglishName), Read(assembly, folder, WelshName));

    /// <summary>All texts that are built into an assembly.</summary>
    public static IReadOnlyList<TextPair> BuiltIn(Assembly assembly) =>
    [
        .. assembly.GetManifestResourceNames().Where(name => name.EndsWith("/" + EnglishName, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => BuiltIn(assembly, name[..^(EnglishName.Length + 1)])),
    ];

    private static TextFile Read(Assembly assembly, string folder, string name)
    {
        using var stream = assembly.GetManifestResourceStream($"{folder}/{name}")
            ?? throw new InvalidOperationException($"There is no {name} of {folder} in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return TextFile.Read(reader.ReadToEnd());
    }
}
