using NodaTime;

namespace PlaceLeadership.Core.Programmes;

/// <summary>How many letters come to a person in a week, and on which day.</summary>
/// <param name="LettersPerWeek">
/// One, as a rule: beside it comes one message at most, with what cannot wait. More is for programmes of a few intensive weeks; then each day
/// on which something is due has its letter.
/// </param>
/// <param name="Day">The weekday of the letter; null for the day on which something is first due in a week.</param>
public sealed record Rhythm(int LettersPerWeek = 1, IsoDayOfWeek? Day = null)
{
    /// <summary>The most letters in a week: one on each working day.</summary>
    public const int LettersMost = 5;

    /// <summary>What is usual.</summary>
    public static Rhythm Usual { get; } = new();

    /// <summary>Whether there is one letter a week.</summary>
    public bool IsWeekly => LettersPerWeek == 1;
}
