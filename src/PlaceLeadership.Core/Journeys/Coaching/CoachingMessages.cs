using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Wording.Shared;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>
/// The messages of a coaching round, counted from the day of its introduction. The fit check about 30 days in, with a re-match
/// that is nobody's fault, and a planned end follow what peer-coaching schemes advise.
/// </summary>
public static class CoachingMessages
{
    /// <summary>The introduction: the step itself.</summary>
    public const string Introduction = "";

    /// <summary>Whom somebody would meet, with the choice to say no without a reason.</summary>
    public const string Proposal = "proposal";

    /// <summary>Another partner after the first.</summary>
    public const string Again = "again";

    /// <summary>Another partner for the second time, which is the last.</summary>
    public const string LastAgain = "last-again";

    /// <summary>That somebody is with fewer people than before, or with nobody.</summary>
    public const string Fewer = "fewer";

    /// <summary>'Have you met?'</summary>
    public const string Met = "met";

    /// <summary>After about 30 days: does it fit, or would somebody else be better?</summary>
    public const string Fit = "fit";

    /// <summary>The planned end of a coaching round, with thanks.</summary>
    public const string End = "end";

    /// <summary>Days before the introduction, at least, on which everybody sees whom they would meet: two letters in which to say no.</summary>
    public const int ProposedDaysBefore = Invitations.DaysOfTwoLetters;

    /// <summary>Days after the introduction on which people are asked whether they have met.</summary>
    public const int MetAfterDays = 14;

    /// <summary>Days after the introduction on which the fit is looked at.</summary>
    public const int FitAfterDays = 28;

    /// <summary>Days before the end of a round from which nobody is given somebody else any more, and after the fit was looked at for which it still is.</summary>
    public const int DaysToMeet = 14;

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

    /// <summary>The day from which nobody of a round is given somebody else any more: while there is time to meet, or to say whether it fits.</summary>
    /// <param name="introduced">The day of the introduction.</param>
    /// <param name="ends">The day on which the round ends.</param>
    internal static LocalDate ChangesUntil(LocalDate introduced, LocalDate ends) =>
        LocalDate.Max(ends.PlusDays(-DaysToMeet), LocalDate.Min(ends, introduced.PlusDays(FitAfterDays + DaysToMeet)));

    /// <summary>Whether a message says how to reach the others: the introduction, and what tells of somebody else after it.</summary>
    internal static bool TellsHow(Step step) => step.Id.IsWhole || step.Id.Message is Again or LastAgain;

    /// <summary>The messages around the introduction.</summary>
    /// <param name="round">The step of the programme.</param>
    /// <param name="proposedBefore">Days before the introduction on which everybody sees whom they would meet.</param>
    /// <param name="endsAfter">Days after the introduction on which the round ends.</param>
    public static IReadOnlyList<Step> Of(Step round, int proposedBefore, int endsAfter) =>
    [
        StepMessages.Around(round, Proposal, -proposedBefore, 3, ProposedDaysBefore - 1, [], CoachingTexts.ProposalTitle, CoachingTexts.Proposal,
            [
                StepMessages.Choice(Question, SharedTexts.ProposalQuestion, (Fine, SharedTexts.FineOption), (Other, CoachingTexts.OtherOption)),
                new Question.FreeText(Words, CoachingTexts.WordsQuestion),
            ]) with { GoesFirst = true, AsksConsent = true },
        StepMessages.Around(round, Again, 1, 5, Step.OpenDaysByDefault, [], CoachingTexts.AgainTitle, CoachingTexts.Again, []) with { IsForeseen = false },
        StepMessages.Around(round, LastAgain, 1, 5, Step.OpenDaysByDefault, [], CoachingTexts.AgainTitle, CoachingTexts.Again, []) with { IsForeseen = false },
        StepMessages.Around(round, Fewer, 1, 1, Step.OpenDaysByDefault, [], CoachingTexts.FewerTitle, CoachingTexts.Fewer, []) with { IsForeseen = false },
        StepMessages.Around(round, Met, MetAfterDays, 1, Step.OpenDaysByDefault, [5], CoachingTexts.MetTitle, CoachingTexts.Met,
            [StepMessages.Choice(Question, CoachingTexts.MetQuestion, (HaveMet, CoachingTexts.HaveMetOption), (NotYet, CoachingTexts.NotYetOption), (Other, CoachingTexts.OtherOption))]),
        StepMessages.Around(round, Fit, FitAfterDays, 2, Step.OpenDaysByDefault, [7], CoachingTexts.FitTitle, CoachingTexts.Fit,
            [StepMessages.Choice(Question, CoachingTexts.FitQuestion, (Fine, CoachingTexts.GoOnOption), (Other, CoachingTexts.OtherOption), (Stop, CoachingTexts.StopOption))]),
        StepMessages.Around(round, End, endsAfter, 5, Step.OpenDaysByDefault, [], CoachingTexts.EndTitle, CoachingTexts.End, []),
    ];
}
