using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Messages;

namespace PlaceLeadership.Cli.Foreseeing;

/// <summary><c>placelead move</c>, <c>cancel</c> and <c>restore</c>: one message of one person.</summary>
internal static class AmendCommands
{
    public static Command Move(Writers writers)
    {
        var to = CommonOptions.Date("--to", "The day it is moved to.", required: true);
        var command = Create(
            writers, "move", "Move one message of one person to another day.",
            (desk, message, parsed, cancellation) => desk.MoveAsync(message, Actor.Manager, parsed.GetValue(to), cancellation),
            outcome => $"moved to {outcome.On:dddd uuuu-MM-dd}");
        command.Add(to);
        return command;
    }

    public static Command Cancel(Writers writers) => Create(
        writers, "cancel", "Cancel one message of one person. 'placelead restore' takes that back until its day.",
        (desk, message, _, cancellation) => desk.CancelAsync(message, Actor.Manager, cancellation),
        _ => "cancelled");

    public static Command Restore(Writers writers) => Create(
        writers, "restore", "Take back that a message was moved or cancelled.",
        (desk, message, _, cancellation) => desk.RestoreAsync(message, Actor.Manager, cancellation),
        _ => "as planned again");

    private static Command Create(
        Writers writers, string name, string description,
        Func<AmendmentDesk, MessageId, ParseResult, CancellationToken, Task<AmendmentOutcome>> act,
        Func<AmendmentOutcome, string> words)
    {
        var (cohort, person, data, json) = (CommonOptions.Cohort(), CommonOptions.Person(required: true), CommonOptions.Data(), CommonOptions.Json());
        var step = new Option<string>("--step") { Description = "The step; 'placelead foresee' shows them.", Required = true, HelpName = "STEP" };
        var kind = new Option<string>("--message") { Description = "prompt, reminder-1 or reminder-2.", DefaultValueFactory = _ => "prompt", HelpName = "WHICH" };
        kind.AcceptOnlyFromAmong("prompt", "reminder-1", "reminder-2");
        var command = new Command(name, description) { cohort, person, step, kind, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(parsed.GetValue(json));
            var workspace = await Workspace.OpenAsync(parsed.GetRequiredValue(data), output, cancellation).ConfigureAwait(false);
            await using (workspace.ConfigureAwait(false))
            {
                var (part, who) = await workspace.PersonAsync(
                    parsed.GetRequiredValue(cohort), parsed.GetValue(person)!, cancellation).ConfigureAwait(false);
                var message = new MessageId(
                    part.Id, new StepId(parsed.GetRequiredValue(step)), who.ParticipantId, MessageId.ParseKind(parsed.GetRequiredValue(kind))!.Value);
                var outcome = await act(workspace.Services.GetRequiredService<AmendmentDesk>(), message, parsed, cancellation).ConfigureAwait(false);
                if (outcome.Problem is { } problem)
                {
                    throw new Refusal(problem);
                }

                output.Line($"The {parsed.GetValue(kind)} of '{message.Step}' for {who.Entry.Name} is {words(outcome)}.");
                output.Document(new { ok = true, message = message.ToString(), on = outcome.On is { } day ? $"{day:uuuu-MM-dd}" : null });
                return ExitCodes.Done;
            }
        });
        return command;
    }
}
