namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>The words for what is told of coaching rounds alone; see <see cref="Facts.FactKinds"/>.</summary>
public static class CoachingFacts
{
    /// <summary>Whether the person has met the coaching partner, as they say: yes or no.</summary>
    public const string Met = "met";
}
