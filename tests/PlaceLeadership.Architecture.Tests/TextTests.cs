using System.CodeDom.Compiler;
using Mono.Cecil;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Wording;

namespace PlaceLeadership.Architecture.Tests;

/// <summary>Texts in two languages stand in <c>en.yaml</c> and <c>cy.yaml</c>, whole and in use.</summary>
public sealed class TextTests
{
    private static readonly string[] Names = [TextPair.EnglishName, TextPair.WelshName];

    public static TheoryData<string> Rooms => [.. Checkout.Assemblies.Keys.Where(room => FoldersOf(room).Any())];

    [Fact]
    public void Every_text_of_the_product_is_looked_at() => Assert.Equal(
        Names.SelectMany(name => Checkout.Files("src", name)).Order(StringComparer.Ordinal),
        Rooms.SelectMany(row => Names.SelectMany(name => Checkout.Files(Project(row.Data), name))).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_folder_with_texts_has_both_languages_and_both_are_built_in(string room) =>
        Assert.Equal(
            FoldersOf(room).SelectMany(folder => Names.Select(name => $"{folder}/{name}")).Order(StringComparer.Ordinal),
            Checkout.Assemblies[room].GetManifestResourceNames().Where(resource => Names.Contains(Path.GetFileName(resource))).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_text_is_whole_in_both_languages(string room) =>
        Assert.Empty(TextPair.BuiltIn(Checkout.Assemblies[room]).SelectMany(pair => TextChecks.Of(pair.English.Texts, pair.Welsh.Texts)
            .Select(problem => $"{pair.Folder}: {problem.What} {problem.Mend}")));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_file_stands_as_it_would_be_written_from_a_translators_file(string room) =>
        Assert.All(Names.SelectMany(name => Checkout.Files(Project(room), name)), file =>
            Assert.Equal(TextFile.Read(File.ReadAllText(file)).Write(), File.ReadAllText(file).ReplaceLineEndings("\n")));

    [Fact]
    public void Every_text_is_used()
    {
        var assemblies = Checkout.Assemblies.Values.Select(assembly => assembly.Location).ToList();
        Assert.True(Keys(assemblies).Count > 80);
        Assert.Empty(Unused(assemblies));
    }

    [Fact]
    public void A_planted_text_that_nobody_uses_is_found_and_named() =>
        Assert.Equal(
            ["PlaceLeadership.Architecture.Tests.Planted.PlantedTexts.Unused", "PlaceLeadership.Architecture.Tests.Planted.PlantedTextsInOneLanguage.Unused"],
            Unused([typeof(TextTests).Assembly.Location]));

    private static IEnumerable<string> Unused(IReadOnlyList<string> assemblies) => Keys(assemblies).Except(
        from type in assemblies.SelectMany(assembly => ModuleDefinition.ReadModule(assembly).GetTypes())
        from method in type.Methods.Where(method => method.HasBody)
        from used in method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>()
        select Key(used));

    private static HashSet<string> Keys(IEnumerable<string> assemblies) =>
    [
        .. from type in assemblies.SelectMany(assembly => ModuleDefinition.ReadModule(assembly).GetTypes())
           where type.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(GeneratedCodeAttribute)
               && attribute.ConstructorArguments[0].Value is "TextKeys")
           from method in type.Methods
           where method.IsPublic && method.ReturnType.Name is "String" or nameof(LocalText)
           select Key(method),
    ];

    private static string Key(MethodReference text) => $"{text.DeclaringType.FullName}.{text.Name.Replace("get_", "", StringComparison.Ordinal)}";

    private static string Project(string room) => Path.Combine("src", $"PlaceLeadership.{room}");

    private static IEnumerable<string> FoldersOf(string room) => Names.SelectMany(name => Checkout.Files(Project(room), name))
        .Select(file => Path.GetRelativePath(Path.Combine(Checkout.Root, Project(room)), Path.GetDirectoryName(file)!).Replace('\\', '/')).Distinct();
}
