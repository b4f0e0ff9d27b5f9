namespace PlaceLeadership.Core.Journeys.Coaching.Pairing;

/// <summary>
/// How much each thing counts that makes a good pair, in points. Zero switches a thing off. The defaults say what comes first;
/// they are this product's judgement, not a measurement, and meant to be changed.
/// </summary>
/// <param name="Growth">
/// One offers what the other wants to grow in, for each direction. The most, because it is what people come for: both
/// directions together outweigh everything else.
/// </param>
/// <param name="Sector">They are of different sectors: seeing a place through the eyes of another service is its purpose.</param>
/// <param name="Hours">They work at the same time for <see cref="EnoughHours"/> a week; less counts in proportion. A pair that cannot find an hour does not meet.</param>
/// <param name="Language">They can be written to in one language, or one of them has not said: so nobody has to translate.</param>
/// <param name="Level">They are at most one level apart; half two levels apart. Peers speak more openly than people of unequal power.</param>
/// <param name="FairnessPercent">
/// What the whole score grows by, in percent, for each time lately that one of the two was left out, matched late or in the
/// trio. It multiplies because adding would change nothing: everybody is in exactly one pair, whoever it is with.
/// </param>
public sealed record PairingWeights(
    int Growth = 200, int Sector = 100, int Hours = 100, int Language = 60, int Level = 60, int FairnessPercent = 25)
{
    /// <summary>Hours of common working time in a week from which on more does not help: a meeting takes one or two.</summary>
    public const int EnoughHours = 10;

    /// <summary>The largest weight that makes sense; larger ones would leave no room for the rules above the score.</summary>
    public const int Largest = 500;

    /// <summary>So many disadvantages of a pair count at most, so that an unlucky start does not decide everything.</summary>
    public const int DisadvantagesMax = 4;

    /// <summary>The defaults.</summary>
    public static PairingWeights Default { get; } = new();

    /// <summary>The largest score that a pair can have.</summary>
    internal long Most => ((2L * Growth) + Sector + Hours + Language + Level) * (100 + (DisadvantagesMax * FairnessPercent)) / 100;

    /// <summary>Itself, when every weight is possible.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or above <see cref="Largest"/>, or the percentage above 100.</exception>
    internal PairingWeights Checked() =>
        new[] { Growth, Sector, Hours, Language, Level }.All(weight => weight is >= 0 and <= Largest) && FairnessPercent is >= 0 and <= 100
            ? this
            : throw new ArgumentOutOfRangeException(nameof(PairingWeights), this, $"Weights are from 0 to {Largest}, the percentage from 0 to 100.");
}
