namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>
/// A set that somebody declined, without a reason: nobody asks for one. The person does not get it back, and does not get it
/// back under another name either: they meet at most half of these people again in one set.
/// </summary>
/// <param name="Person">Who declined.</param>
/// <param name="Others">The other members of the set when it was declined. Ids that are no longer known are passed over.</param>
public sealed record DeclinedSet(string Person, IReadOnlyList<string> Others);
