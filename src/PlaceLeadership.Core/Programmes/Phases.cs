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
    public static string IdOf(string step, Phase phase) =>
        phase == Phase.Main ? step : $"{step}.{phase.Word()}";

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

    private static IEnumerable<Step> InOrder(Programme programme, IReadOnlyDictionary<string, int> days, StepKind kind) =>
        programme.Steps.Where(step => step.Kind == kind).OrderBy(step => days.GetValueOrDefault(step.Id));

    /// <summary>How many days after its introduction a round ends: before the next one is proposed, or with the programme.</summary>
    private static int EndsAfter(Step step, List<Step> rounds, Programme programme, IReadOnlyDictionary<string, int> days)
    {
        var from = days.GetValueOrDefault(step.Id);
        var next = rounds.Select(round => days.GetValueOrDefault(round.Id)).Where(day => day > from).DefaultIfEmpty(int.MaxValue).Min();
        var last = next == int.MaxValue ? (programme.Weeks * 7) - 4 : next - CoachingPhases.ProposedDaysBefore - 1;
        return Math.Clamp(last - from, 1, CoachingPhases.RoundDaysMax);
    }
}
