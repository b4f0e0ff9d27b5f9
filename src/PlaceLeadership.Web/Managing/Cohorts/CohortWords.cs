using System.Globalization;
using NodaTime;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>The words of the pages about cohorts.</summary>
internal static class CohortWords
{
    public const string ListTitle = "Cohorts";
    public const string NoCohorts = "There is no cohort yet.";
    public const string NextDays = "What goes out in the next two weeks";
    public const string NextDaysIntro = "As things stand now. What letters name as still open is not shown, for it would say who has replied.";
    public const string Nothing = "Nothing goes out in this time.";
    public const string ThisWeek = "This week, letter by letter";
    public const string Lately = "What people did in the last two weeks";
    public const string HistoryLink = "Everything that was done, week by week";
    public const string HistoryTitle = "What was done in the week from {0}";
    public const string HistoryIntro = "Who did what, and why. Who replied, and who did not, is told to nobody.";
    public const string NothingDone = "Nothing was done in this week.";
    public const string People = "People";
    public const string NoName = "(name deleted)";
    public const string Held = "Messages held";
    public const string HeldIntro = "The mail provider refused these for what is in them, so they were not sent. Everything else goes on. Once the text is mended, have them sent again.";
    public const string TryAgain = "Send it again";
    public const string InDoubt = "Messages in doubt";
    public const string InDoubtIntro = "These left, and nobody knows whether they arrived. They are never sent again on a guess. Ask the person, then say here.";
    public const string Arrived = "It arrived";
    public const string NotArrived = "It did not";
    public const string NotArrivedNote = "One that did not arrive is planned again.";
    public const string PauseHeading = "Pause the whole cohort";
    public const string PauseIntro = "While it is paused nothing goes out but what is about meetings that have a date: they stand until you move them or call them off. Afterwards everything not yet sent moves by whole weeks.";
    public const string MeetingsStand = "These meetings of learning sets fall into the pause, and they stand. Should they not take place, move them or call them off: their members are told at once, also in the pause.";
    public const string MeetingsLink = "Move a meeting or call it off";
    public const string PauseHowLong = "For how long?";
    public const string UntilSomebodySays = "Until somebody takes it up again here";
    public const string UntilADay = "Until a day";
    public const string DayLabel = "First day on which messages go out again";
    public const string DayHint = "Such as {0}.";
    public const string ChooseHowLong = "Choose for how long.";
    public const string DayUnreadable = "Write the day such as {0}.";
    public const string DayTooLate = "That day is too far off. The last possible is {0}; or pause until somebody says so.";
    public const string DayTooEarly = "That day is not in the future. The first possible is {0}.";
    public const string PauseButton = "Pause the cohort";
    public const string TakeUpHeading = "Take it up again";
    public const string TakeUpIntro = "Everything not yet sent moves by whole weeks, and nothing sent before the pause is remembered.";
    public const string TakeUpButton = "Take the cohort up again";
    public const string EndOrDelete = "End or delete";
    public const string EndLink = "End this cohort now";
    public const string DeleteLink = "Delete this cohort with everything";
    public const string EarlierWeek = "The week before";
    public const string LaterWeek = "The week after";
    public const string ChangeLetter = "Change this letter";
    public const string ChangeLetters = "Change this letter, for all or some";
    public const string ToWhom = "To whom";
    public const string ForWhom = "For whom?";
    public const string ForAll = "All of them ({0})";
    public const string ForSome = "Only these";
    public const string ChooseWhom = "Tick whom it is for, or choose all.";
    public const string MoveLetters = "Move these letters";
    public const string CancelLetters = "Do not send them";
    public const string RestoreLetters = "Bring them back";
    public const string SeenFirst = "You see first what would come of it.";
    public const string WhatWouldCome = "This is what would happen";
    public const string WhatCame = "This is what happened";
    public const string BackToWeek = "Back to the week";
    public const string LeaveThem = "Leave it as it is";
    public const string WhatWentOut = "What went out and was done in this week";
    public const string MoveLetter = "Move this letter";
    public const string MoveLetterTo = "Move it to";
    public const string MoveLetterHint = "All that it brings comes on that day, or in the letter of that week if there is one after it.";
    public const string CancelLetter = "Do not send it";
    public const string RestoreLetter = "Bring it back";
    public const string RestoreMoved = "Bring back what was moved here";
    public const string BackToCohort = "Back to the cohort";

