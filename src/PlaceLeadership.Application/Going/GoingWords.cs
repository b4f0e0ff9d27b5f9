using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Application.Going;

/// <summary>The words in which it is told how a cohort is going, the same on the page, by the command and by the API.</summary>
public static class GoingWords
{
    internal const string People = "People who take part";
    internal const string Paused = "Of them paused at the moment";
    internal const string EverybodyPaused = "all: the whole cohort is paused";
    internal const string OrganisationsPaused = "Organisations paused at the moment";

    private const string NoName = "somebody whose name is deleted";

    /// <summary>What a stretch of weeks tells of replies.</summary>
    public static string Of(ReplyStretch stretch) => !stretch.Asked ? "nothing asked for a reply" : stretch.Number.InWords;

    /// <summary>Which weeks a stretch is.</summary>
    public static string When(ReplyStretch stretch) => stretch.Weeks == 1
        ? $"Week from {Day(stretch.Monday)}" : $"{Count(stretch.Weeks, "week")} from {Day(stretch.Monday)}";

    /// <summary>For how long something has needed a kind act.</summary>
    public static string Age(ActNeeded act) => act.Days == 0 ? "since today" : $"for {Count(act.Days, "day")}";

    internal static string Note(int people) => PublicSizes.Of(people) switch
    {
        ToldAs.Count => "How many people replied to anything in each week that is over. A week is told once and does not change any more; 'two or fewer' may be nobody, "
            + "so that a number says of nobody that they did not reply.",
        ToldAs.Share => Number($"Fewer than {PublicSizes.CountsFrom} people take part, so {ReplyStretch.WeeksTogether} weeks are told together once they are over: the mean share of people who replied to anything in a week, to {PublicSizes.Points} in 100. 'Or fewer' may be nobody."),
        _ => Number($"Fewer than {PublicSizes.SharesFrom} people take part. Of so few nothing is told of replies, whatever they are. Ask the people."),
    };

    internal static string Quiet((LocalDate Since, int Weeks) quiet) =>
        $"Nobody, or next to nobody, has replied for {Count(quiet.Weeks, "week")}, since the week from {Day(quiet.Since)}. Ask a few people whether the letters reach them and still fit.";

    internal static string Summary(CohortGoing going, (LocalDate Since, int Weeks)? quiet) =>
        (quiet is { } silence ? $"Nobody, or next to nobody, has replied for {Count(silence.Weeks, "week")}. " : "")
        + (going.Acts.Count == 0 ? "Nothing needs a kind act at the moment." : $"{Count(going.Acts.Count, "thing")} {(going.Acts.Count == 1 ? "needs" : "need")} a kind act.");

    internal static string Refused(string? name) => $"The mail provider refuses the address of {name ?? NoName}. Nothing can be sent there until it is changed.";

    internal static string InDoubt(int messages) => messages == 1
        ? "A message left, and nobody knows whether it arrived." : $"{Count(messages, "message")} left, and nobody knows whether they arrived.";

    internal static string Held(int messages) => messages == 1
        ? "A message is held: the mail provider refused it for what is in it." : $"{Count(messages, "message")} are held: the mail provider refused them for what is in them.";

    internal static string Number(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);

    private static string Day(LocalDate day) => Number($"{LocalDays.InWords(day, "en")} {day.Year}");

    private static string Count(int number, string what) => Number($"{number} {what}{(number == 1 ? "" : "s")}");
}
