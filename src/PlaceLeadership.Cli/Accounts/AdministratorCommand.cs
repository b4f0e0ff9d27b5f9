using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Cli.Accounts;

/// <summary><c>placelead administrator</c>.</summary>
internal static class AdministratorCommand
{
    public static Command Create(Writers writers)
    {
        var command = new Command("administrator", "Make a code with which somebody who has signed in becomes the first administrator.");
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            // Sign-ins go by the real clock, whatever the clock of the cohorts shows.
            var code = await workspace.Services.GetRequiredService<GrantDesk>().MakeCodeAsync(Asker.CommandLine(TimeProvider.System.Now()), run.Cancellation).ConfigureAwait(false)
                ?? throw new Refusal("There is an administrator already. They grant to others at /manage/access.");
            run.Output.Line($"{code}\nType it on your page 'Your account', at /manage/you, within {AccountStore.CodeLasts.TotalMinutes:0} minutes. It works once, and makes you administrator and manager for everything.");
            run.Output.Document(new { code, minutes = AccountStore.CodeLasts.TotalMinutes });
        });
    }
}
