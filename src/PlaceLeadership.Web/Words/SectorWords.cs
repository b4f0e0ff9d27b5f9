using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Web.Words;

/// <summary>What the sectors of a place are called on pages.</summary>
internal static class SectorWords
{
    /// <summary>The sector with this id in words.</summary>
    public static string Of(string sector, PageWords words) => sector switch
    {
        Sectors.Council => words.Layout.SectorCouncil,
        Sectors.Nhs => words.Layout.SectorNhs,
        Sectors.Police => words.Layout.SectorPolice,
        Sectors.Community => words.Layout.SectorCommunity,
        Sectors.Fire => words.Layout.SectorFire,
        Sectors.Housing => words.Layout.SectorHousing,
        Sectors.Education => words.Layout.SectorEducation,
        Sectors.Business => words.Layout.SectorBusiness,
        _ => sector,
    };
}
