using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Journeys.LearningSets;

namespace PlaceLeadership.Cli.Groups;

/// <summary><c>placelead facilitator</c>.</summary>
internal static class FacilitatorCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, set) = (CommonOptions.Cohort(), SetFinding.Option());
        var address = CommonOptions.Public();
        var name = new Option<string>("--name") { Description = "The facilitator, as members know them.", Required = true, HelpName = "NAME" };
        name.Validators.Add(result =>
        {
            if (!Facilitator.CanBeCalled(result.GetValueOrDefault<string>() ?? ""))
            {
                result.AddError($"--name needs a name of at most {Facilitator.NameMax} characters on one line.");
            }
        });
        var command = new Command("facilitator", "Name who facilitates a learning set, and print the private link to give them. Links of whoever did before stop working.") { cohort, set, name, address };
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            var (part, found) = await workspace.SetAsync(run.Parsed.GetRequiredValue(cohort), run.Parsed.GetValue(set), run.Cancellation).ConfigureAwait(false);
            var site = run.Parsed.GetValue(address) ?? (workspace.Folder.Serving() is { } serving ? new Uri(serving.Address) : null)
                ?? throw new Refusal("Nothing serves the pages from this folder, so say with --public where people reach them, such as --public https://prompts.example.org");
            var desk = workspace.Services.GetRequiredService<SetDesk>();
            var named = await desk.NameFacilitatorAsync(part.Id, Actor.CommandLine, found.Number, run.Parsed.GetRequiredValue(name).Trim(), run.Cancellation).ConfigureAwait(false)
                ?? throw new Refusal($"Set {found.Number} was dissolved at this moment. 'placelead groups' shows those there are.");
            var (path, until) = workspace.Services.GetRequiredService<FacilitatorLinks>().For(part, found.Number, named);
            var link = new Uri(site, path);
            run.Output.Line($"{named.Name} facilitates set {found.Number}. Give this link to nobody else; it works until {until:uuuu-MM-dd}:");
            run.Output.Line(link.AbsoluteUri);
            run.Output.Document(new { ok = true, cohort = part.Id, set = found.Number, named.Name, link = link.AbsoluteUri, until = $"{until:uuuu-MM-dd}" });
        });
    }
}
