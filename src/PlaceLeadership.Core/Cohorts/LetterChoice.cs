using NodaTime;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>When a person wants the letters of a programme that has one a week.</summary>
/// <param name="Day">The weekday; null for the one of the programme.</param>
/// <param name="EverySecondWeek">Whether a letter comes every second week.</param>
public sealed record LetterChoice(IsoDayOfWeek? Day, bool EverySecondWeek)
{
    private const string Slow = "every-second-week";
    private const string Usual = "every-week";

    /// <summary>What a person chose, or what is usual.</summary>
    public static LetterChoice Of(Participant person) => new(person.LetterDay, person.EverySecondWeek);

    /// <summary>The person with this choice.</summary>
    public Participant MadeBy(Participant person) => person with { LetterDay = Day, EverySecondWeek = EverySecondWeek };

    /// <summary>
    /// The days from which a person chooses: those on which they work, and the one that they chose when they still worked on it.
    /// </summary>
    public static IReadOnlyList<IsoDayOfWeek> DaysOf(Participant person) =>
    [
        .. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None && (person.Pattern.Includes(day) || person.LetterDay == day)),
    ];

    /// <summary>How an act says it, such as <c>every-second-week</c> or <c>every-week Wednesday</c>.</summary>
    public string Word => $"{(EverySecondWeek ? Slow : Usual)} {Day}".TrimEnd();

    /// <summary>The same in a sentence.</summary>
    /// <param name="word">What <see cref="Word"/> gave.</param>
    public static string InWords(string word)
    {
        var (often, day) = word.Split(' ') is [var first, var second] ? (first, Enum.Parse<IsoDayOfWeek>(second)) : (word, (IsoDayOfWeek?)null);
        return $"every {(often == Slow ? "second " : "")}week, on {(day is { } at ? LocalDays.InWords(at, "en") : "the day of the programme")}";
    }
}
