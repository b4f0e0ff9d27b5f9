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
        var cohort = CommonOptions.Cohort();
        var command = new Command("end", "End a cohort today. What waits is taken back and nothing goes out any more; what is stored stays.") { cohort };
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            var id = run.Parsed.GetRequiredValue(cohort);
            var parts = await workspace.PartsAsync(id, run.Cancellation).ConfigureAwait(false);
            var day = "";
            foreach (var (part, _) in parts)
            {
                var ended = await workspace.Services.GetRequiredService<EndDesk>()
                    .EndAsync(part.Id, Actor.Manager, run.Cancellation).ConfigureAwait(false);
                day = $"{ended?.EndedOn:uuuu-MM-dd}";
            }

            run.Output.Line(parts.Any(part => part.Cohort.EndedOn is null)
                ? $"The cohort '{id}' ended on {day}. Nothing goes out any more."
                : $"The cohort '{id}' had ended on {day} already.");
            run.Output.Document(new { ok = true, cohort = id, endedOn = day });
        });
    }
}
