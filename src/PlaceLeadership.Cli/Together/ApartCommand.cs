using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Together;

namespace PlaceLeadership.Cli.Together;

/// <summary><c>placelead apart</c>.</summary>
internal static class ApartCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, person, data, json) = (CommonOptions.Cohort(), CommonOptions.Person(required: true), CommonOptions.Data(), CommonOptions.Json());
        var other = new Option<string>("--other") { Description = "The other person: e-mail address or participant id.", Required = true, HelpName = "WHO" };
        var undo = new Option<bool>("--undo") { Description = "They may be brought together again." };
        var command = new Command("apart", "Never bring two people together in a pair or a set. Neither is told, and nobody has to say why.") { cohort, person, other, undo, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(parsed.GetValue(json));
            var workspace = await Workspace.OpenAsync(parsed.GetRequiredValue(data), output, cancellation).ConfigureAwait(false);
            await using (workspace.ConfigureAwait(false))
            {
                var id = parsed.GetRequiredValue(cohort);
                var (part, one) = await workspace.PersonAsync(id, parsed.GetValue(person)!, cancellation).ConfigureAwait(false);
                var (otherPart, two) = await workspace.PersonAsync(id, parsed.GetRequiredValue(other), cancellation).ConfigureAwait(false);
                if (one.ParticipantId == two.ParticipantId)
                {
                    throw new Refusal($"--person and --other both name {one.Entry.Name}. Name two people.");
                }

                var desk = workspace.Services.GetRequiredService<GroupDesk>();
                var names = $"{one.Entry.Name} and {two.Entry.Name}";
                var sentence = $"{names} are kept in two parts of the cohort, so they never come together. Nothing was changed.";
                var ids = (part.Id, one.ParticipantId, two.ParticipantId);
                if (part.Id == otherPart.Id && parsed.GetValue(undo))
                {
                    await desk.NoLongerApartAsync(ids.Id, Actor.Manager, ids.Item2, ids.Item3, cancellation).ConfigureAwait(false);
                    sentence = $"{names} may be brought together again, unless one of them declined the other.";
                }
                else if (part.Id == otherPart.Id)
                {
                    await desk.KeepApartAsync(ids.Id, Actor.Manager, ids.Item2, ids.Item3, cancellation).ConfigureAwait(false);
                    sentence = $"{names} are not brought together any more. Where they are together now, that is mended at the next look.";
                }

                output.Line(sentence);
                output.Document(new { ok = true, cohort = part.Id, one = one.ParticipantId, other = two.ParticipantId, apart = part.Id != otherPart.Id || !parsed.GetValue(undo) });
                return ExitCodes.Done;
            }
        });
        return command;
    }
}
