namespace PlaceLeadership.Core.Places;

/// <summary>What a column of a roster can hold. The order is that of the template.</summary>
public enum RosterField
{
    Name,
    FirstName,
    LastName,
    Email,
    Organisation,
    Sector,
    Role,
    Level,
    LineManager,
    Language,
    WorkingPattern,
    PreferredHour,
    StrengthsOffered,
    GrowthSought,
    AccessNeeds,
}
