using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Wording.Shared;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>
/// The messages around the meetings of learning sets, counted from the planned day of the meeting; those that follow a date are
/// moved to it once it is known.
/// </summary>
public static class SetMessages
{
    /// <summary>Whom somebody would meet, with the choice to say no without a reason.</summary>
    public const string Proposal = "proposal";

    /// <summary>A set as it now stands, and its agreement.</summary>
    public const string Contract = "contract";

    /// <summary>Another set after the first.</summary>
    public const string Again = "again";

    /// <summary>Another set for the second time, which is the last.</summary>
    public const string LastAgain = "last-again";

    /// <summary>When can the set meet?</summary>
    public const string Poll = "poll";

    /// <summary>The date of a set meeting, with its calendar file.</summary>
    public const string Date = "date";

    /// <summary>Another date.</summary>
    public const string Moved = "moved";

    /// <summary>Another date for the second time, which is the last.</summary>
    public const string LastMoved = "last-moved";

    /// <summary>Who is in the set by now, when that changed after everybody had been reminded of a meeting.</summary>
    public const string Changed = "changed";

    /// <summary>The meeting does not take place.</summary>
    public const string CalledOff = "called-off";

    /// <summary>Before a meeting: 'your actions from last time'.</summary>
    public const string Actions = "actions";

    /// <summary>After a meeting: who was there, who presented, what the presenters want to try.</summary>
    public const string Record = "record";

    /// <summary>Days before the first meeting on which everybody sees the proposed set.</summary>
    public const int ProposedDaysBefore = 19;

    /// <summary>Days before the first meeting on which the set stands and gets its agreement.</summary>
    public const int ContractDaysBefore = 13;

    /// <summary>Days before a meeting on which the set is asked when it can meet.</summary>
    public const int PollDaysBefore = 12;

    /// <summary>Days for which a poll is open at least, unless everybody has answered sooner.</summary>
    public const int PollDays = 6;

    /// <summary>Days for which it is open at most, where a member works again only later.</summary>
    public const int PollDaysMax = 9;

    /// <summary>Days from the second working day of each member on for which it is open, within that.</summary>
    public const int PollDaysEach = 3;

    /// <summary>Days from the planned one of a meeting on for which its poll is still opened, for instance after a standstill.</summary>
    public const int OpenedLateDaysMax = 6;

    /// <summary>Days between a date that is settled and the meeting, at least.</summary>
    public const int NoticeDays = 3;

    /// <summary>Days before a meeting on which people are reminded of their own actions.</summary>
    public const int ActionsDaysBefore = 5;

    /// <summary>Days after a meeting within which it is recorded.</summary>
    public const int RecordDays = 14;

    /// <summary>The question whose answer acts.</summary>
    public const string Question = "choice";

    /// <summary>The question for words: those passed on to the set, or a presenter's own actions.</summary>
    public const string Words = "words";

    /// <summary>None of the times of a poll.</summary>
    public const string NoneOfThese = "none";

    /// <summary>Go on with this set.</summary>
    public const string Fine = "fine";

    /// <summary>Another set, please.</summary>
    public const string Other = "other";

    /// <summary>I was there.</summary>
    public const string There = "there";

    /// <summary>I was there and presented.</summary>
    public const string Presented = "presented";

    /// <summary>I led the meeting.</summary>
    public const string Led = "led";

    /// <summary>I could not be there.</summary>
    public const string Away = "away";

    /// <summary>The meeting did not take place.</summary>
    public const string NotHeld = "not-held";

    /// <summary>An action was done.</summary>
    public const string Done = "done";

    /// <summary>An action is still under way.</summary>
    public const string UnderWay = "under-way";

    /// <summary>An action was let go.</summary>
    public const string LetGo = "let-go";

    /// <summary>With which of them goes the calendar file of the meeting.</summary>
    internal static IReadOnlyList<string> HaveCalendar { get; } = [Date, Moved, LastMoved, Changed, CalledOff];

