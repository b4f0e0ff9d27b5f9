using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Cli.People;

/// <summary><c>placelead change</c>: what the roster says of one person. The values pass the same checks as a roster.</summary>
internal static class ChangeCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, person, data, json) = (CommonOptions.Cohort(), CommonOptions.Person(required: true), CommonOptions.Data(), CommonOptions.Json());
        IReadOnlyList<(Option<string?> Option, string Column)> fields =
        [
            (Field("--name", "The name."), "Name"),
            (Field("--email", "The e-mail address."), "E-mail"),
            (Field("--organisation", "The organisation."), "Organisation"),
            (Field("--sector", "The sector."), "Sector"),
            (Field("--role", "The role."), "Role"),
            (Field("--line-manager", "The line manager: address or name; '-' for none."), "Line manager"),
            (Field("--working-pattern", "The days and hours, such as 'Mon-Wed 9-15'."), "Working pattern"),
            (Field("--hour", "The hour at which messages arrive, such as 14."), "Preferred hour"),
            (Field("--language", "English, Welsh, or 'not known' for both."), "Language"),
        ];
        var confirm = CommonOptions.Confirm();
        var command = new Command("change", "Change what the roster says of a person: address, organisation, hours. Only what has not been sent changes.")
        {
            cohort, person, confirm, data, json,
        };
        foreach (var (option, _) in fields)
        {
            command.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(parsed.GetValue(json));
            var given = fields.Where(field => parsed.GetValue(field.Option) is not null)
                .ToDictionary(field => field.Column, field => parsed.GetValue(field.Option)!);
            if (given.Count == 0)
            {
                throw new Refusal("Nothing to change was given. 'placelead change --help' lists what can be changed.");
            }

            var workspace = await Workspace.OpenAsync(parsed.GetRequiredValue(data), output, cancellation).ConfigureAwait(false);
            await using (workspace.ConfigureAwait(false))
            {
                var (part, who) = await workspace.PersonAsync(
                    parsed.GetRequiredValue(cohort), parsed.GetValue(person)!, cancellation).ConfigureAwait(false);
                var confirmed = CommonOptions.Confirmed(parsed, confirm);
                var entry = Changed(who.Entry, given, given.ContainsKey("Name") ? confirmed : confirmed.WithName(who.Entry.Name));
                if (await workspace.Services.GetRequiredService<RosterDesk>()
                    .ChangeAsync(part.Id, Actor.Manager, who.ParticipantId, _ => entry, cancellation, confirmed, confirmsAddress: given.ContainsKey("E-mail"))
                    .ConfigureAwait(false) is { } problem)
                {
                    throw new Refusal(problem);
                }

                output.Line($"Changed {string.Join(", ", given.Keys).ToLowerInvariant()} of {entry.Name}. What was sent stays as it was.");
                output.Document(new { ok = true, participant = who.ParticipantId, changed = given.Keys });
                return ExitCodes.Done;
            }
        });
        return command;
    }

    private static Option<string?> Field(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };

    // The changed person is written as a roster of one and read back, so that every rule of a roster holds here too.
    private static RosterEntry Changed(RosterEntry entry, Dictionary<string, string> given, Confirmations confirmed)
    {
        var reading = RosterReader.Read(System.Text.Encoding.UTF8.GetBytes(OneRow.Csv(entry, given)), "change.csv", confirmed);
        return reading.Problems.Count > 0
            ? throw new Refusal([.. reading.Problems.Select(problem => $"{problem.Column}: {problem.What} {problem.Mend}")])
            : reading.Rows[0].Entry;
    }
}
