using System.CodeDom.Compiler;

namespace PlaceLeadership.Architecture.Tests.Planted;

[GeneratedCode("TextKeys", "1")]
internal static class PlantedTexts
{
    public static string Used => "Used";

    public static string Unused => "Unused";
}

internal static class Reader
{
    public static string Reads() => PlantedTexts.Used;
}