    /// <summary>A day with its year.</summary>
    /// <summary>Why there is no pause until the day that was asked for; null where the day is not why.</summary>
    public static string? WrongDay(PauseOutcome? outcome) => outcome switch
    {
        PauseOutcome.TooEarly { First: var first } => PageWords.Fill(DayTooEarly, Day(first)),
        PauseOutcome.TooLate { Last: var last } => PageWords.Fill(DayTooLate, Day(last)),
        _ => null,
    };

    public static string Day(LocalDate day) => $"{LocalDays.InWords(day, "en")} {day.Year}";

    /// <summary>A name, or that there is none any more.</summary>
    public static string Name(string? name) => name ?? NoName;

    /// <summary>A meeting of a set.</summary>
    public static string MeetingOf(int set, LocalDateTime at) => string.Create(CultureInfo.InvariantCulture, $"Set {set}: {Day(at.Date)}, {at:HH:mm}");

    /// <summary>When a letter comes, what it is, and how many minutes it asks for.</summary>
    public static string Letter(LetterAhead letter) => Letter(letter, $"{letter.Hour:00}:00");

    public static string Letter(LetterAhead letter, string hours) => letter.Mail == MailAhead.None ? "not sent" : string.Create(
        CultureInfo.InvariantCulture, $"{hours}, {(letter.Mail == MailAhead.Beside ? "beside the letter" : "letter")}, {Minutes(letter.Minutes)}");

    /// <summary>What would come, or came, of an act on one letter.</summary>
    public static string Outcome(WholeLetterOutcome outcome, string what, bool isDone)
    {
        if (outcome.Problem is { } problem)
        {
            return problem;
        }

        var days = outcome.Changed.Where(item => item.On is not null).Select(item => LocalDays.InWords(item.On!.Value, "en")).Distinct().ToList();
        var said = what == WeekPages.Cancel || days.Count == 0 ? isDone ? "It is not sent." : "It would not be sent."
            : $"{(isDone ? "It comes" : "It would come")} on {string.Join(" and ", days)}.";
        return outcome.Stays.Count == 0 ? said
            : $"{said} {string.Join(", ", outcome.Stays.Select(step => $"“{step.Title.In("en")}”"))} stays: others wait for it.";
    }

    public static string DoIt(string what, int letters) => (what, letters) switch
    {
        (WeekPages.Move, 1) => "Move it",
        (WeekPages.Move, _) => $"Move these {letters} letters",
        (WeekPages.Cancel, 1) => "Do not send it",
        (WeekPages.Cancel, _) => $"Do not send these {letters} letters",
        (_, 1) => "Bring it back",
        _ => $"Bring these {letters} letters back",
    };

    /// <summary>What something in a letter is, and what is to be said of it.</summary>
    public static string Item(ForeseenMessage item) => string.Join(", ", new[]
    {
        item.Step.Kind.Word.Replace('-', ' '),
        Minutes(LetterAhead.MinutesOf(item)),
        LetterAhead.ReasonOf(item),
    }.Where(said => said is not null));

    private static string Minutes(int minutes) => minutes == 1 ? "1 minute" : $"{minutes} minutes";

    /// <summary>How a cohort stands.</summary>
    public static string State(CohortState state) => state switch
    {
        CohortState.Ended { On: var on } => $"ended on {Day(on)}",
        CohortState.Paused { Since: var since, Until: { } until } => $"paused since {Day(since)}, until {Day(until)}",
        CohortState.Paused { Since: var since } => $"paused since {Day(since)}",
        CohortState.ToBegin { On: var on } => $"begins on {Day(on)}",
        _ => "runs",
    };

    /// <summary>How a person stands.</summary>
    public static string State(Participant person, Cohort cohort, LocalDate today) => person switch
    {
        { LeftOn: { } left } => $"left on {Day(left)}",
        { AddressRefusedOn: { } refused } => $"address refused on {Day(refused)}: nothing can be sent until it is changed",
        { Pause: { Until: { } until } pause } when pause.Holds(today) => $"paused until {Day(until)}",
        { Pause: { Until: null } } => "paused",
        _ when cohort.OrganisationPauses.TryGetValue(person.Organisation, out var pause) && pause.Holds(today) => "paused with the organisation",
        _ => "takes part",
    };

    /// <summary>Which message it is.</summary>
    public static string Kind(MessageKind kind) => kind switch
    {
        MessageKind.Prompt => "message",
        MessageKind.FirstReminder => "named as still open",
        MessageKind.Unclear => "about an answer by mail that was not clear",
        _ => "named as still open again",
    };
}
