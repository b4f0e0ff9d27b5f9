using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Application.Going;

/// <summary>How a cohort, or one part of a large one, is going: arrangements, not people. Nobody can work out from it who replied.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Today">The local day.</param>
/// <param name="People">How many take part.</param>
/// <param name="Summary">How it is going, in a sentence.</param>
/// <param name="Replies">What is told of replies in the last weeks, the first week first.</param>
/// <param name="RepliesNote">What stands behind those numbers, in sentences.</param>
/// <param name="Totals">What else is counted.</param>
/// <param name="Acts">What needs a kind act, the oldest first.</param>
/// <param name="Weeks">What is asked in each week of the programme, as planned now.</param>
public sealed record CohortGoing(
    Cohort Cohort, LocalDate Today, int People, string Summary, IReadOnlyList<ReplyStretch> Replies, string RepliesNote, IReadOnlyList<GoingTotal> Totals,
    IReadOnlyList<ActNeeded> Acts, IReadOnlyList<WeekAsked> Weeks);

/// <summary>Where a kind act is done.</summary>
public enum ActPlace
{
    /// <summary>Among pairs and sets.</summary>
    Groups,

    /// <summary>On the page of a person.</summary>
    Person,

    /// <summary>Among the messages held or in doubt.</summary>
    Messages,

    /// <summary>Among the letters of this week.</summary>
    Week,
}

/// <summary>Something that needs a kind act.</summary>
/// <param name="Sentence">What it is.</param>
/// <param name="Since">The local day since when.</param>
/// <param name="Days">For how many days.</param>
/// <param name="Where">Where it is done.</param>
public sealed record ActNeeded(string Sentence, LocalDate Since, int Days, ActPlace Where)
{
    /// <summary>Whom it is about, where mail to somebody fails; null else.</summary>
    public ParticipantId? Person { get; init; }
}

/// <summary>A week of the programme.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Monday">Its first day.</param>
/// <param name="IsNow">Whether today is in it.</param>
/// <param name="Steps">What is asked in it.</param>
public sealed record WeekAsked(int Number, LocalDate Monday, bool IsNow, IReadOnlyList<StepAsked> Steps)
{
    internal static IReadOnlyList<WeekAsked> Of(Timetable timetable, Cohort cohort, LocalDate today)
    {
        var steps = Enumerable.Range(0, timetable.Steps.Count).Where(place => timetable.Steps[place].Id.IsWhole && !cohort.PassedOver.Contains(timetable.Steps[place].Id))
            .ToLookup(place => NumberOf(timetable.PlannedOn(place, cohort.Dates), cohort), place => StepAsked.Of(timetable.Steps[place]));
        var last = steps.Select(week => week.Key).Append(timetable.Programme.Weeks + (cohort.ShiftDays / 7)).Max();
        return
        [
            .. Enumerable.Range(1, last).Select(number => new WeekAsked(
                number, cohort.FirstMonday.PlusWeeks(number - 1), number == NumberOf(today, cohort), [.. steps[number]])),
        ];
    }

    private static int NumberOf(LocalDate day, Cohort cohort) => Period.DaysBetween(cohort.FirstMonday, day) is >= 0 and var days ? (days / 7) + 1 : 0;
}

/// <summary>Something that a programme asks.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Kind">The word of its kind.</param>
/// <param name="Minutes">How many minutes it takes.</param>
/// <param name="IsMeeting">Whether people meet.</param>
/// <param name="AsksForReply">Whether it asks for a reply.</param>
public sealed record StepAsked(string Title, string Kind, int Minutes, bool IsMeeting, bool AsksForReply)
{
    internal static StepAsked Of(Step step) => new(step.Title.In("en"), step.Kind.Word, step.Minutes, step.IsMeeting, step.AsksForReply);
}
