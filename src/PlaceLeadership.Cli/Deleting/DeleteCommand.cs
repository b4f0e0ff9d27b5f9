using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Cli.Deleting;

/// <summary><c>placelead delete</c>.</summary>
internal static class DeleteCommand
{
    public static Command Create(Writers writers)
    {
        var cohort = CommonOptions.Cohort();
        var confirm = new Option<string>("--confirm") { Description = "The id once more, for this cannot be undone.", Required = true, HelpName = "ID" };
        var command = new Command("delete", "Delete a cohort with everything: people, what they wrote, wishes to be kept apart, messages and facts. It cannot be undone.") { cohort, confirm };
        return command.OnWorkspace(writers, async run =>
        {
            var id = run.Parsed.GetRequiredValue(cohort);
            Workspace.NeedsWhole(id);
            if (run.Parsed.GetRequiredValue(confirm) != id.Value)
            {
                throw new Refusal($"--confirm says '{run.Parsed.GetValue(confirm)}' and not '{id}'. Nothing was deleted.");
            }

            return await run.OpenAsync(async workspace =>
            {
                if (await workspace.Services.GetRequiredService<CohortDeletion>().DeleteAsync(id, Asker.CommandLine(TimeProvider.System.Now()), run.Cancellation).ConfigureAwait(false)
                    is not var (apart, rounds))
                {
                    throw await workspace.NoCohortAsync(id, run.Cancellation).ConfigureAwait(false);
                }

                run.Output.Line($"The cohort '{id}' is deleted with everything that was stored of it.");
                if (apart + rounds > 0)
                {
                    run.Output.Line($"Lost with it: {Count(apart, "wish to keep two people apart", "wishes to keep two people apart")}, and who met whom in "
                        + $"{Count(rounds, "coaching round", "coaching rounds")}. A later cohort knows nothing of them.");
                }

                run.Output.Document(new { ok = true, cohort = id, lost = new { apartWishes = apart, coachingRounds = rounds } });
                return ExitCodes.Done;
            }).ConfigureAwait(false);
        });
    }

    private static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
