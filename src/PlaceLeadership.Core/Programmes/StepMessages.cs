namespace PlaceLeadership.Core.Programmes;

/// <summary>
/// Lays the messages that a kind of step has around it beside the steps of a programme, each a step of its own with the
/// id <c>STEP.MESSAGE</c>, so that hours, pauses, being named as still open and foresight hold for them as for everything else.
/// </summary>
public static class StepMessages
{
    /// <summary>The steps of a programme with all the messages around them, in the order of the file.</summary>
    public static IReadOnlyList<Step> Of(Programme programme)
    {
        var layout = new ProgrammeLayout(programme, PlannedDays.Of(programme.Steps));
        return [.. programme.Steps.SelectMany(step => step.Kind.Around(step, layout).Prepend(step))];
    }

    /// <summary>A message around a step: the step again, with what is its own.</summary>
    /// <param name="step">The step of the programme.</param>
    /// <param name="message">Which message: a word in lower case.</param>
    /// <param name="days">Days after the planned day of the step; negative before it.</param>
    /// <param name="minutes">The time box.</param>
    /// <param name="openDays">Days for which it can be answered.</param>
    /// <param name="reminders">Days after it from which the next message names it as still open.</param>
    /// <param name="title">The subject.</param>
    /// <param name="text">The text, with names of what is filled in for each person in braces.</param>
    /// <param name="questions">What it asks.</param>
    public static Step Around(
        Step step, string message, int days, int minutes, int openDays, IReadOnlyList<int> reminders, LocalText title, LocalText text,
        IReadOnlyList<Question> questions) => step with
        {
            Id = step.Id.About(message),
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
    public static Question.SingleChoice Choice(string id, LocalText text, params IReadOnlyList<(string Id, LocalText Text)> options) =>
        new(id, text, [.. options.Select(option => new Option(option.Id, option.Text))]);
}
