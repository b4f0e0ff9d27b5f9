using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.LearningSets.Meetings;

namespace PlaceLeadership.Core.Programmes;

/// <summary>
/// Lays the messages around coaching rounds and set meetings beside the steps of a programme, each a step of its own with the
/// id <c>STEP.PHASE</c>, so that hours, pauses, reminders and foresight hold for them as for everything else.
/// </summary>
public static class Phases
{
    /// <summary>The id of a phase of a step.</summary>
    public static StepId IdOf(StepId step, Phase phase) => phase == Phase.Main ? step : step.About(phase.Word());

    /// <summary>The steps of a programme with all their phases, in the order of the file.</summary>
    public static IReadOnlyList<Step> Of(Programme programme)
    {
        var days = PlannedDays.Of(programme.Steps);
        List<Step> rounds = [.. InOrder(programme, days, StepKind.CoachingRound)];
        List<Step> meetings = [.. InOrder(programme, days, StepKind.SetMeeting)];
        var steps = new List<Step>();
        foreach (var step in programme.Steps)
        {
            steps.Add(step);
            steps.AddRange(step.Kind switch
            {
                StepKind.CoachingRound => CoachingPhases.Of(step, EndsAfter(step, rounds, programme, days)),
                StepKind.SetMeeting => MeetingPhases.Of(step, isFirst: step == meetings[0]),
                _ => [],
            });
        }

        return steps;
    }

    /// <summary>A message around a step: the step again, with what is its own.</summary>
    /// <param name="step">The step of the programme.</param>
    /// <param name="phase">Which message.</param>
    /// <param name="days">Days after the planned day of the step; negative before it.</param>
    /// <param name="minutes">The time box.</param>
    /// <param name="openDays">Days for which it can be answered.</param>
    /// <param name="reminders">Days after it on which reminders follow.</param>
    /// <param name="title">The subject.</param>
    /// <param name="text">The text, with names of what is filled in for each person in braces.</param>
    /// <param name="questions">What it asks.</param>
    internal static Step Around(
        Step step, Phase phase, int days, int minutes, int openDays, IReadOnlyList<int> reminders, LocalText title, LocalText text,
        IReadOnlyList<Question> questions) => step with
        {
            Id = IdOf(step.Id, phase),
            Phase = phase,
            Title = title,
            Text = text,
            Placement = new Placement.After(step.Id, days),
            Minutes = minutes,
            MeetingMinutes = step.Minutes,
            Questions = questions,
            ReminderDays = reminders,
            OpenDays = openDays,
            Frames = [],
        };

    /// <summary>A question of such a message with one answer to choose.</summary>
    internal static Question.SingleChoice Choice(string id, LocalText text, params IReadOnlyList<(string Id, LocalText Text)> options) =>
        new(id, text, [.. options.Select(option => new Option(option.Id, option.Text))]);

    private static IEnumerable<Step> InOrder(Programme programme, IReadOnlyDictionary<StepId, int> days, StepKind kind) =>
        programme.Steps.Where(step => step.Kind == kind).OrderBy(step => days.GetValueOrDefault(step.Id));

    /// <summary>How many days after its introduction a round ends: before the next one is proposed, or with the programme.</summary>
    private static int EndsAfter(Step step, List<Step> rounds, Programme programme, IReadOnlyDictionary<StepId, int> days)
    {
        var from = days.GetValueOrDefault(step.Id);
        var next = rounds.Select(round => days.GetValueOrDefault(round.Id)).Where(day => day > from).DefaultIfEmpty(int.MaxValue).Min();
        var last = next == int.MaxValue ? (programme.Weeks * 7) - 4 : next - CoachingPhases.ProposedDaysBefore - 1;
        return Math.Clamp(last - from, 1, CoachingPhases.RoundDaysMax);
    }
}
