using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.People;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Cli.People;

/// <summary><c>placelead join</c>.</summary>
internal static class JoinCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, roster) = (CommonOptions.Cohort(), CommonOptions.Roster());
        var confirm = CommonOptions.Confirm();
        var dryRun = new Option<bool>("--dry-run") { Description = "Show who would join, and store nothing." };
        var command = new Command("join", "Let people join a running cohort, from tomorrow on.") { cohort, roster, confirm, dryRun };
        return command.OnWorkspace(writers, async run =>
        {
            var file = run.Parsed.GetRequiredValue(roster);
            var confirmed = CommonOptions.Confirmed(run.Parsed, confirm);
            var reading = await RosterFile.ReadAsync(file, confirmed, run.Cancellation).ConfigureAwait(false);
            if (reading.Problems.Count > 0)
            {
                run.Output.Problems(file.Name, reading);
                return ExitCodes.No;
            }

            var names = reading.Rows.Select(row => row.Entry.Name).ToList();
            return await run.OpenAsync(async workspace =>
            {
                var id = run.Parsed.GetRequiredValue(cohort);
                await workspace.PartsAsync(id, run.Cancellation).ConfigureAwait(false);
                if (!run.Parsed.GetValue(dryRun))
                {
                    var problems = await workspace.Services.GetRequiredService<RosterDesk>()
                        .JoinAsync(id, Actor.CommandLine, [.. reading.Rows.Select(row => row.Entry)], Enrolment.NewId, run.Cancellation, confirmed)
                        .ConfigureAwait(false);
                    if (problems.Count > 0)
                    {
                        throw new Refusal(problems);
                    }
                }

                var done = run.Parsed.GetValue(dryRun) ? "would join. Nothing was stored." : "joined. Messages come from tomorrow on.";
                run.Output.Line($"{string.Join(", ", names)} {done}");
                run.Output.Document(new { ok = true, stored = !run.Parsed.GetValue(dryRun), names });
                return ExitCodes.Done;
            }).ConfigureAwait(false);
        });
    }
}
