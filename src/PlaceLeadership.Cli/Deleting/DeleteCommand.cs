using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Cli.Deleting;

/// <summary><c>placelead delete</c>.</summary>
internal static class DeleteCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, data, json) = (CommonOptions.Cohort(), CommonOptions.Data(), CommonOptions.Json());
        var confirm = new Option<string>("--confirm") { Description = "The id once more, for this cannot be undone.", Required = true, HelpName = "ID" };
        var command = new Command("delete", "Delete a cohort with everything: people, what they wrote, messages and facts. It cannot be undone.") { cohort, confirm, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(parsed.GetValue(json));
            var id = parsed.GetRequiredValue(cohort);
            if (parsed.GetRequiredValue(confirm) != id)
            {
                throw new Refusal($"--confirm says '{parsed.GetValue(confirm)}' and not '{id}'. Nothing was deleted.");
            }

            var workspace = await Workspace.OpenAsync(parsed.GetRequiredValue(data), output, cancellation).ConfigureAwait(false);
            await using (workspace.ConfigureAwait(false))
            {
                // A line without a cohort is what a deletion or a launch that broke off left: asking again clears it away.
                var directory = workspace.Services.GetRequiredService<CohortDirectory>();
                List<string> parts = [.. (await directory.PartsAsync(id, cancellation).ConfigureAwait(false)).Select(part => part.Id)];
                if (parts.Count == 0)
                {
                    parts.Add(id);
                    if (await directory.FindAsync(id, cancellation).ConfigureAwait(false) is null)
                    {
                        await workspace.CohortAsync(id, cancellation).ConfigureAwait(false);
                    }
                }

                foreach (var part in parts)
                {
                    await workspace.Services.GetRequiredService<DeletionDesk>().DeleteAsync(part, cancellation).ConfigureAwait(false);
                }

                output.Line($"The cohort '{id}' is deleted with everything that was stored of it.");
                output.Document(new { ok = true, cohort = id });
                return ExitCodes.Done;
            }
        });
        return command;
    }
}
