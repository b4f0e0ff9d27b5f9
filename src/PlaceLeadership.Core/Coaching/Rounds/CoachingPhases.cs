using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Coaching.Rounds;

/// <summary>
/// The messages of a coaching round, counted from the day of its introduction. The fit check about 30 days in, with a re-match
/// that is nobody's fault, and a planned end follow what peer-coaching schemes advise.
/// </summary>
public static class CoachingPhases
{
    /// <summary>Days before the introduction on which everybody sees whom they would meet.</summary>
    public const int ProposedDaysBefore = 7;

    /// <summary>Days after the introduction on which people are asked whether they have met.</summary>
    public const int MetAfterDays = 14;

    /// <summary>Days after the introduction on which the fit is looked at.</summary>
    public const int FitAfterDays = 30;

    /// <summary>The longest a round lasts, in days.</summary>
    public const int RoundDaysMax = 120;

    /// <summary>The question whose answer acts.</summary>
    public const string Question = "choice";

    /// <summary>The question for the words that are passed on to the partner.</summary>
    public const string Words = "words";

    /// <summary>Go on with this person.</summary>
    public const string Fine = "fine";

    /// <summary>Somebody else, please.</summary>
    public const string Other = "other";

    /// <summary>We have met.</summary>
    public const string HaveMet = "met";

    /// <summary>Not yet.</summary>
    public const string NotYet = "not-yet";

    /// <summary>No coaching in this round any more.</summary>
    public const string Stop = "stop";

    /// <summary>The messages around the introduction.</summary>
    /// <param name="round">The step of the programme.</param>
    /// <param name="endsAfter">Days after the introduction on which the round ends.</param>
    public static IReadOnlyList<Step> Of(Step round, int endsAfter) =>
    [
        Phase(round, Programmes.Phase.Proposal, -ProposedDaysBefore, 3, 6, [], CoachingTexts.ProposalTitle, CoachingTexts.Proposal,
            [
                Choice(CoachingTexts.ProposalQuestion, (Fine, CoachingTexts.FineOption), (Other, CoachingTexts.OtherOption)),
                new Question.FreeText(Words, CoachingTexts.WordsQuestion),
            ]),
        Phase(round, Programmes.Phase.Again, 1, round.Minutes, Step.OpenDaysByDefault, [], CoachingTexts.AgainTitle, CoachingTexts.Again, []),
        Phase(round, Programmes.Phase.LastAgain, 1, round.Minutes, Step.OpenDaysByDefault, [], CoachingTexts.AgainTitle, CoachingTexts.Again, []),
        Phase(round, Programmes.Phase.Met, MetAfterDays, 1, Step.OpenDaysByDefault, [5], CoachingTexts.MetTitle, CoachingTexts.Met,
            [Choice(CoachingTexts.MetQuestion, (HaveMet, CoachingTexts.HaveMetOption), (NotYet, CoachingTexts.NotYetOption), (Other, CoachingTexts.OtherOption))]),
        Phase(round, Programmes.Phase.Fit, FitAfterDays, 2, Step.OpenDaysByDefault, [7], CoachingTexts.FitTitle, CoachingTexts.Fit,
            [Choice(CoachingTexts.FitQuestion, (Fine, CoachingTexts.GoOnOption), (Other, CoachingTexts.OtherOption), (Stop, CoachingTexts.StopOption))]),
        Phase(round, Programmes.Phase.End, endsAfter, 5, Step.OpenDaysByDefault, [], CoachingTexts.EndTitle, CoachingTexts.End, []),
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
        Step round, Phase phase, int days, int minutes, int openDays, IReadOnlyList<int> reminders, LocalText title, LocalText text,
        IReadOnlyList<Question> questions) => round with
        {
            Id = Phases.IdOf(round.Id, phase),
            Phase = phase,
            Title = title,
            Text = text,
            Placement = new Placement.After(round.Id, days),
            Minutes = minutes,
            Questions = questions,
            ReminderDays = reminders,
            OpenDays = openDays,
            Frames = [],
        };
}
