namespace PlaceLeadership.Web.Layout;

/// <summary>How a control is tied to what is said about it.</summary>
internal static class Marks
{
    /// <summary>The ids of the hint and of what is wrong, as far as there are any.</summary>
    public static string? DescribedBy(string id, bool hasHint, bool hasProblem) => (hasHint, hasProblem) switch
    {
        (true, true) => $"{id}-hint {id}-problem",
        (true, false) => $"{id}-hint",
        (false, true) => $"{id}-problem",
        _ => null,
    };
}
