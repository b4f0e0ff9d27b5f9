using System.CommandLine;
using System.Text;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Cli.Checking;

/// <summary><c>placelead template</c>: files to start from.</summary>
internal static class TemplateCommand
{
    public static Command Create(Writers writers)
    {
        var folder = new Option<DirectoryInfo>("--out")
        {
            Description = "The folder to write to.",
            DefaultValueFactory = _ => new DirectoryInfo("."),
            HelpName = "FOLDER",
        };
        var command = new Command("template", "Write files to start from: an empty roster for a spreadsheet, a copy of the programme, and its schema for editors.") { folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            var target = parsed.GetRequiredValue(folder);
            target.Create();
            var output = writers.For(json: false);
            await WriteAsync(target, "roster.csv", RosterTemplate.Csv(), output, cancellation).ConfigureAwait(false);
            await WriteAsync(target, "programme.yaml", Encoding.UTF8.GetBytes(ProgrammeText.BuiltIn.Text.Replace(
                $"../schemas/{ProgrammeSchema.FileName}", ProgrammeSchema.FileName, StringComparison.Ordinal)), output, cancellation).ConfigureAwait(false);
            await WriteAsync(target, ProgrammeSchema.FileName, Encoding.UTF8.GetBytes(ProgrammeSchema.For(BuiltIn.Kinds)), output, cancellation).ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task WriteAsync(
        DirectoryInfo folder, string name, ReadOnlyMemory<byte> content, Output output, CancellationToken cancellation)
    {
        var path = Path.Combine(folder.FullName, name);
        if (File.Exists(path))
        {
            throw new Refusal($"{path} exists already, and is left as it is. Choose another folder with --out.");
        }

        await File.WriteAllBytesAsync(path, content, cancellation).ConfigureAwait(false);
        output.Line($"Wrote {path}");
    }
}
