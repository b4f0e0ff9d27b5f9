using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Application.Going;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;

namespace PlaceLeadership.Cli.Overview;

/// <summary><c>placelead going</c>.</summary>
internal static class GoingCommand
{
    public static Command Create(Writers writers)
    {
        var cohort = CommonOptions.Cohort();
        var command = new Command("going", "How a cohort is going, and what needs a kind act. Who replied is told to nobody.") { cohort };
        return command.OnWorkspace(writers, async (run, workspace) =>
        {
            var parts = new List<CohortGoing>();
            var reading = workspace.Services.GetRequiredService<GoingReading>();
            foreach (var (part, _) in await workspace.PartsAsync(run.Parsed.GetRequiredValue(cohort), run.Cancellation).ConfigureAwait(false))
            {
                parts.Add((await reading.ReadAsync(part.Id, run.Cancellation).ConfigureAwait(false))!);
            }

            run.Output.Document(parts.Select(Document));
            foreach (var part in parts)
            {
                Show(part, run.Output);
            }
        });
    }

    private static void Show(CohortGoing going, Output output)
    {
        output.Line($"{going.Cohort.Id}: {going.Summary}");
        foreach (var act in going.Acts)
        {
            output.Line($"  {act.Sentence} {GoingWords.Age(act)}. {Next(going, act)}");
        }

        output.Line(going.RepliesNote);
        if (going.Replies.Any(stretch => stretch.Number.IsTold))
        {
            output.Table(["Weeks", "Replied"], going.Replies.Select(IReadOnlyList<string> (stretch) => [GoingWords.When(stretch), GoingWords.Of(stretch)]));
        }

        output.Table(["What", "How many"], going.Totals.Select(IReadOnlyList<string> (total) => [total.What, total.HowMany]));
    }

    private static string Next(CohortGoing going, ActNeeded act) => act.Where switch
    {
        ActPlace.Groups => $"See: placelead groups --cohort {going.Cohort.Id}",
        ActPlace.Person => $"Then: placelead change --cohort {going.Cohort.Id} --person {act.Person} --email ADDRESS",
        ActPlace.Messages => $"See: placelead status --cohort {going.Cohort.Id}",
        _ => $"See: placelead foresee --cohort {going.Cohort.Id} --week {Day(going.Today)}",
    };

    private static object Document(CohortGoing going) => new
    {
        cohort = going.Cohort.Id,
        today = Day(going.Today),
        going.People,
        going.Summary,
        replies = going.Replies.Select(stretch => new
        {
            monday = Day(stretch.Monday),
            stretch.Weeks,
            words = GoingWords.Of(stretch),
            count = stretch.Asked ? stretch.Number.Count : null,
            percent = stretch.Asked ? stretch.Number.Percent : null,
        }),
        going.RepliesNote,
        going.Totals,
        acts = going.Acts.Select(act => new { act.Sentence, since = Day(act.Since), act.Days, act.Where, act.Person }),
        weeks = going.Weeks.Select(week => new { week.Number, monday = Day(week.Monday), week.IsNow, week.Steps }),
    };

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
