using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Cli.Ending;

/// <summary><c>placelead end</c>.</summary>
internal static class EndCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, data, json) = (CommonOptions.Cohort(), CommonOptions.Data(), CommonOptions.Json());
        var command = new Command("end", "End a cohort today. What waits is taken back and nothing goes out any more; what is stored stays.") { cohort, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(parsed.GetValue(json));
            var workspace = await Workspace.OpenAsync(parsed.GetRequiredValue(data), output, cancellation).ConfigureAwait(false);
            await using (workspace.ConfigureAwait(false))
            {
                var (stored, _) = await workspace.CohortAsync(parsed.GetRequiredValue(cohort), cancellation).ConfigureAwait(false);
                var ended = await workspace.Services.GetRequiredService<EndDesk>()
                    .EndAsync(stored.Value.Id, cancellation).ConfigureAwait(false);
                await workspace.NudgeAsync(stored.Value, cancellation).ConfigureAwait(false);
                var day = $"{ended?.EndedOn:uuuu-MM-dd}";
                output.Line(stored.Value.EndedOn is null
                    ? $"The cohort '{stored.Value.Id}' ended on {day}. Nothing goes out any more."
                    : $"The cohort '{stored.Value.Id}' had ended on {day} already.");
                output.Document(new { ok = true, cohort = stored.Value.Id, endedOn = day });
                return ExitCodes.Done;
            }
        });
        return command;
    }
}
