using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Cli.Groups;

/// <summary><c>placelead apart</c>.</summary>
internal static class ApartCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, person) = (CommonOptions.Cohort(), CommonOptions.Person(required: true));
        var other = new Option<string>("--other") { Description = "The other person: e-mail address or participant id.", Required = true, HelpName = "WHO" };
        var undo = new Option<bool>("--undo") { Description = "They may be brought together again." };
        var command = new Command("apart", "Never bring two people together in a pair or a set. Neither is told, and nobody has to say why.") { cohort, person, other, undo };
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            var id = run.Parsed.GetRequiredValue(cohort);
            var (part, one) = await workspace.PersonAsync(id, run.Parsed.GetValue(person)!, run.Cancellation).ConfigureAwait(false);
            var (otherPart, two) = await workspace.PersonAsync(id, run.Parsed.GetRequiredValue(other), run.Cancellation).ConfigureAwait(false);
            if (one.ParticipantId == two.ParticipantId)
            {
                throw new Refusal($"--person and --other both name {one.Entry.Name}. Name two people.");
            }

            var desk = workspace.Services.GetRequiredService<ApartDesk>();
            var names = $"{one.Entry.Name} and {two.Entry.Name}";
            var sentence = $"{names} are kept in two parts of the cohort, so they never come together. Nothing was changed.";
            var ids = (part.Id, one.ParticipantId, two.ParticipantId);
            if (part.Id == otherPart.Id && run.Parsed.GetValue(undo))
            {
                await desk.NoLongerApartAsync(ids.Id, Actor.CommandLine, ids.Item2, ids.Item3, run.Cancellation).ConfigureAwait(false);
                sentence = $"{names} may be brought together again, unless one of them declined the other.";
            }
            else if (part.Id == otherPart.Id)
            {
                await desk.KeepApartAsync(ids.Id, Actor.CommandLine, ids.Item2, ids.Item3, run.Cancellation).ConfigureAwait(false);
                sentence = $"{names} are not brought together any more. Where they are together now, that is mended at the next look.";
            }

            run.Output.Line(sentence);
            run.Output.Document(new { ok = true, cohort = part.Id, one = one.ParticipantId, other = two.ParticipantId, apart = part.Id != otherPart.Id || !run.Parsed.GetValue(undo) });
        });
    }
}
