using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;

namespace PlaceLeadership.Cli.Groups;

/// <summary><c>placelead groups</c>.</summary>
internal static class GroupsCommand
{
    private static readonly Option<bool> Explain = new("--explain") { Description = "Say in a sentence why each two people are together." };

    public static Command Create(Writers writers)
    {
        var cohort = CommonOptions.Cohort();
        var command = new Command("groups", "Show who coaches whom, the learning sets and their meetings. Who asked for somebody else is never shown.") { cohort, Explain };
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            var parts = new List<CohortGroups>();
            var reading = workspace.Services.GetRequiredService<GroupsReading>();
            foreach (var (part, _) in await workspace.PartsAsync(run.Parsed.GetRequiredValue(cohort), run.Cancellation).ConfigureAwait(false))
            {
                parts.Add((await reading.ReadAsync(part.Id, run.Cancellation).ConfigureAwait(false))!);
            }

            run.Output.Document(parts.Select(part => Document(part, run.Parsed.GetValue(Explain))));
            foreach (var part in parts)
            {
                Show(part, run.Output, parts.Count > 1, run.Parsed.GetValue(Explain));
            }
        });
    }

    private static object Document(CohortGroups part, bool explain) => new
    {
        cohort = part.Cohort.Id,
        rounds = part.Rounds.Select(round => new
        {
            round.Step,
            over = round.IsOver,
            groups = round.Groups.Select(group => new { people = group.People.Select(Person), why = explain ? group.Why : null }),
            alone = round.Alone.Select(Person),
        }),
        part.Promise,
        setsFormed = part.Sets is not null,
        sets = (part.Sets?.Sets ?? []).Select(set => new
        {
            set.Number,
            set.Facilitator,
            members = set.Members.Select(Person),
            meetings = set.Meetings.Select(meeting => new { step = meeting.Meeting.StepId, at = At(meeting), state = State(meeting) }),
        }),
        rulesSetAside = part.Sets?.Relaxed ?? [],
        withoutSet = (part.Sets?.WithoutSet ?? []).Select(Person),
    };

    private static void Show(CohortGroups part, Output output, bool several, bool explain)
    {
        if (several)
        {
            output.Line($"Part {part.Cohort.Id}");
        }

        ShowRounds(part, output, explain);
        ShowSets(part, output);
    }

    private static void ShowRounds(CohortGroups part, Output output, bool explain)
    {
        if (part.Rounds.Count == 0)
        {
            output.Line("No coaching round has been formed yet.");
        }

        foreach (var round in part.Rounds)
        {
            output.Line($"Coaching round '{round.Step}'{(round.IsOver ? ", which is over" : "")}:");
            foreach (var group in round.Groups)
            {
                output.Line($"  {Names(group.People)}");
                foreach (var sentence in explain ? group.Why : [])
                {
                    output.Line($"      {sentence}");
                }
            }

            if (round.Alone.Count > 0)
            {
                output.Line($"  With nobody, so talk to them: {Names(round.Alone)}");
            }
        }

        if (part.Promise is { } promise)
        {
            output.Line("Coaching rounds to come: " + promise);
        }
    }

    private static void ShowSets(CohortGroups part, Output output)
    {
        if (part.Sets is not { } formed)
        {
            output.Line("No learning sets have been formed yet.");
            return;
        }

        output.Line("");
        foreach (var set in formed.Sets)
        {
            output.Line($"Set {set.Number}, {(set.Facilitator is { } name ? $"facilitated by {name}" : "no facilitator named")}: {Names(set.Members)}");
            foreach (var meeting in set.Meetings)
            {
                output.Line($"  {meeting.Meeting.StepId}: {(At(meeting) is { } at ? $"{at}, {State(meeting)}" : State(meeting))}");
            }
        }

        if (formed.Sets.Count == 0)
        {
            output.Line("No learning sets could be formed.");
        }

        if (formed.Relaxed.Count > 0)
        {
            output.Line($"Rules set aside, because no sets keep them all: {string.Join(", ", formed.Relaxed)}.");
        }

        if (formed.WithoutSet.Count > 0)
        {
            output.Line($"Without a set, so talk to them: {Names(formed.WithoutSet)}");
        }
    }

    private static object Person(Member person) => new { participant = person.Id, name = Name(person) };

    private static string Name(Member person) => person.Name ?? person.Id.Value;

    private static string Names(IEnumerable<Member> people) => string.Join(", ", people.Select(Name));

    private static string? At(MeetingOfSet meeting) => meeting.Meeting.At?.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string State(MeetingOfSet meeting) => meeting.State switch
    {
        MeetingState.CalledOff => "called off",
        MeetingState.PollOpen => "poll open",
        MeetingState.Stands => "stands",
        _ => "took place",
    };
}
