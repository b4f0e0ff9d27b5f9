using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>Seats people in action learning sets.</summary>
public static class SetFormation
{
    /// <summary>
    /// Forms sets of nearly equal size that keep every rule and are as diverse as can be found. The same request with limits in
    /// steps gives the same answer.
    /// </summary>
    /// <param name="request">Who is to be seated, and how.</param>
    /// <param name="time">The clock that stops searches.</param>
    /// <param name="cancellation">Gives up without an answer.</param>
    /// <exception cref="ArgumentException">The request contradicts itself: the sentence says how.</exception>
    public static SeatingResult Form(SeatingRequest request, TimeProvider time, CancellationToken cancellation = default)
    {
        request.Check();
        return new SeatingSearch(request, time).Run(cancellation);
    }
}
