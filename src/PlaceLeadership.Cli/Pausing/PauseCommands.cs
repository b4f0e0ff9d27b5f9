using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Cli.Pausing;

/// <summary><c>placelead pause</c> and <c>placelead resume</c>: a person, an organisation, or the whole cohort.</summary>
internal static class PauseCommands
{
    public static Command Pause(Writers writers)
    {
        var until = CommonOptions.OptionalDate("--until", "The first day on which messages come again; without it, until 'placelead resume'.");
        var command = Create(
            writers, "pause", "Pause a person, an organisation, or the whole cohort. What waits is taken back.",
            async (run, pausing, who) =>
            {
                var day = run.Parsed.GetValue(until);
                return await pausing.PauseAsync(who.Scope, Actor.CommandLine, day, run.Cancellation).ConfigureAwait(false) switch
                {
                    PauseOutcome.Paused { Standing: var standing } =>
                        [day is { } end ? $"{who.Name} paused until {end:uuuu-MM-dd}." : $"{who.Name} paused until 'placelead resume'.", .. Meetings(standing)],
                    PauseOutcome.Over => throw IsOver(who),
                    PauseOutcome.TooLate { Last: var last } => throw new Refusal($"--until {day:uuuu-MM-dd} is too far off: the last possible is {last:uuuu-MM-dd}. Leave --until out to pause until 'placelead resume'."),
                    _ => throw new Refusal($"--until {day:uuuu-MM-dd} is not in the future."),
                };
            });
        command.Add(until);
        return command;
    }

    public static Command Resume(Writers writers) => Create(
        writers, "resume", "Take a person, an organisation, or the whole cohort up again, gently: nothing arrives in a heap.",
        async (run, pausing, who) =>
        {
            return await pausing.GoOnAsync(who.Scope, Actor.CommandLine, run.Cancellation).ConfigureAwait(false) switch
            {
                PauseOutcome.Over => throw IsOver(who),
                PauseOutcome.NotPaused => [$"{who.Name} was not paused; nothing changed."],
                _ when who.Scope.IsWhole => [$"{who.Name} goes on. What was not sent has moved by whole weeks."],
                _ => [$"{who.Name} goes on from tomorrow. What fell into the pause is let go."],
            };
        });

    private static Refusal IsOver(Who who) => new(
        who.Scope.Person is null ? "The cohort has ended; nothing was changed." : $"{who.Name} takes no part any more, or the cohort has ended; nothing was changed.");

    private static IEnumerable<string> Meetings(IReadOnlyList<(Cohort Part, StandingMeeting Meeting)> standing) =>
        standing.GroupBy(item => item.Part.Id).SelectMany(IEnumerable<string> (part) =>
        [
            $"These meetings stand. Should they not take place: 'placelead meeting --cohort {part.Key} --set N --step STEP --call-off' or '--move WHEN'. Members are told at once, also in the pause.",
            .. part.Select(item => string.Create(CultureInfo.InvariantCulture, $"  Set {item.Meeting.Group}, {item.Meeting.StepId}: {item.Meeting.At:uuuu-MM-dd HH:mm}")),
        ]);

    private static Command Create(
        Writers writers, string name, string description,
        Func<WorkspaceRun, CohortPausing, Who, Task<IReadOnlyList<string>>> act)
    {
        var (cohort, person) = (CommonOptions.Cohort(), CommonOptions.Person());
        var organisation = new Option<string?>("--organisation") { Description = "The organisation, as the roster names it.", HelpName = "NAME" };
        var command = new Command(name, description) { cohort, person, organisation };
        return command.OnWorkspace(writers, async run =>
        {
            if (run.Parsed.GetValue(person) is not null && run.Parsed.GetValue(organisation) is not null)
            {
                throw new Refusal("Give --person or --organisation, not both; with neither, it is the whole cohort.");
            }

            return await run.OpenAsync(async workspace =>
            {
                var id = run.Parsed.GetRequiredValue(cohort);
                var who = await FindAsync(workspace, id, run.Parsed.GetValue(person), run.Parsed.GetValue(organisation), run.Cancellation).ConfigureAwait(false);
                foreach (var sentence in await act(run, workspace.Services.GetRequiredService<CohortPausing>(), who).ConfigureAwait(false))
                {
                    run.Output.Line(sentence);
                }

                run.Output.Document(new { ok = true, cohort = id, participant = who.Scope.Person, organisation = who.Scope.OrganisationIn(who.Scope.Parts[0]) });
                return ExitCodes.Done;
            }).ConfigureAwait(false);
        });
    }

    private static async Task<Who> FindAsync(
        Workspace workspace, CohortId id, string? person, string? organisation, CancellationToken cancellation)
    {
        if (person is not null)
        {
            var (part, identity) = await workspace.PersonAsync(id, person, cancellation).ConfigureAwait(false);
            return new Who(identity.Entry.Name, new PauseScope([part], identity.ParticipantId));
        }

        Workspace.NeedsWhole(id);
        IReadOnlyList<Cohort> parts = [.. (await workspace.PartsAsync(id, cancellation).ConfigureAwait(false)).Select(part => part.Cohort)];
        if (organisation is null)
        {
            return new Who($"The cohort '{id}'", new PauseScope(parts));
        }

        var (found, known) = await workspace.Services.GetRequiredService<CohortFinding>().OrganisationAsync(id, organisation, cancellation).ConfigureAwait(false);
        return found.Count > 0
            ? new Who(organisation, new PauseScope(
                [.. found.Select(item => item.Cohort)], Organisations: found.ToDictionary(item => item.Cohort.Id, item => item.Organisation)))
            : throw new Refusal($"Nobody in the cohort belongs to '{organisation}'. There are: {string.Join(", ", known)}.");
    }

    private sealed record Who(string Name, PauseScope Scope);
}
