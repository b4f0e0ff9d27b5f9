namespace PlaceLeadership.Core.Programmes;

/// <summary>Texts of the product itself, which are there in both languages whatever a programme has.</summary>
internal static class TwoLanguages
{
    public static LocalText Text(string english, string welsh) =>
        new(new Dictionary<string, string> { ["en"] = english, ["cy"] = welsh });
}
