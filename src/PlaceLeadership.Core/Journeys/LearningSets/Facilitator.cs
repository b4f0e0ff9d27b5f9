namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>Who facilitates a set. Kept apart from the set, with everything else that says who somebody is.</summary>
/// <param name="Name">As members know them.</param>
/// <param name="Generation">Rises when somebody else facilitates, so that earlier links stop working.</param>
public sealed record Facilitator(string Name, int Generation)
{
    /// <summary>The shape of a stored facilitator.</summary>
    public const string Shape = "facilitator/1";

    /// <summary>The most characters of a name.</summary>
    public const int NameMax = 100;

    /// <summary>Whether somebody can be called this: something, on one line.</summary>
    public static bool CanBeCalled(string name) => name.Trim().Length is > 0 and <= NameMax && !name.Any(char.IsControl);
}
