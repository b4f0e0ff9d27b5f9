using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Cli.Checking;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.People;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Cli.Launching;

/// <summary><c>placelead launch</c>.</summary>
internal static class LaunchCommand
{
    private const string NobodyNamed = "Programme manager";

    private static readonly Option<FileInfo?> Programme = CommonOptions.Programme();
    private static readonly Option<FileInfo> Roster = CommonOptions.Roster();
    private static readonly Option<string> Place = new("--place") { Description = "The name of the place, as messages use it.", Required = true, HelpName = "NAME" };
    private static readonly Option<LocalDate> Start = CommonOptions.Date("--start", "The first day.", required: true);
    private static readonly Option<string?> Id = new("--id") { Description = "The id of the cohort; without it, made of place and start.", HelpName = "ID" };
    private static readonly Option<string> SenderName = new("--sender")
    {
        Description = "The name of the person who signs every message.",
        DefaultValueFactory = _ => NobodyNamed,
        HelpName = "NAME",
    };

    private static readonly Option<string> SenderEmail = new("--sender-email")
    {
        Description = "Where replies to messages go.",
        DefaultValueFactory = _ => "programme@example.org",
        HelpName = "ADDRESS",
    };

    private static readonly Option<string> Contact = new("--contact")
    {
        Description = "How else to reach that person, in words.",
        DefaultValueFactory = _ => "just reply to this message.",
        HelpName = "WORDS",
    };

    private static readonly Option<string> Division = new("--bank-holidays")
    {
        Description = "Whose bank holidays are kept: england-and-wales, scotland or northern-ireland.",
        DefaultValueFactory = _ => LaunchOrder.Divisions[0].Word,
        HelpName = "DIVISION",
    };

    private static readonly Option<string[]> Confirm = CommonOptions.Confirm();
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would be stored, and store nothing." };

    public static Command Create(Writers writers)
    {
        Division.AcceptOnlyFromAmong([.. LaunchOrder.Divisions.Select(item => item.Word)]);
        return new Command("launch", "Launch a cohort from a programme and a roster.")
        {
            Programme, Roster, Place, Start, Id, SenderName, SenderEmail, Contact, Division, Confirm, DryRun,
        }.OnWorkspace(writers, RunAsync);
    }

    private static async Task<int> RunAsync(WorkspaceRun run)
    {
        var (parsed, output) = (run.Parsed, run.Output);
        var file = await ProgrammeFile.ReadAsync(parsed.GetValue(Programme), run.Cancellation).ConfigureAwait(false);
        file.Programme();
        var rosterFile = parsed.GetRequiredValue(Roster);
        var reading = await RosterFile.ReadAsync(rosterFile, CommonOptions.Confirmed(parsed, Confirm), run.Cancellation).ConfigureAwait(false);
        if (reading.Problems.Count > 0)
        {
            output.Problems(rosterFile.Name, reading);
            output.Line($"{reading.Problems.Count} problems. Nothing was stored.");
            return ExitCodes.No;
        }

        if (parsed.GetValue(DryRun))
        {
            var rehearsal = Draft(parsed, file, rosterFile.Name, reading, TimeProvider.System);
            return rehearsal.Plan is null ? Refuse(rehearsal, output) : Show(rehearsal, output, stored: false);
        }

        return await run.OpenAsync(async workspace =>
        {
            var draft = Draft(parsed, file, rosterFile.Name, reading, workspace.Clock);
            if (draft.Plan is null)
            {
                return Refuse(draft, output);
            }

            var desk = workspace.Services.GetRequiredService<LaunchDesk>();
            if ((await desk.StoreAsync(draft, Asker.CommandLine(TimeProvider.System.Now()), run.Cancellation).ConfigureAwait(false)).Problem is { } problem)
            {
                throw new Refusal(problem);
            }

            return Show(draft, output, stored: true);
        }).ConfigureAwait(false);
    }

    private static LaunchDraft Draft(
        ParseResult parsed, ProgrammeFile file, string rosterName, RosterReading reading, TimeProvider clock) => LaunchDraft.Of(
        new LaunchOrder(
            parsed.GetRequiredValue(Place).Trim(),
            parsed.GetValue(Start),
            parsed.GetValue(Id) is { } id ? new CohortId(id) : null,
            LaunchOrder.Divisions.Single(item => item.Word == parsed.GetValue(Division)).Division,
            new Sender(parsed.GetRequiredValue(SenderName), parsed.GetRequiredValue(SenderEmail), parsed.GetRequiredValue(Contact))),
        new ProgrammeText(file.Name, file.Text), BuiltIn.Kinds, rosterName, reading, clock.Now().InZone(LaunchOrder.Zone).Date, Enrolment.NewId);

    private static int Refuse(LaunchDraft draft, Output output)
    {
        IReadOnlyList<string> problems = [.. draft.Problems.Select(problem => $"{problem.What} {problem.Mend}".Trim())];
        foreach (var problem in problems)
        {
            output.Line(problem);
        }

        output.Line("Nothing was stored.");
        output.Document(new { ok = false, problems });
        return ExitCodes.No;
    }

    private static int Show(LaunchDraft draft, Output output, bool stored)
    {
        var (plan, programme) = (draft.Plan!, draft.Programme!);
        var cohort = plan.Cohort;
        IReadOnlyList<string> notes =
        [
            .. draft.Notes,
            .. cohort.Sender.Name == NobodyNamed
                ? ["Nobody is named as sender. Before you write to real people, launch with --sender, --sender-email and --contact."]
                : Array.Empty<string>(),
        ];
        var timetable = Timetable.Of(programme);
        output.Table(
            ["Name", "E-mail", "Organisation", "Sector", "Days", "Hour"],
            plan.People.Select(IReadOnlyList<string> (person) =>
            [
                person.Identity.Entry.Name, person.Identity.Entry.Email, person.Identity.Entry.Organisation,
                person.Identity.Entry.Sector, person.Identity.Entry.Pattern.Days.ToString(),
                $"{person.Identity.Entry.PreferredHour:00}:00",
            ]));
        output.Line($"{plan.People.Count} people of {plan.People.Select(person => person.Identity.OrganisationId).Distinct().Count()} organisations, "
            + $"{timetable.Steps.Count} steps in {programme.Weeks} weeks from {cohort.Start:uuuu-MM-dd}.");
        foreach (var note in notes)
        {
            output.Line("Note: " + note);
        }

        output.Line(stored
            ? $"Launched as '{cohort.Id}'. 'placelead foresee --cohort {cohort.Id}' shows every letter that will go out."
            : $"Dry run: it would be stored as '{cohort.Id}'. Nothing was stored.");
        output.Document(new
        {
            ok = true,
            stored,
            cohort = cohort.Id,
            people = plan.People.Select(person => new
            {
                participant = stored ? person.Participant.Id.Value : null,
                person.Identity.Entry.Name,
                person.Identity.Entry.Email,
                person.Identity.Entry.Organisation,
                person.Identity.Entry.Sector,
            }),
            notes,
        });
        return ExitCodes.Done;
    }
}
