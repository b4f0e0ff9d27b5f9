using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Messages;

namespace PlaceLeadership.Cli.Settling;

/// <summary><c>placelead settle</c>.</summary>
internal static class SettleCommand
{
    public static Command Create(Writers writers)
    {
        var data = CommonOptions.Data();
        var message = new Option<string>("--message") { Description = "The id of a message in doubt; 'placelead status --cohort ID' lists them.", Required = true, HelpName = "ID" };
        var how = new Option<string>("--as") { Description = "sent or not-sent.", Required = true, HelpName = "WHAT" };
        how.AcceptOnlyFromAmong("sent", "not-sent");
        var command = new Command("settle", "Say what became of a message in doubt. One that was not sent is planned again.") { message, how, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(json: false);
            var id = MessageId.Parse(parsed.GetRequiredValue(message))
                ?? throw new Refusal($"'{parsed.GetValue(message)}' is not the id of a message. It looks like cohort/step/participant/prompt.");
            var workspace = await Workspace.OpenAsync(parsed.GetRequiredValue(data), output, cancellation).ConfigureAwait(false);
            await using (workspace.ConfigureAwait(false))
            {
                var (stored, _) = await workspace.CohortAsync(id.Cohort, cancellation).ConfigureAwait(false);
                var what = parsed.GetValue(how) == "sent" ? ProviderEvent.Accepted : ProviderEvent.NeverAccepted;
                var outcome = await workspace.Services.GetRequiredService<EventDesk>().ApplyAsync(id, Actor.Manager, what, cancellation).ConfigureAwait(false);
                if (outcome == EventOutcome.UnknownMessage)
                {
                    throw new Refusal($"There is no message {id}.");
                }

                output.Line(outcome == EventOutcome.Applied ? $"{id} is settled as {parsed.GetValue(how)}." : $"{id} was not in doubt; nothing changed.");
                return ExitCodes.Done;
            }
        });
        return command;
    }
}
