using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Web.Words;

/// <summary>What the sectors of a place are called on pages.</summary>
internal static class SectorWords
{
    private static readonly Dictionary<string, (string English, string Welsh)> Words = new()
    {
        [Sectors.Council] = ("Council", "Cyngor"),
        [Sectors.Nhs] = ("NHS", "GIG"),
        [Sectors.Police] = ("Police", "Heddlu"),
        [Sectors.Community] = ("Community", "Cymuned"),
        [Sectors.Fire] = ("Fire and rescue", "Tân ac achub"),
        [Sectors.Housing] = ("Housing", "Tai"),
        [Sectors.Education] = ("Education", "Addysg"),
        [Sectors.Business] = ("Business", "Busnes"),
    };

    /// <summary>The sector with this id in words.</summary>
    public static string Of(string sector, PageWords words) =>
        !Words.TryGetValue(sector, out var names) ? sector : words.Language == PageWords.Welsh.Language ? names.Welsh : names.English;
}
