using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;

namespace PlaceLeadership.Cli.Explaining;

/// <summary><c>placelead history</c>.</summary>
internal static class HistoryCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, person, data, json) = (CommonOptions.Cohort(), CommonOptions.Person(), CommonOptions.Data(), CommonOptions.Json());
        var since = CommonOptions.OptionalDate("--since", "Only from this day on.");
        var command = new Command("history", "Say who did what to a cohort or to one person, when and why. Who replied is never told.") { cohort, person, since, data, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(parsed.GetValue(json));
            var workspace = await Workspace.OpenAsync(parsed.GetRequiredValue(data), output, cancellation).ConfigureAwait(false);
            await using (workspace.ConfigureAwait(false))
            {
                var id = parsed.GetRequiredValue(cohort);
                ParticipantId? only = parsed.GetValue(person) is { } who
                    ? (await workspace.PersonAsync(id, who, cancellation).ConfigureAwait(false)).Identity.ParticipantId : null;
                var lines = new List<HistoryLine>();
                foreach (var (part, _) in await workspace.PartsAsync(id, cancellation).ConfigureAwait(false))
                {
                    lines.AddRange(await workspace.Services.GetRequiredService<History>()
                        .OfAsync(part.Value.Id, only, parsed.GetValue(since), null, cancellation).ConfigureAwait(false) ?? []);
                }

                Show([.. lines.OrderBy(line => line.At)], output);
                return ExitCodes.Done;
            }
        });
        return command;
    }

    private static void Show(IReadOnlyList<HistoryLine> lines, Output output)
    {
        foreach (var line in lines)
        {
            output.Line($"{line.At:uuuu-MM-dd HH:mm}  {line.Sentence}");
        }

        if (lines.Count == 0)
        {
            output.Line("Nothing was done in this time, or it was before the history began.");
        }

        output.Document(lines.Select(line => new
        {
            at = $"{line.At:uuuu-MM-dd'T'HH:mm:ss}",
            by = new { kind = line.By.Kind.ToString(), line.By.Id },
            line.Deed.What,
            person = line.Deed.Person?.Value,
            step = line.Deed.Step?.Value,
            line.Deed.Detail,
            line.Sentence,
        }));
    }
}
