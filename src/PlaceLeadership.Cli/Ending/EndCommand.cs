using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
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
                var id = parsed.GetRequiredValue(cohort);
                var parts = await workspace.PartsAsync(id, cancellation).ConfigureAwait(false);
                var day = "";
                foreach (var (part, _) in parts)
                {
                    var ended = await workspace.Services.GetRequiredService<EndDesk>()
                        .EndAsync(part.Value.Id, Actor.Manager, cancellation).ConfigureAwait(false);
                    day = $"{ended?.EndedOn:uuuu-MM-dd}";
                }

                output.Line(parts.Any(part => part.Cohort.Value.EndedOn is null)
                    ? $"The cohort '{id}' ended on {day}. Nothing goes out any more."
                    : $"The cohort '{id}' had ended on {day} already.");
                output.Document(new { ok = true, cohort = id, endedOn = day });
                return ExitCodes.Done;
            }
        });
        return command;
    }
}
