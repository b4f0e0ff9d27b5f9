using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.People;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Cli.People;

/// <summary><c>placelead leave</c>.</summary>
internal static class LeaveCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, person) = (CommonOptions.Cohort(), CommonOptions.Person(required: true));
        var command = new Command("leave", "A person leaves the cohort: nothing is sent any more.") { cohort, person };
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            var (part, who) = await workspace.PersonAsync(
                run.Parsed.GetRequiredValue(cohort), run.Parsed.GetValue(person)!, run.Cancellation).ConfigureAwait(false);
            if (!await workspace.Services.GetRequiredService<RosterDesk>()
                .LeaveAsync(part.Id, Actor.CommandLine, who.ParticipantId, run.Cancellation).ConfigureAwait(false))
            {
                throw new Refusal($"{who.Entry.Name} is no participant of the cohort; nothing was changed.");
            }

            run.Output.Line($"{who.Entry.Name} has left. Nothing is sent any more.");
            run.Output.Document(new { ok = true, participant = who.ParticipantId });
        });
    }
}
