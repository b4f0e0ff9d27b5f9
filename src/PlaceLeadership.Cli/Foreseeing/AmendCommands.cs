using System.CommandLine;
using System.CommandLine.Parsing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Cli.Foreseeing;

/// <summary><c>placelead move</c>, <c>cancel</c> and <c>restore</c>: one message of one person, or a whole letter.</summary>
internal static class AmendCommands
{
    public static Command Move(Writers writers)
    {
        var to = CommonOptions.Date("--to", "The day it is moved to.", required: true);
        var command = Create(
            writers, "move", "Move one message of one person, or a whole letter, to another day.", "moved",
            (desk, message, run) => desk.MoveAsync(message, Actor.CommandLine, run.Parsed.GetValue(to), run.Cancellation),
            (desk, letter, run) => desk.ActAsync(letter.Cohort, letter.Person, letter.On, Actor.CommandLine, new LetterAct.Move(run.Parsed.GetValue(to)), run.Cancellation));
        command.Add(to);
        return command;
    }

    public static Command Cancel(Writers writers) => Create(
        writers, "cancel", "Cancel one message of one person, or a whole letter. 'placelead restore' takes that back until its day.", "cancelled",
        (desk, message, run) => desk.CancelAsync(message, Actor.CommandLine, run.Cancellation),
        (desk, letter, run) => desk.ActAsync(letter.Cohort, letter.Person, letter.On, Actor.CommandLine, new LetterAct.Cancel(), run.Cancellation));

    public static Command Restore(Writers writers) => Create(
        writers, "restore", "Take back that a message, or a whole letter, was moved or cancelled.", "as planned again",
        (desk, message, run) => desk.RestoreAsync(message, Actor.CommandLine, run.Cancellation),
        (desk, letter, run) => desk.ActAsync(letter.Cohort, letter.Person, letter.On, Actor.CommandLine, new LetterAct.Restore(), run.Cancellation));

    private static Command Create(
        Writers writers, string name, string description, string done,
        Func<AmendmentDesk, MessageId, WorkspaceRun, Task<AmendmentOutcome>> act,
        Func<WholeLetterDesk, (CohortId Cohort, ParticipantId Person, LocalDate On), WorkspaceRun, Task<WholeLetterOutcome>> actOnLetter)
    {
        var (cohort, person) = (CommonOptions.Cohort(), CommonOptions.Person(required: true));
        var step = new Option<string?>("--step") { Description = "The step; 'placelead foresee' shows them.", HelpName = "STEP" };
        var letter = CommonOptions.OptionalDate("--letter", "Instead of a step all that comes to the person on this day; 'placelead foresee' shows it.");
        var kind = new Option<string>("--message") { Description = "prompt; or reminder-1 or reminder-2, the first and the second time that a message names the step as still open.", DefaultValueFactory = _ => "prompt", HelpName = "WHICH" };
        kind.AcceptOnlyFromAmong("prompt", "reminder-1", "reminder-2");
        var command = new Command(name, description) { cohort, person, step, letter, kind };
        command.Validators.Add(typed => OneOfThem(typed, step, letter, kind));
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            var (part, who) = await workspace.PersonAsync(
                run.Parsed.GetRequiredValue(cohort), run.Parsed.GetValue(person)!, run.Cancellation).ConfigureAwait(false);
            if (run.Parsed.GetValue(letter) is { } on)
            {
                var changed = await actOnLetter(workspace.Services.GetRequiredService<WholeLetterDesk>(), (part.Id, who.ParticipantId, on), run).ConfigureAwait(false);
                ShowLetter(changed, on, who.Entry.Name, done, run.Output);
                return;
            }

            var message = new MessageId(
                part.Id, new StepId(run.Parsed.GetRequiredValue(step)!), who.ParticipantId, MessageId.ParseKind(run.Parsed.GetRequiredValue(kind))!.Value);
            Show(await act(workspace.Services.GetRequiredService<AmendmentDesk>(), message, run).ConfigureAwait(false), message, who.Entry.Name, done, run.Output);
        });
    }

    private static void OneOfThem(CommandResult typed, Option step, Option letter, Option kind)
    {
        if (typed.GetResult(step) is null == typed.GetResult(letter) is null)
        {
            typed.AddError("Say which: --step for one message, or --letter with the day for all that comes on it.");
        }
        else if (typed.GetResult(letter) is not null && typed.GetResult(kind) is { Implicit: false })
        {
            typed.AddError("--message goes with --step: what a letter names as still open, the next one names.");
        }
    }

    private static void Show(AmendmentOutcome outcome, MessageId message, string name, string done, Output output)
    {
        if (outcome.Problem is { } problem)
        {
            throw new Refusal(problem);
        }

        var what = outcome.On is { } day ? $"{done} to {day:dddd uuuu-MM-dd}" : done;
        output.Line(message.Kind == MessageKind.Prompt
            ? $"The prompt of '{message.Step}' for {name} is {what}."
            : $"That a message names '{message.Step}' to {name} as still open ({MessageId.Word(message.Kind)}) is {what}{(outcome.On is null ? "" : ", or whenever a message comes after that")}, should it still be open then.");
        output.Document(new { ok = true, message = message.ToString(), on = Day(outcome.On) });
    }

    private static void ShowLetter(WholeLetterOutcome outcome, LocalDate on, string name, string done, Output output)
    {
        if (outcome.Problem is { } problem)
        {
            throw new Refusal(problem);
        }

        output.Line($"What comes to {name} on {on:dddd uuuu-MM-dd} is {done}:");
        foreach (var (step, arrives) in outcome.Changed)
        {
            output.Line($"  '{step.Id}'{(arrives is { } day ? $" comes on {day:dddd uuuu-MM-dd}" : " does not come")}");
        }

        foreach (var step in outcome.Stays)
        {
            output.Line($"  '{step.Id}' stays: it brings people together, and others wait for it");
        }

        output.Document(new
        {
            ok = true,
            letter = Day(on),
            changed = outcome.Changed.Select(item => new { step = item.Step.Id, on = Day(item.On) }),
            stays = outcome.Stays.Select(step => step.Id),
        });
    }

    private static string? Day(LocalDate? day) => day is { } at ? $"{at:uuuu-MM-dd}" : null;
}
