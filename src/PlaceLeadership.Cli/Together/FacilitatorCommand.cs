using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Together;

namespace PlaceLeadership.Cli.Together;

/// <summary><c>placelead facilitator</c>.</summary>
internal static class FacilitatorCommand
{
    private const int NameMax = 100;

    public static Command Create(Writers writers)
    {
        var (cohort, set, data, json) = (CommonOptions.Cohort(), SetFinding.Option(), CommonOptions.Data(), CommonOptions.Json());
        var address = CommonOptions.Public();
        var name = new Option<string>("--name") { Description = "The facilitator, as members know them.", Required = true, HelpName = "NAME" };
        name.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>()?.Trim() is not { Length: > 0 and <= NameMax } given || given.Any(char.IsControl))
            {
                result.AddError($"--name needs a name of at most {NameMax} characters on one line.");
            }
        });
        var command = new Command("facilitator", "Name who facilitates a learning set, and print the private link to give them. Links of whoever did before stop working.") { cohort, set, name, address, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(parsed.GetValue(json));
            var workspace = await Workspace.OpenAsync(parsed.GetRequiredValue(data), output, cancellation).ConfigureAwait(false);
            await using (workspace.ConfigureAwait(false))
            {
                var (part, found) = await workspace.SetAsync(parsed.GetRequiredValue(cohort), parsed.GetValue(set), cancellation).ConfigureAwait(false);
                var site = parsed.GetValue(address) ?? (workspace.Folder.Serving() is { } serving ? new Uri(serving.Address) : null)
                    ?? throw new Refusal("Nothing serves the pages from this folder, so say with --public where people reach them, such as --public https://prompts.example.org");
                var desk = workspace.Services.GetRequiredService<GroupDesk>();
                var named = await desk.NameFacilitatorAsync(part.Id, Actor.Manager, found.Number, parsed.GetRequiredValue(name).Trim(), cancellation).ConfigureAwait(false)
                    ?? throw new Refusal($"Set {found.Number} was dissolved at this moment. 'placelead groups' shows those there are.");
                var (path, until) = workspace.Services.GetRequiredService<FacilitatorLinks>().For(part, found.Number, named);
                var link = new Uri(site, path);
                output.Line($"{named.Name} facilitates set {found.Number}. Give this link to nobody else; it works until {until:uuuu-MM-dd}:");
                output.Line(link.AbsoluteUri);
                output.Document(new { ok = true, cohort = part.Id, set = found.Number, named.Name, link = link.AbsoluteUri, until = $"{until:uuuu-MM-dd}" });
                return ExitCodes.Done;
            }
        });
        return command;
    }
}
