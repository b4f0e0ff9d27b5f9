using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core.Evidence;

namespace PlaceLeadership.Cli.Exporting;

/// <summary><c>placelead export facts</c>.</summary>
internal static class ExportCommand
{
    public static Command Create(Writers writers)
    {
        var (cohort, data, json) = (CommonOptions.Cohort(), CommonOptions.Data(), CommonOptions.Json());
        var file = new Option<FileInfo>("--out") { Description = "The CSV file to write.", Required = true, HelpName = "FILE" };
        var facts = new Command("facts", "Export the engagement facts of a cohort as CSV: one row a fact, pseudonyms only.") { cohort, file, data, json };
        facts.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(parsed.GetValue(json));
            var workspace = await Workspace.OpenAsync(parsed.GetRequiredValue(data), output, cancellation).ConfigureAwait(false);
            await using (workspace.ConfigureAwait(false))
            {
                var id = parsed.GetRequiredValue(cohort);
                var parts = await workspace.PartsAsync(id, cancellation).ConfigureAwait(false);
                var target = parsed.GetRequiredValue(file).FullName;
                var recorded = await workspace.Services.GetRequiredService<PseudonymDesk>()
                    .FactsAsync([.. parts.Select(part => part.Cohort.Value.Id)], cancellation).ConfigureAwait(false);
                var count = await WriteAsync(id, recorded, target, cancellation).ConfigureAwait(false);
                output.Line($"{count} facts written to {target}");
                output.Document(new { ok = true, facts = count, file = target });
                return ExitCodes.Done;
            }
        });
        return new Command("export", "Export data for evaluators.") { facts };
    }

    /// <summary>Writes the facts of a cohort to a file, whole or not at all.</summary>
    public static async Task<int> WriteAsync(
        CohortId cohortId, IReadOnlyList<Fact> facts, string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var count = 0;
        await WholeFile.WriteAsync(path, async draft =>
        {
            var writer = new StreamWriter(draft, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            await using (writer.ConfigureAwait(false))
            {
                count = await FactsCsv.WriteAsync(cohortId, facts, writer).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return count;
    }
}
