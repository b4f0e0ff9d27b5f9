using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
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
        var (cohort, data, json) = (CommonOptions.Cohort(), CommonOptions.Data(), CommonOptions.Json());
        var programme = new Option<FileInfo>("--programme") { Description = "The later version of the cohort's programme.", Required = true, HelpName = "FILE" };
        var command = new Command("move-on", "Move a running cohort on to a later version of its programme. What was sent stays as it was.") { cohort, programme, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(parsed.GetValue(json));
            var file = await ProgrammeFile.ReadAsync(parsed.GetRequiredValue(programme), cancellation).ConfigureAwait(false);
            var read = file.Programme();
            var workspace = await Workspace.OpenAsync(parsed.GetRequiredValue(data), output, cancellation).ConfigureAwait(false);
            await using (workspace.ConfigureAwait(false))
            {
                var id = parsed.GetRequiredValue(cohort);
                foreach (var (part, _) in await workspace.PartsAsync(id, cancellation).ConfigureAwait(false))
                {
                    if (await workspace.Services.GetRequiredService<VersionDesk>()
                        .MoveOnAsync(part.Value.Id, Actor.Manager, read, file.Text, cancellation).ConfigureAwait(false) is { } problem)
                    {
                        throw new Refusal(problem);
                    }

                }

                output.Line($"The cohort '{id}' now runs version {read.Version}.");
                output.Document(new { ok = true, version = read.Version });
                return ExitCodes.Done;
            }
        });
        return command;
    }
}
