using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;

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
            if (run.Parsed.GetRequiredValue(confirm) != id.Value)
            {
                throw new Refusal($"--confirm says '{run.Parsed.GetValue(confirm)}' and not '{id}'. Nothing was deleted.");
            }

            return await run.OpenAsync(async workspace =>
            {
                // A line without a cohort is what a deletion or a launch that broke off left: asking again clears it away.
                var directory = workspace.Services.GetRequiredService<CohortDirectory>();
                List<CohortId> parts = [.. (await directory.PartsAsync(id, run.Cancellation).ConfigureAwait(false)).Select(part => part.Id)];
                if (parts.Count == 0)
                {
                    parts.Add(id);
                    if (await directory.FindAsync(id, run.Cancellation).ConfigureAwait(false) is null)
                    {
                        await workspace.PartsAsync(id, run.Cancellation).ConfigureAwait(false);
                    }
                }

                var (apart, rounds) = await LostAsync(workspace, parts, run.Cancellation).ConfigureAwait(false);
                foreach (var part in parts)
                {
                    await workspace.Services.GetRequiredService<DeletionDesk>().DeleteAsync(part, Actor.Manager, run.Cancellation).ConfigureAwait(false);
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

    /// <summary>What safeguards rest on and a deletion takes away.</summary>
    private static async Task<(int ApartWishes, int Rounds)> LostAsync(Workspace workspace, IReadOnlyList<CohortId> parts, CancellationToken cancellation)
    {
        var desk = workspace.Services.GetRequiredService<CohortDesk>();
        var (apart, rounds) = (0, 0);
        foreach (var part in parts)
        {
            var groups = (await desk.GroupsAsync(part, cancellation).ConfigureAwait(false)).Groups;
            apart += groups.Apart.Count;
            rounds += groups.Rounds.Count + (await desk.PastRoundsAsync(part, cancellation).ConfigureAwait(false)).Count;
        }

        return (apart, rounds);
    }

    private static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";
}
