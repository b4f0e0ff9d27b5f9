using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>Somebody wants to grow in what the other offers.</summary>
/// <param name="Grows">Id of the one who wants to grow.</param>
/// <param name="Offers">Id of the one who offers.</param>
/// <param name="Growth">The growth area, as it was written.</param>
/// <param name="Strength">The strength, as it was written.</param>
/// <param name="Percent">How alike the two are, from 60 to 100: twice the common word stems, of all word stems of both.</param>
public sealed record GrowthOffer(string Grows, string Offers, string Growth, string Strength, int Percent);

/// <summary>Why two people fit: facts without names, from which sentences are made, and their score.</summary>
/// <param name="First">Id of one of them.</param>
/// <param name="Second">Id of the other.</param>
/// <param name="Offers">What one offers that the other seeks: the best for each direction.</param>
/// <param name="FirstSector">Sector of the first.</param>
/// <param name="SecondSector">Sector of the second.</param>
/// <param name="SameOrganisation">Whether they are colleagues, which happens only when it cannot be avoided.</param>
/// <param name="Days">The days on which they work at the same time.</param>
/// <param name="Hours">Hours a week at which both work.</param>
/// <param name="OneLanguage">Whether one language will do.</param>
/// <param name="LevelsApart">How many levels of seniority lie between them, or null when one has not said.</param>
/// <param name="Score">All of it in points of the weights; the higher, the better.</param>
public sealed record PairFit(
    string First,
    string Second,
    IReadOnlyList<GrowthOffer> Offers,
    string FirstSector,
    string SecondSector,
    bool SameOrganisation,
    Weekdays Days,
    int Hours,
    bool OneLanguage,
    int? LevelsApart,
    long Score);
