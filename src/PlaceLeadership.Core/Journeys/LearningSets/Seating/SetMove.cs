namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>Why somebody gets another set.</summary>
public enum MoveCause
{
    /// <summary>They declined their set.</summary>
    Declined,

    /// <summary>They are new, or had no set.</summary>
    Joined,

    /// <summary>They did not ask; the sets need it.</summary>
    NeededElsewhere,
}

/// <summary>One person's way from set to set.</summary>
/// <param name="Person">Id.</param>
/// <param name="From">Number of the set they leave; null when they had none.</param>
/// <param name="To">Number of the set they come to.</param>
/// <param name="Cause">Why.</param>
/// <param name="Otherwise">
/// For people who did not ask: the rules that would be broken if they alone stayed where they were.
/// </param>
/// <param name="SizesOtherwise">And the sets that would be too small or too large, with the number of people in them.</param>
public sealed record SetMove(
    string Person,
    int? From,
    int To,
    MoveCause Cause,
    IReadOnlyList<SeatingRule> Otherwise,
    IReadOnlyList<(int Set, int People)> SizesOtherwise)
{
    /// <summary>The move and its reason as a sentence. Nobody is asked why they declined.</summary>
    public string Say(Names names) => Cause switch
    {
        MoveCause.Joined => $"{names.Person(Person)} joins set {To}.",
        MoveCause.Declined => $"{names.Person(Person)} goes from set {From} to set {To}, as they asked for another set.",
        _ => $"{names.Person(Person)} goes from set {From} to set {To}{Because()}.",
    };

    private string Because()
    {
        IReadOnlyList<string> reasons =
        [
            .. SizesOtherwise.Select(size => $"set {size.Set} would have {size.People} people"),
            .. Otherwise.Select(rule => $"“{RuleWords.Of(rule)}” would be broken"),
        ];
        return reasons.Count == 0 ? "" : $": otherwise {Names.Listed(reasons)}";
    }
}
