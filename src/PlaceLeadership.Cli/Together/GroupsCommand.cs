using System.CommandLine;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;

namespace PlaceLeadership.Cli.Together;

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
            foreach (var (part, timetable) in await workspace.PartsAsync(run.Parsed.GetRequiredValue(cohort), run.Cancellation).ConfigureAwait(false))
            {
                parts.Add(await CohortGroups.ReadAsync(workspace, part.Value, timetable, run.Parsed.GetValue(Explain), run.Cancellation).ConfigureAwait(false));
            }

            run.Output.Document(parts);
            foreach (var part in parts)
            {
                Show(part, run.Output, parts.Count > 1);
            }
        });
    }

    private static void Show(CohortGroups part, Output output, bool several)
    {
        if (several)
        {
            output.Line($"Part {part.Cohort}");
        }

        ShowRounds(part, output);
        ShowSets(part, output);
    }

    private static void ShowRounds(CohortGroups part, Output output)
    {
        if (part.Rounds.Count == 0)
        {
            output.Line("No coaching round has been formed yet.");
        }

        foreach (var round in part.Rounds)
        {
            output.Line($"Coaching round '{round.Step}'{(round.Over ? ", which is over" : "")}:");
            foreach (var group in round.Groups)
            {
                output.Line($"  {Names(group.People)}");
                foreach (var sentence in group.Why ?? [])
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
        if (!part.SetsFormed)
        {
            output.Line("No learning sets have been formed yet.");
            return;
        }

        output.Line("");
        foreach (var set in part.Sets)
        {
            output.Line($"Set {set.Number}, {(set.Facilitator is { } name ? $"facilitated by {name}" : "no facilitator named")}: {Names(set.Members)}");
            foreach (var meeting in set.Meetings)
            {
                output.Line($"  {meeting.Step}: {(meeting.At is { } at ? $"{at}, {meeting.State}" : meeting.State)}");
            }
        }

        if (part.Sets.Count == 0)
        {
            output.Line("No learning sets could be formed.");
        }

        if (part.RulesSetAside.Count > 0)
        {
            output.Line($"Rules set aside, because no sets keep them all: {string.Join(", ", part.RulesSetAside)}.");
        }

        if (part.WithoutSet.Count > 0)
        {
            output.Line($"Without a set, so talk to them: {Names(part.WithoutSet)}");
        }
    }

    private static string Names(IEnumerable<GroupPerson> people) => string.Join(", ", people.Select(person => person.Name));
}
