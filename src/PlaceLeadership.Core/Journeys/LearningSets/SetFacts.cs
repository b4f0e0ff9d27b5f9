namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>The words for what is told of set meetings alone; see <see cref="Facts.FactKinds"/>.</summary>
public static class SetFacts
{
    /// <summary>Whether the person was at a set meeting, as they say: there, away, or not-held.</summary>
    public const string SetMet = "set-met";

    /// <summary>The person presented at a set meeting.</summary>
    public const string Presented = "presented";

    /// <summary>The person led a set meeting.</summary>
    public const string Led = "led";

    /// <summary>The person wrote down an action. What it is, nobody else knows.</summary>
    public const string ActionAgreed = "action-agreed";

    /// <summary>The person looked back on an action: done, under-way, or let-go.</summary>
    public const string ActionReviewed = "action-reviewed";
}
