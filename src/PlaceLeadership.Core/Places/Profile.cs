namespace PlaceLeadership.Core.Places;

/// <summary>
/// A person as somebody sees one who brings people together, in pairs, sets or groups: what decides who may meet and who
/// gains by it, without a name or an address.
/// </summary>
/// <param name="Id">The pseudonym, or any other id that is unique among these people.</param>
/// <param name="Organisation">Id of the organisation.</param>
/// <param name="Sector">Id of a sector, see <see cref="Sectors"/>.</param>
/// <param name="Level">How senior, or null when not said.</param>
/// <param name="Language">Language of messages.</param>
/// <param name="Pattern">When the person works.</param>
/// <param name="StrengthsOffered">What the person can offer others.</param>
/// <param name="GrowthSought">What the person wants to grow in.</param>
/// <param name="AccessNeeds">What the person needs to take part, or null.</param>
/// <param name="LineManager">
/// The id of the line manager. A manager outside these people keeps a key of their own, so that two people who share one are
/// still seen to.
/// </param>
public sealed record Profile(
    string Id,
    string Organisation,
    string Sector,
    Level? Level,
    Language Language,
    WorkingPattern Pattern,
    IReadOnlyList<string> StrengthsOffered,
    IReadOnlyList<string> GrowthSought,
    string? AccessNeeds,
    string? LineManager)
{
    /// <summary>
    /// The id of the line manager's own manager. It stands here too, because the one in between may be away or have left, and
    /// the line goes on through them.
    /// </summary>
    public string? NextLineManager { get; init; }
}
