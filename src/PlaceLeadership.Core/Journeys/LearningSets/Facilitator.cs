namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>Who facilitates a set. Kept apart from the set, with everything else that says who somebody is.</summary>
/// <param name="Name">As members know them.</param>
/// <param name="Generation">Rises when somebody else facilitates, so that earlier links stop working.</param>
public sealed record Facilitator(string Name, int Generation)
{
    /// <summary>The shape of a stored facilitator.</summary>
    public const string Shape = "facilitator/1";
}
