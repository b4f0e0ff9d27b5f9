namespace PlaceLeadership.Core.Places;

/// <summary>What could be read of one row, before rows are compared with each other. Null is what failed.</summary>
internal sealed record RosterDraft(
    int Number,
    string? Name,
    string? Email,
    string? Organisation,
    string? Sector,
    string? Role,
    Level? Level,
    string? LineManager,
    Language Language,
    WorkingPattern? Pattern,
    int? PreferredHour,
    IReadOnlyList<string> StrengthsOffered,
    IReadOnlyList<string> GrowthSought,
    string? AccessNeeds)
{
    /// <summary>The entry of a draft in which nothing failed.</summary>
    public RosterEntry Entry() => new(
        Name!, Email!, Organisation!, Sector!, Role!, Level, LineManager, Language, Pattern!.Value, PreferredHour!.Value,
        StrengthsOffered, GrowthSought, AccessNeeds);
}
