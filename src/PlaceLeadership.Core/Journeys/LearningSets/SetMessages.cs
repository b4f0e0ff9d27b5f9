using PlaceLeadership.Core.Cohorts;
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

    /// <summary>Days between the letter with a proposed set and the one with its agreement: two letters in which to say no.</summary>
    public const int DecidingDays = Invitations.DaysOfTwoLetters;

    /// <summary>Days before the first meeting, at least, on which the set stands and gets its agreement and the date.</summary>
    public const int ContractDaysBefore = 14;

    /// <summary>Days before a later meeting, at least, on which the set is asked when it can meet.</summary>
    public const int PollDaysBefore = 35;

    /// <summary>Days for which a poll is open at least, unless everybody has answered sooner: two letters.</summary>
    public const int PollDays = Invitations.DaysOfTwoLetters;

    /// <summary>Days for which it is open at most, where a member works again only later.</summary>
    public const int PollDaysMax = 17;

    /// <summary>Days from the second working day of each member on for which it is open, within that.</summary>
    public const int PollDaysEach = 10;

    /// <summary>Days between a date that is settled and the meeting, at least.</summary>
    public const int NoticeDays = 21;

    /// <summary>The same when a date is settled late, for instance after a standstill: people know the times that they chose from.</summary>
    public const int NoticeDaysOfLate = 3;

    /// <summary>Days before a meeting by which everybody is told its date, if need be beside their letter.</summary>
    public const int ToldDaysBefore = 14;

    /// <summary>Days before a meeting on which people are reminded of their own actions.</summary>
    public const int ActionsDaysBefore = 5;

    /// <summary>Days after a meeting within which it is recorded.</summary>
    public const int RecordDays = 28;

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
    /// <param name="layout">The programme.</param>
    /// <param name="isFirst">Whether it is the first meeting, before which sets are formed and whose date is settled with them, without a poll.</param>
    public static IReadOnlyList<Step> Of(Step meeting, ProgrammeLayout layout, bool isFirst)
    {
        var (contract, poll) = (layout.WithLetter(meeting, ContractDaysBefore), layout.WithLetter(meeting, PollDaysBefore));
        return isFirst
            ? [.. Forming(meeting, contract), .. Around(meeting, poll, contract, isPolled: false)]
            : [.. Around(meeting, poll, poll - PollDays, isPolled: true)];
    }

    private static IEnumerable<Step> Around(Step meeting, int pollDaysBefore, int toldDaysBefore, bool isPolled) =>
    [
        StepMessages.Around(meeting, Poll, -pollDaysBefore, 2, Step.OpenDaysByDefault, [3], LearningSetsTexts.PollTitle, LearningSetsTexts.Poll,
            [new Question.MultipleChoice(Question, LearningSetsTexts.PollQuestion, [])]) with { GoesFirst = true, IsForeseen = isPolled },
        StepMessages.Around(meeting, Date, -toldDaysBefore, 1, Step.OpenDaysByDefault, [], LearningSetsTexts.DateTitle, LearningSetsTexts.Date, []) with { Urgency = Urgency.SaysWhenPeopleMeet },
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

    private static IEnumerable<Step> Forming(Step meeting, int contractDaysBefore) =>
    [
        StepMessages.Around(meeting, Proposal, -contractDaysBefore - DecidingDays, 3, DecidingDays - 1, [], LearningSetsTexts.ProposalTitle, LearningSetsTexts.Proposal,
            [
                StepMessages.Choice(Question, SharedTexts.ProposalQuestion, (Fine, SharedTexts.FineOption), (Other, LearningSetsTexts.OtherOption)),
                new Question.FreeText(Words, LearningSetsTexts.WordsQuestion),
            ]) with { GoesFirst = true, AsksConsent = true },
        StepMessages.Around(meeting, Contract, -contractDaysBefore, 5, Step.OpenDaysByDefault, [], LearningSetsTexts.ContractTitle, LearningSetsTexts.Contract, []),
        StepMessages.Around(meeting, Again, 0, 5, Step.OpenDaysByDefault, [], LearningSetsTexts.AgainTitle, LearningSetsTexts.Again, []) with { IsForeseen = false },
        StepMessages.Around(meeting, LastAgain, 0, 5, Step.OpenDaysByDefault, [], LearningSetsTexts.AgainTitle, LearningSetsTexts.Again, []) with { IsForeseen = false },
    ];
}
