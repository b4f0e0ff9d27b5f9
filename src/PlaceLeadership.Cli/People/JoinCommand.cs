using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
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
        var (cohort, roster, data, json) = (CommonOptions.Cohort(), CommonOptions.Roster(), CommonOptions.Data(), CommonOptions.Json());
        var confirm = CommonOptions.Confirm();
        var dryRun = new Option<bool>("--dry-run") { Description = "Show who would join, and store nothing." };
        var command = new Command("join", "Let people join a running cohort, from tomorrow on.") { cohort, roster, confirm, dryRun, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(parsed.GetValue(json));
            var file = parsed.GetRequiredValue(roster);
            var confirmed = CommonOptions.Confirmed(parsed, confirm);
            var reading = await RosterFile.ReadAsync(file, confirmed, cancellation).ConfigureAwait(false);
            if (reading.Problems.Count > 0)
            {
                output.Problems(file.Name, reading);
                return ExitCodes.No;
            }

            var names = reading.Rows.Select(row => row.Entry.Name).ToList();
            var workspace = await Workspace.OpenAsync(parsed.GetRequiredValue(data), output, cancellation).ConfigureAwait(false);
            await using (workspace.ConfigureAwait(false))
            {
                var id = parsed.GetRequiredValue(cohort);
                await workspace.PartsAsync(id, cancellation).ConfigureAwait(false);
                if (!parsed.GetValue(dryRun))
                {
                    var problems = await workspace.Services.GetRequiredService<RosterDesk>()
                        .JoinAsync(id, Actor.Manager, [.. reading.Rows.Select(row => row.Entry)], Enrolment.NewId, cancellation, confirmed)
                        .ConfigureAwait(false);
                    if (problems.Count > 0)
                    {
                        throw new Refusal(problems);
                    }
                }
            }

            var done = parsed.GetValue(dryRun) ? "would join. Nothing was stored." : "joined. Messages come from tomorrow on.";
            output.Line($"{string.Join(", ", names)} {done}");
            output.Document(new { ok = true, stored = !parsed.GetValue(dryRun), names });
            return ExitCodes.Done;
        });
        return command;
    }
}
