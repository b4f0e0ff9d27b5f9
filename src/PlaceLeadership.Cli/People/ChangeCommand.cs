using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.People;
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
        var (cohort, person, confirm) = (CommonOptions.Cohort(), CommonOptions.Person(required: true), CommonOptions.Confirm());
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
        var command = new Command("change", "Change what the roster says of a person: address, organisation, hours. Only what has not been sent changes.") { cohort, person, confirm }
            .OnWorkspace(writers, async run =>
            {
                var given = fields.Where(field => run.Parsed.GetValue(field.Option) is not null)
                    .ToDictionary(field => field.Column, field => run.Parsed.GetValue(field.Option)!);
                return given.Count == 0
                    ? throw new Refusal("Nothing to change was given. 'placelead change --help' lists what can be changed.")
                    : await run.OpenAsync(async workspace =>
                    {
                        var (part, who) = await workspace.PersonAsync(
                            run.Parsed.GetRequiredValue(cohort), run.Parsed.GetValue(person)!, run.Cancellation).ConfigureAwait(false);
                        return await ChangeAsync(run, workspace, part.Id, who, given, CommonOptions.Confirmed(run.Parsed, confirm)).ConfigureAwait(false);
                    }).ConfigureAwait(false);
            });
        foreach (var (option, _) in fields)
        {
            command.Add(option);
        }

        return command;
    }

    private static async Task<int> ChangeAsync(
        WorkspaceRun run, Workspace workspace, CohortId part, Identity who, Dictionary<string, string> given, Confirmations confirmed)
    {
        var (problems, changed) = await workspace.Services.GetRequiredService<PersonDesk>()
            .ChangeAsync(part, Actor.CommandLine, who, given, confirmed, confirmsAddress: given.ContainsKey("E-mail"), run.Cancellation).ConfigureAwait(false);
        if (changed is not { } entry)
        {
            throw new Refusal([.. problems.Select(problem => $"{(problem.Column.Length == 0 ? "" : $"{problem.Column}: ")}{problem.What} {problem.Mend}".TrimEnd())]);
        }

        run.Output.Line($"Changed {string.Join(", ", given.Keys).ToLowerInvariant()} of {entry.Name}. What was sent stays as it was.");
        run.Output.Document(new { ok = true, participant = who.ParticipantId, changed = given.Keys });
        return ExitCodes.Done;
    }

    private static Option<string?> Field(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };
}
