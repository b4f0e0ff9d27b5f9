using System.Globalization;
using PlaceLeadership.Application.Going;

namespace PlaceLeadership.Web.Managing.Going;

/// <summary>The words around how a cohort is going.</summary>
internal static class GoingPageWords
{
    public const string Heading = "How is it going?";
    public const string Replies = "Replies of the whole cohort";
    public const string Weeks = "Weeks";
    public const string Replied = "Replied";
    public const string NoneYet = "No week is over yet.";
    public const string Totals = "The cohort in numbers";
    public const string What = "What";
    public const string HowMany = "How many";
    public const string Acts = "What needs a kind act";
    public const string NoAct = "Nothing at the moment.";
    public const string Timetable = "The timetable";
    public const string TimetableIntro = "As planned now: a dot asks for a reply, a square is for people to meet, a ring only tells. The week of today is shaded.";
    public const string Today = "today";
    public const string AsTable = "The same as a table";
    public const string Week = "Week";
    public const string From = "From";
    public const string Asked = "What is asked";
    public const string Nothing = "nothing";

    /// <summary>The picture of the timetable, for whoever hears it.</summary>
    public static string Picture(IReadOnlyList<WeekAsked> weeks) => weeks.FirstOrDefault(week => week.IsNow) is { } now
        ? Number($"The {weeks.Count} weeks of the timetable. This is week {now.Number}: {Of(now)}.") : Number($"The {weeks.Count} weeks of the timetable. Today is in none of them.");

    /// <summary>What is asked in a week.</summary>
    public static string Of(WeekAsked week) => week.Steps.Count == 0 ? Nothing : string.Join("; ", week.Steps.Select(Of));

    /// <summary>Something that is asked.</summary>
    public static string Of(StepAsked step) => Number($"{step.Title} ({step.Kind.Replace('-', ' ')}, {step.Minutes} {(step.Minutes == 1 ? "minute" : "minutes")})");

    /// <summary>What leads to where something is done.</summary>
    public static string Link(ActPlace where) => where switch
    {
        ActPlace.Groups => "Look at pairs and sets",
        ActPlace.Person => "Change the address",
        ActPlace.Messages => "Say what became of it",
        _ => "See what goes out this week",
    };

    private static string Number(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
