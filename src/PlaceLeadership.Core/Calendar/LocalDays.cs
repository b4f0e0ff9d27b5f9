using System.Globalization;
using NodaTime;

namespace PlaceLeadership.Core.Calendar;

/// <summary>Days in words, as people read them.</summary>
public static class LocalDays
{
    private static readonly string[] EnglishDays =
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] EnglishMonths =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ];

    private static readonly string[] WelshDays =
        ["dydd Llun", "dydd Mawrth", "dydd Mercher", "dydd Iau", "dydd Gwener", "dydd Sadwrn", "dydd Sul"];

    private static readonly string[] WelshMonths =
    [
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd",
        "Rhagfyr",
    ];

    /// <summary>The Monday of the week that holds a day.</summary>
    public static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>Such as <c>Tuesday</c>, or <c>dydd Mawrth</c> when the language is <c>cy</c>.</summary>
    public static string InWords(IsoDayOfWeek weekday, string language) => (language == "cy" ? WelshDays : EnglishDays)[(int)weekday - 1];

    /// <summary>Such as <c>Tuesday 3 March</c>, or <c>dydd Mawrth 3 Mawrth</c> when the language is <c>cy</c>.</summary>
    public static string InWords(LocalDate day, string language)
    {
        var months = language == "cy" ? WelshMonths : EnglishMonths;
        return $"{InWords(day.DayOfWeek, language)} {day.Day} {months[day.Month - 1]}";
    }

    /// <summary>Such as <c>Tuesday 3 March, 14:30</c>.</summary>
    public static string InWords(LocalDateTime at, string language) =>
        InWords(at.Date, language) + ", " + at.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);
}
