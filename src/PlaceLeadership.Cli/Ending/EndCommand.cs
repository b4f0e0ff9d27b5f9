using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Ending;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;

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
            Workspace.NeedsWhole(id);
            var ended = await workspace.Services.GetRequiredService<CohortEnding>().EndAsync(id, Actor.CommandLine, run.Cancellation).ConfigureAwait(false)
                ?? throw await workspace.NoCohortAsync(id, run.Cancellation).ConfigureAwait(false);
            run.Output.Line(ended.HadEnded
                ? $"The cohort '{id}' had ended on {ended.On:uuuu-MM-dd} already."
                : $"The cohort '{id}' ended on {ended.On:uuuu-MM-dd}. Nothing goes out any more.");
            run.Output.Document(new { ok = true, cohort = id, endedOn = $"{ended.On:uuuu-MM-dd}" });
        });
    }
}
