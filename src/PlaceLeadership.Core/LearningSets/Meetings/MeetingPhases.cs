using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.LearningSets.Meetings;

/// <summary>
/// The messages around the meetings of learning sets, counted from the planned day of the meeting; those that follow a date are
/// moved to it once it is known.
/// </summary>
public static class MeetingPhases
{
    /// <summary>Days before the first meeting on which everybody sees the proposed set.</summary>
    public const int ProposedDaysBefore = 19;

    /// <summary>Days before the first meeting on which the set stands and gets its agreement.</summary>
    public const int ContractDaysBefore = 13;

    /// <summary>Days before a meeting on which the set is asked when it can meet.</summary>
    public const int PollDaysBefore = 12;

    /// <summary>Days for which a poll is open, unless everybody has answered sooner.</summary>
    public const int PollDays = 6;

    /// <summary>Days from the planned one on within which a meeting may take place.</summary>
    public const int MeetingWindowDays = 12;

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

    /// <summary>The messages around a meeting.</summary>
    /// <param name="meeting">The step of the programme.</param>
    /// <param name="isFirst">Whether it is the first meeting, before which sets are formed.</param>
    public static IReadOnlyList<Step> Of(Step meeting, bool isFirst) =>
    [
        .. isFirst ? Forming(meeting) : [],
        Phase(meeting, Programmes.Phase.Poll, -PollDaysBefore, 2, PollDays, [3], MeetingTexts.PollTitle, MeetingTexts.Poll,
            [new Question.MultipleChoice(Question, MeetingTexts.PollQuestion, [])]),
        Phase(meeting, Programmes.Phase.Date, -PollDaysBefore + PollDays, 1, Step.OpenDaysByDefault, [], MeetingTexts.DateTitle, MeetingTexts.Date, []),
        Phase(meeting, Programmes.Phase.Moved, 0, 1, Step.OpenDaysByDefault, [], MeetingTexts.MovedTitle, MeetingTexts.Moved, []),
        Phase(meeting, Programmes.Phase.LastMoved, 0, 1, Step.OpenDaysByDefault, [], MeetingTexts.MovedTitle, MeetingTexts.Moved, []),
        Phase(meeting, Programmes.Phase.CalledOff, 0, 1, Step.OpenDaysByDefault, [], MeetingTexts.CalledOffTitle, MeetingTexts.CalledOff, []),
        Phase(meeting, Programmes.Phase.Actions, -ActionsDaysBefore, 5, Step.OpenDaysByDefault, [], MeetingTexts.ActionsTitle, MeetingTexts.Actions,
            [Choice(MeetingTexts.ActionsQuestion, (Done, MeetingTexts.DoneOption), (UnderWay, MeetingTexts.UnderWayOption), (LetGo, MeetingTexts.LetGoOption))]),
        Phase(meeting, Programmes.Phase.Record, 1, 5, RecordDays, [4], MeetingTexts.RecordTitle, MeetingTexts.Record,
            [
                new Question.MultipleChoice(Question, MeetingTexts.RecordQuestion, []),
                new Question.FreeText(Words, MeetingTexts.ActionWordsQuestion),
            ]),
    ];

    private static IEnumerable<Step> Forming(Step meeting) =>
    [
        Phase(meeting, Programmes.Phase.Proposal, -ProposedDaysBefore, 3, 6, [], MeetingTexts.ProposalTitle, MeetingTexts.Proposal,
            [
                Choice(MeetingTexts.ProposalQuestion, (Fine, MeetingTexts.FineOption), (Other, MeetingTexts.OtherOption)),
                new Question.FreeText(Words, MeetingTexts.WordsQuestion),
            ]),
        Phase(meeting, Programmes.Phase.Contract, -ContractDaysBefore, 5, Step.OpenDaysByDefault, [], MeetingTexts.ContractTitle, MeetingTexts.Contract, []),
        Phase(meeting, Programmes.Phase.Again, 0, 5, Step.OpenDaysByDefault, [], MeetingTexts.AgainTitle, MeetingTexts.Again, []),
        Phase(meeting, Programmes.Phase.LastAgain, 0, 5, Step.OpenDaysByDefault, [], MeetingTexts.AgainTitle, MeetingTexts.Again, []),
    ];

    private static Question.SingleChoice Choice(LocalText text, params ReadOnlySpan<(string Id, LocalText Text)> options)
    {
        var offered = new List<Option>();
        foreach (var (id, words) in options)
        {
            offered.Add(new Option(id, words));
        }

        return new Question.SingleChoice(Question, text, offered);
    }

    private static Step Phase(
        Step meeting, Phase phase, int days, int minutes, int openDays, IReadOnlyList<int> reminders, LocalText title, LocalText text,
        IReadOnlyList<Question> questions) => meeting with
        {
            Id = Phases.IdOf(meeting.Id, phase),
            Phase = phase,
            Title = title,
            Text = text,
            Placement = new Placement.After(meeting.Id, days),
            Minutes = minutes,
            MeetingMinutes = meeting.Minutes,
            Questions = questions,
            ReminderDays = reminders,
            OpenDays = openDays,
            Frames = [],
        };
}
