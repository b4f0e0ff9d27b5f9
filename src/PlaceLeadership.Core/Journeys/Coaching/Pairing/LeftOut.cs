namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>Why somebody meets nobody in a round.</summary>
public enum LeftOutReason
{
    /// <summary>Not active in the weeks of the round.</summary>
    Away,

    /// <summary>Everybody else is ruled out, only by lines of management.</summary>
    OnlyLineManagement,

    /// <summary>Everybody else is ruled out, and at least one of them by a wish to be apart. Whose wish is never said.</summary>
    WishToBeApart,

    /// <summary>There is nobody else in this round.</summary>
    NobodyElse,

    /// <summary>The people are an odd number, and no trio was allowed that would take the last one in.</summary>
    OddNumber,

    /// <summary>Several people compete for the same few, and some of them go without.</summary>
    TooFewPartners,
}

/// <summary>Somebody who meets nobody in a round.</summary>
/// <param name="Person">The id.</param>
/// <param name="Reason">Why.</param>
/// <param name="Shortage">The numbers behind <see cref="LeftOutReason.TooFewPartners"/>; otherwise null.</param>
public sealed record LeftOut(string Person, LeftOutReason Reason, Shortage? Shortage = null);

/// <summary>
/// Why there are not enough pairs (a barrier in the sense of Tutte and Berge), counted and without names.
/// </summary>
/// <param name="People">How many people are in the round.</param>
/// <param name="Competing">How many of them, or groups of them, each need one of the same few.</param>
/// <param name="Partners">How many those few are.</param>
/// <param name="Organisation">The organisation that all who compete share, if that is what it is.</param>
/// <param name="InOrganisation">How many people of the round are of it.</param>
public sealed record Shortage(int People, int Competing, int Partners, string? Organisation, int InOrganisation);
