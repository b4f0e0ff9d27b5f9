using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Amending;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Cli.Foreseeing;

/// <summary><c>placelead move</c>, <c>cancel</c> and <c>restore</c>: one message of one person.</summary>
internal static class AmendCommands
{
    public static Command Move(Writers writers)
    {
        var to = CommonOptions.Date("--to", "The day it is moved to.", required: true);
        var command = Create(
            writers, "move", "Move one message of one person to another day.",
            (desk, message, run) => desk.MoveAsync(message, Actor.Manager, run.Parsed.GetValue(to), run.Cancellation),
            outcome => $"moved to {outcome.On:dddd uuuu-MM-dd}");
        command.Add(to);
        return command;
    }

    public static Command Cancel(Writers writers) => Create(
        writers, "cancel", "Cancel one message of one person. 'placelead restore' takes that back until its day.",
        (desk, message, run) => desk.CancelAsync(message, Actor.Manager, run.Cancellation),
        _ => "cancelled");

    public static Command Restore(Writers writers) => Create(
        writers, "restore", "Take back that a message was moved or cancelled.",
        (desk, message, run) => desk.RestoreAsync(message, Actor.Manager, run.Cancellation),
        _ => "as planned again");

    private static Command Create(
        Writers writers, string name, string description,
        Func<AmendmentDesk, MessageId, WorkspaceRun, Task<AmendmentOutcome>> act,
        Func<AmendmentOutcome, string> words)
    {
        var (cohort, person) = (CommonOptions.Cohort(), CommonOptions.Person(required: true));
        var step = new Option<string>("--step") { Description = "The step; 'placelead foresee' shows them.", Required = true, HelpName = "STEP" };
        var kind = new Option<string>("--message") { Description = "prompt; or reminder-1 or reminder-2, the first and the second time that a message names the step as still open.", DefaultValueFactory = _ => "prompt", HelpName = "WHICH" };
        kind.AcceptOnlyFromAmong("prompt", "reminder-1", "reminder-2");
        var command = new Command(name, description) { cohort, person, step, kind };
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            var (part, who) = await workspace.PersonAsync(
                run.Parsed.GetRequiredValue(cohort), run.Parsed.GetValue(person)!, run.Cancellation).ConfigureAwait(false);
            var message = new MessageId(
                part.Id, new StepId(run.Parsed.GetRequiredValue(step)), who.ParticipantId, MessageId.ParseKind(run.Parsed.GetRequiredValue(kind))!.Value);
            var outcome = await act(workspace.Services.GetRequiredService<AmendmentDesk>(), message, run).ConfigureAwait(false);
            if (outcome.Problem is { } problem)
            {
                throw new Refusal(problem);
            }

            run.Output.Line(message.Kind == MessageKind.Prompt
                ? $"The prompt of '{message.Step}' for {who.Entry.Name} is {words(outcome)}."
                : $"That a message names '{message.Step}' to {who.Entry.Name} as still open ({MessageId.Word(message.Kind)}) is {words(outcome)}{(outcome.On is null ? "" : ", or whenever a message comes after that")}.");
            run.Output.Document(new { ok = true, message = message.ToString(), on = outcome.On is { } day ? $"{day:uuuu-MM-dd}" : null });
        });
    }
}
