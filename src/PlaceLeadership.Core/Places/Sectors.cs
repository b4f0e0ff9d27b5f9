namespace PlaceLeadership.Core.Places;

/// <summary>The sectors of a place, by the ids that programmes and rosters use.</summary>
public static class Sectors
{
    /// <summary>Local government.</summary>
    public const string Council = "council";

    /// <summary>Health services.</summary>
    public const string Nhs = "nhs";

    /// <summary>Policing.</summary>
    public const string Police = "police";

    /// <summary>Community groups, charities, residents.</summary>
    public const string Community = "community";

    /// <summary>Fire and rescue.</summary>
    public const string Fire = "fire";

    /// <summary>Housing associations.</summary>
    public const string Housing = "housing";

    /// <summary>Schools, colleges, universities.</summary>
    public const string Education = "education";

    /// <summary>Local businesses.</summary>
    public const string Business = "business";

    /// <summary>Every sector, the four that make a place first.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Council, Nhs, Police, Community, Fire, Housing, Education, Business];
}
