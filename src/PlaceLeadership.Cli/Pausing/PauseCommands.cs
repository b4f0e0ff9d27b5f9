using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Cli.Pausing;

/// <summary><c>placelead pause</c> and <c>placelead resume</c>: a person, an organisation, or the whole cohort.</summary>
internal static class PauseCommands
{
    public static Command Pause(Writers writers)
    {
        var until = CommonOptions.OptionalDate("--until", "The first day on which messages come again; without it, until 'placelead resume'.");
        var command = Create(
            writers, "pause", "Pause a person, an organisation, or the whole cohort. What waits is taken back.",
            async (run, workspace, cohort, who) =>
            {
                var day = run.Parsed.GetValue(until);
                if (day is { } date && date <= workspace.Clock.Now().InZone(cohort.Zone).Date)
                {
                    throw new Refusal($"--until {date:uuuu-MM-dd} is not in the future.");
                }

                var pauses = workspace.Services.GetRequiredService<PauseDesk>();
                await (who.Participant is { } person
                    ? pauses.PausePersonAsync(cohort.Id, Actor.Manager, person, day, run.Cancellation)
                    : pauses.PauseAsync(cohort.Id, Actor.Manager, who.OrganisationIn(cohort), day, run.Cancellation)).ConfigureAwait(false);
                var sentence = day is { } end ? $"{who.Name} paused until {end:uuuu-MM-dd}." : $"{who.Name} paused until 'placelead resume'.";
                return who is { Participant: null, Organisations: null }
                    ? sentence + await MeetingsAsync(workspace, cohort, day, run.Cancellation).ConfigureAwait(false) : sentence;
            });
        command.Add(until);
        return command;
    }

    public static Command Resume(Writers writers) => Create(
        writers, "resume", "Take a person, an organisation, or the whole cohort up again, gently: nothing arrives in a heap.",
        async (run, workspace, cohort, who) =>
        {
            var pauses = workspace.Services.GetRequiredService<PauseDesk>();
            await (who.Participant is { } person
                ? pauses.ResumePersonAsync(cohort.Id, Actor.Manager, person, run.Cancellation)
                : pauses.ResumeAsync(cohort.Id, Actor.Manager, who.OrganisationIn(cohort), run.Cancellation)).ConfigureAwait(false);
            return who is { Participant: null, Organisations: null }
                ? $"{who.Name} goes on. What was not sent has moved by whole weeks."
                : $"{who.Name} goes on from tomorrow. What fell into the pause is let go.";
        });

    private static async Task<string> MeetingsAsync(Workspace workspace, Cohort cohort, LocalDate? until, CancellationToken cancellation)
    {
        var groups = await workspace.Services.GetRequiredService<CohortDesk>().GroupsAsync(cohort.Id, cancellation).ConfigureAwait(false);
        var standing = groups.Groups.Standing(workspace.Clock.Now().InZone(cohort.Zone).LocalDateTime, until);
        return standing.Count == 0 ? "" : string.Join('\n',
        [
            "", $"These meetings stand. Should they not take place: 'placelead meeting --cohort {cohort.Id} --set N --step STEP --call-off' or '--move WHEN'. Members are told at once, also in the pause.",
            .. standing.Select(item => string.Create(
                CultureInfo.InvariantCulture, $"  Set {item.Set}, {item.Meeting.StepId}: {item.Meeting.At:uuuu-MM-dd HH:mm}")),
        ]);
    }

    private static Command Create(
        Writers writers, string name, string description,
        Func<WorkspaceRun, Workspace, Cohort, Who, Task<string>> act)
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
                var sentences = new List<string>();
                foreach (var part in who.Parts)
                {
                    sentences.Add(await act(run, workspace, part, who).ConfigureAwait(false));
                }

                foreach (var sentence in sentences.Distinct())
                {
                    run.Output.Line(sentence);
                }

                run.Output.Document(new { ok = true, cohort = id, participant = who.Participant, organisation = who.OrganisationIn(who.Parts[0]) });
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
            return new Who(identity.Entry.Name, identity.ParticipantId, null, [part]);
        }

        IReadOnlyList<Cohort> parts = [.. (await workspace.PartsAsync(id, cancellation).ConfigureAwait(false)).Select(part => part.Cohort)];
        if (organisation is null)
        {
            return new Who($"The cohort '{id}'", null, null, parts);
        }

        var (found, known) = await workspace.Services.GetRequiredService<CohortFinding>().OrganisationAsync(id, organisation, cancellation).ConfigureAwait(false);
        return found.Count > 0
            ? new Who(organisation, null, found.ToDictionary(item => item.Cohort.Id, item => item.Organisation), [.. found.Select(item => item.Cohort)])
            : throw new Refusal($"Nobody in the cohort belongs to '{organisation}'. There are: {string.Join(", ", known)}.");
    }

    private sealed record Who(
        string Name, ParticipantId? Participant, IReadOnlyDictionary<CohortId, string>? Organisations, IReadOnlyList<Cohort> Parts)
    {
        /// <summary>The id of the organisation in this part, or null for everybody.</summary>
        public string? OrganisationIn(Cohort part) => Organisations?[part.Id];
    }
}
