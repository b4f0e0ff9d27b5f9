using NodaTime;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>How what a journey brings together is going.</summary>
/// <param name="Totals">What it comes to in the whole cohort.</param>
/// <param name="Acts">What needs a kind act of a manager, on the page of pairs and sets.</param>
public sealed record JourneyGoing(IReadOnlyList<GoingTotal> Totals, IReadOnlyList<KindAct> Acts)
{
    /// <summary>Nothing is to be said.</summary>
    public static JourneyGoing Nothing { get; } = new([], []);
}

/// <summary>Something of the whole cohort that is counted.</summary>
/// <param name="What">What, in words.</param>
/// <param name="HowMany">How many, in words.</param>
public sealed record GoingTotal(string What, string HowMany);

/// <summary>Something that needs a kind act.</summary>
/// <param name="Sentence">What it is.</param>
/// <param name="Since">The local day since when.</param>
public sealed record KindAct(string Sentence, LocalDate Since);
