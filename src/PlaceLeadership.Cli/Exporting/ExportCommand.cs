using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Workspaces;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Facts;

namespace PlaceLeadership.Cli.Exporting;

/// <summary><c>placelead export facts</c>.</summary>
internal static class ExportCommand
{
    public static Command Create(Writers writers)
    {
        var cohort = CommonOptions.Cohort();
        var file = new Option<FileInfo>("--out") { Description = "The CSV file to write.", Required = true, HelpName = "FILE" };
        var facts = new Command("facts", "Export the engagement facts of a cohort as CSV: one row a fact, pseudonyms only.") { cohort, file };
        facts.OnWorkspace(writers, async (run, workspace) =>
        {
            var id = run.Parsed.GetRequiredValue(cohort);
            var parts = await workspace.PartsAsync(id, run.Cancellation).ConfigureAwait(false);
            var target = run.Parsed.GetRequiredValue(file).FullName;
            var recorded = await workspace.Services.GetRequiredService<PseudonymDesk>()
                .FactsAsync([.. parts.Select(part => part.Cohort.Id)], run.Cancellation).ConfigureAwait(false);
            await workspace.Services.GetRequiredService<AccessLog>().NoteAsync(
                new AccessAct(TimeProvider.System.Now(), AccountId.CommandLine, AccessDeeds.Exported) { Cohort = id, Detail = "the facts" }).ConfigureAwait(false);
            var count = await WriteAsync(id, recorded, target, run.Cancellation).ConfigureAwait(false);
            run.Output.Line($"{count} facts written to {target}");
            run.Output.Document(new { ok = true, facts = count, file = target });
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
