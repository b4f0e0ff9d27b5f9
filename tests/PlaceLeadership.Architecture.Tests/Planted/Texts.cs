using System.CodeDom.Compiler;

namespace PlaceLeadership.Architecture.Tests.Planted;

[GeneratedCode("TextKeys", "1")]
internal static class PlantedTexts
{
    public static string Used => "Used";

    public static string Unused => "Unused";
}

[GeneratedCode("TextKeys", "1")]
internal sealed class PlantedTextsInOneLanguage
{
    public static PlantedTextsInOneLanguage English { get; } = new();

    public string Used(object? value) => $"Used {value}";

    public string Unused(object? value) => $"Unused {value}";
}

internal static class Reader
{
    public static string Reads() => PlantedTexts.Used + PlantedTextsInOneLanguage.English.Used(1);
}