    /// <summary>The messages around a meeting.</summary>
    /// <param name="meeting">The step of the programme.</param>
    /// <param name="isFirst">Whether it is the first meeting, before which sets are formed.</param>
    public static IReadOnlyList<Step> Of(Step meeting, bool isFirst) =>
    [
        .. isFirst ? Forming(meeting) : [],
        StepMessages.Around(meeting, Poll, -PollDaysBefore, 2, Step.OpenDaysByDefault, [3], LearningSetsTexts.PollTitle, LearningSetsTexts.Poll,
            [new Question.MultipleChoice(Question, LearningSetsTexts.PollQuestion, [])]) with { GoesFirst = true },
        StepMessages.Around(meeting, Date, -PollDaysBefore + PollDays, 1, Step.OpenDaysByDefault, [], LearningSetsTexts.DateTitle, LearningSetsTexts.Date, []) with { Urgency = Urgency.SaysWhenPeopleMeet },
        StepMessages.Around(meeting, Moved, 0, 1, Step.OpenDaysByDefault, [], LearningSetsTexts.MovedTitle, LearningSetsTexts.Moved, []) with { Urgency = Urgency.ChangesMeeting, IsForeseen = false },
        StepMessages.Around(meeting, LastMoved, 0, 1, Step.OpenDaysByDefault, [], LearningSetsTexts.MovedTitle, LearningSetsTexts.Moved, []) with { Urgency = Urgency.ChangesMeeting, IsForeseen = false },
        StepMessages.Around(meeting, Changed, 0, 1, Step.OpenDaysByDefault, [], LearningSetsTexts.ChangedTitle, LearningSetsTexts.Changed, []) with { Urgency = Urgency.SaysWhenPeopleMeet, IsForeseen = false },
        StepMessages.Around(meeting, CalledOff, 0, 1, Step.OpenDaysByDefault, [], LearningSetsTexts.CalledOffTitle, LearningSetsTexts.CalledOff, []) with { Urgency = Urgency.ChangesMeeting, IsForeseen = false },
        StepMessages.Around(meeting, Actions, -ActionsDaysBefore, 5, Step.OpenDaysByDefault, [], LearningSetsTexts.ActionsTitle, LearningSetsTexts.Actions,
            [StepMessages.Choice(Question, LearningSetsTexts.ActionsQuestion, (Done, LearningSetsTexts.DoneOption), (UnderWay, LearningSetsTexts.UnderWayOption), (LetGo, LearningSetsTexts.LetGoOption))]) with { IsForeseen = false },
        StepMessages.Around(meeting, Record, 1, 5, RecordDays, [4], LearningSetsTexts.RecordTitle, LearningSetsTexts.Record,
            [
                new Question.MultipleChoice(Question, LearningSetsTexts.RecordQuestion, []),
                new Question.FreeText(Words, LearningSetsTexts.ActionWordsQuestion),
            ]),
    ];

    private static IEnumerable<Step> Forming(Step meeting) =>
    [
        StepMessages.Around(meeting, Proposal, -ProposedDaysBefore, 3, 6, [], LearningSetsTexts.ProposalTitle, LearningSetsTexts.Proposal,
            [
                StepMessages.Choice(Question, SharedTexts.ProposalQuestion, (Fine, SharedTexts.FineOption), (Other, LearningSetsTexts.OtherOption)),
                new Question.FreeText(Words, LearningSetsTexts.WordsQuestion),
            ]) with { GoesFirst = true, AsksConsent = true },
        StepMessages.Around(meeting, Contract, -ContractDaysBefore, 5, Step.OpenDaysByDefault, [], LearningSetsTexts.ContractTitle, LearningSetsTexts.Contract, []),
        StepMessages.Around(meeting, Again, 0, 5, Step.OpenDaysByDefault, [], LearningSetsTexts.AgainTitle, LearningSetsTexts.Again, []) with { IsForeseen = false },
        StepMessages.Around(meeting, LastAgain, 0, 5, Step.OpenDaysByDefault, [], LearningSetsTexts.AgainTitle, LearningSetsTexts.Again, []) with { IsForeseen = false },
    ];
}
