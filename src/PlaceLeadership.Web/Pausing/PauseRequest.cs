using NodaTime;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Pausing;

/// <summary>How long a pause is to last, as somebody put it into the form.</summary>
/// <param name="Length">One of <see cref="TwoWeeks"/>, <see cref="FourWeeks"/>, <see cref="ChosenDay"/>, <see cref="UntilISay"/>, or empty.</param>
/// <param name="Day">The day as typed.</param>
public sealed record PauseRequest(string Length, string Day)
{
    /// <summary>Weeks ahead at most for a day that is chosen; longer pauses have no end of their own.</summary>
    public const int WeeksMax = 26;

    /// <summary>The choice of two weeks from today.</summary>
    public const string TwoWeeks = "two-weeks";

    /// <summary>The choice of four weeks from today.</summary>
    public const string FourWeeks = "four-weeks";

    /// <summary>The choice of a day.</summary>
    public const string ChosenDay = "day";

    /// <summary>The choice of no end.</summary>
    public const string UntilISay = "until-i-say";

    /// <summary>An empty form.</summary>
    public static PauseRequest Empty { get; } = new("", "");

    /// <summary>The latest day that can be chosen.</summary>
    public static LocalDate Latest(LocalDate today) => today.PlusWeeks(WeeksMax);

    /// <summary>The way in which days are typed.</summary>
    public static string Typed(LocalDate day) => TypedDays.Write(day);

    internal static PauseRequest From(SentForm form) => new(form.First("until"), form.First("day"));

    /// <summary>The first day on which messages may come again, null for 'until I say', or what needs mending.</summary>
    public (LocalDate? Until, ErrorItem? Problem) Read(LocalDate today, PausingTexts words, Func<LocalDate, string> inWords) =>
        Length switch
        {
            TwoWeeks => (today.PlusWeeks(2), null),
            FourWeeks => (today.PlusWeeks(4), null),
            UntilISay => (null, null),
            ChosenDay => ReadDay(today, words, inWords),
            "" when Day.Length > 0 => ReadDay(today, words, inWords),
            _ => (null, new ErrorItem("until-two-weeks", words.ChooseHowLong)),
        };

    private (LocalDate?, ErrorItem?) ReadDay(LocalDate today, PausingTexts words, Func<LocalDate, string> inWords)
    {
        var read = TypedDays.Read(Day);
        var problem = read switch
        {
            null when Day.Length == 0 => words.DayMissing,
            null => words.DayUnreadable(Typed(today.PlusWeeks(2))),
            { } day when day <= today => words.DayTooEarly(inWords(today.PlusDays(1))),
            { } day when day > Latest(today) => words.DayTooLate(inWords(Latest(today))),
            _ => null,
        };
        return problem is null ? (read, null) : (null, new ErrorItem("day", problem));
    }
}
