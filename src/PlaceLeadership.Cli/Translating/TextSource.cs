using System.Reflection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Wording;

namespace PlaceLeadership.Cli.Translating;

/// <summary>The texts of one folder of the source.</summary>
/// <param name="Project">Its project, as <c>PlaceLeadership.Mail</c>.</param>
/// <param name="Texts">They, with the folder in the project.</param>
internal sealed record TextSource(string Project, TextPair Texts)
{
    private const string Product = "PlaceLeadership.";

    /// <summary>How translators see where a text belongs, such as <c>Mail/Composing</c>.</summary>
    public string Where => $"{Project[Product.Length..]}/{Texts.Folder}";

    public static IEnumerable<TextSource> BuiltIn(Assembly assembly) =>
        TextPair.BuiltIn(assembly).Select(texts => new TextSource(assembly.GetName().Name!, texts));

    /// <summary>All texts of a checkout, or a refusal when there are none.</summary>
    public static IReadOnlyList<TextSource> In(DirectoryInfo checkout)
    {
        var source = new DirectoryInfo(Path.Combine(checkout.FullName, "src"));
        IReadOnlyList<TextSource> found = !source.Exists ? [] :
        [
            .. from project in source.EnumerateDirectories(Product + "*").OrderBy(project => project.Name, StringComparer.Ordinal)
               from folder in project.EnumerateDirectories().Where(folder => folder.Name is not ("bin" or "obj"))
               from english in folder.EnumerateFiles(TextPair.EnglishName, SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal)
               select Read(project, english),
        ];
        return found.Count > 0 ? found : throw new Refusal($"{checkout.FullName} is no checkout of the source: it has no texts. Name one with --to.");
    }

    public string WelshPath(DirectoryInfo checkout) => Path.Combine(checkout.FullName, "src", Project, Texts.Folder, TextPair.WelshName);

    private static TextSource Read(DirectoryInfo project, FileInfo english)
    {
        var folder = english.Directory!.FullName;
        var welsh = Path.Combine(folder, TextPair.WelshName);
        var texts = Read(english.FullName);
        return new TextSource(project.Name, new TextPair(
            Path.GetRelativePath(project.FullName, folder).Replace('\\', '/'), texts, File.Exists(welsh) ? Read(welsh) : texts with { Texts = [] }));
    }

    private static TextFile Read(string path)
    {
        try
        {
            return TextFile.Read(File.ReadAllText(path).ReplaceLineEndings("\n"));
        }
        catch (FormatException broken)
        {
            throw new Refusal($"{path}, {broken.Message} Mend the file first.");
        }
    }
}
