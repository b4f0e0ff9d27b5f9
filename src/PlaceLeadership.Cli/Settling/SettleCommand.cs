using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Cli.Settling;

/// <summary><c>placelead settle</c>.</summary>
internal static class SettleCommand
{
    public static Command Create(Writers writers)
    {
        var message = new Option<string>("--message") { Description = "The id of a message in doubt; 'placelead status --cohort ID' lists them.", Required = true, HelpName = "ID" };
        var how = new Option<string>("--as") { Description = "sent or not-sent.", Required = true, HelpName = "WHAT" };
        how.AcceptOnlyFromAmong("sent", "not-sent");
        var command = new Command("settle", "Say what became of a message in doubt. One that was not sent is planned again.") { message, how };
        return command.OnWorkspace(writers, async run =>
        {
            var id = LetterId.Parse(run.Parsed.GetRequiredValue(message))
                ?? throw new Refusal($"'{run.Parsed.GetValue(message)}' is not the id of a message. It looks like cohort/step/participant/prompt.");
            return await run.OpenAsync(async workspace =>
            {
                await workspace.PartsAsync(id.Cohort, run.Cancellation).ConfigureAwait(false);
                var what = run.Parsed.GetValue(how) == "sent" ? ProviderReport.Accepted : ProviderReport.NeverAccepted;
                var outcome = await workspace.Services.GetRequiredService<SettlementDesk>().ApplyAsync(id, Actor.CommandLine, what, run.Cancellation).ConfigureAwait(false);
                if (outcome == EventOutcome.UnknownMessage)
                {
                    throw new Refusal($"There is no message {id}.");
                }

                run.Output.Line(outcome == EventOutcome.Applied ? $"{id} is settled as {run.Parsed.GetValue(how)}." : $"{id} was not in doubt; nothing changed.");
                return ExitCodes.Done;
            }).ConfigureAwait(false);
        }, forScripts: false);
    }
}
