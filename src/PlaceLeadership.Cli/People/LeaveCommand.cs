using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
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
        var (cohort, person, data, json) = (CommonOptions.Cohort(), CommonOptions.Person(required: true), CommonOptions.Data(), CommonOptions.Json());
        var command = new Command("leave", "A person leaves the cohort: nothing is sent any more.") { cohort, person, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(parsed.GetValue(json));
            var workspace = await Workspace.OpenAsync(parsed.GetRequiredValue(data), output, cancellation).ConfigureAwait(false);
            await using (workspace.ConfigureAwait(false))
            {
                var (part, who) = await workspace.PersonAsync(
                    parsed.GetRequiredValue(cohort), parsed.GetValue(person)!, cancellation).ConfigureAwait(false);
                await workspace.Services.GetRequiredService<RosterDesk>()
                    .LeaveAsync(part.Id, Actor.Manager, who.ParticipantId, cancellation).ConfigureAwait(false);
                output.Line($"{who.Entry.Name} has left. Nothing is sent any more.");
                output.Document(new { ok = true, participant = who.ParticipantId });
                return ExitCodes.Done;
            }
        });
        return command;
    }
}
