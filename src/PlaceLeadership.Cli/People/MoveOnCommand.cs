using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.MovingOn;
using PlaceLeadership.Cli.Checking;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Cli.People;

/// <summary><c>placelead move-on</c>.</summary>
internal static class MoveOnCommand
{
    public static Command Create(Writers writers)
    {
        var cohort = CommonOptions.Cohort();
        var programme = new Option<FileInfo>("--programme") { Description = "The later version of the cohort's programme.", Required = true, HelpName = "FILE" };
        var command = new Command("move-on", "Move a running cohort on to a later version of its programme. What was sent stays as it was.") { cohort, programme };
        return command.OnWorkspace(writers, async run =>
        {
            var file = await ProgrammeFile.ReadAsync(run.Parsed.GetRequiredValue(programme), run.Cancellation).ConfigureAwait(false);
            var read = file.Programme();
            return await run.OpenAsync(async workspace =>
            {
                var id = run.Parsed.GetRequiredValue(cohort);
                foreach (var (part, _) in await workspace.PartsAsync(id, run.Cancellation).ConfigureAwait(false))
                {
                    if (await workspace.Services.GetRequiredService<VersionDesk>()
                        .MoveOnAsync(part.Id, Actor.CommandLine, read, file.Text, run.Cancellation).ConfigureAwait(false) is { } problem)
                    {
                        throw new Refusal(problem);
                    }
                }

                run.Output.Line($"The cohort '{id}' now runs version {read.Version}.");
                run.Output.Document(new { ok = true, version = read.Version });
                return ExitCodes.Done;
            }).ConfigureAwait(false);
        });
    }
}
