using System.CommandLine;
using System.Text;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

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
        var command = new Command("template", "Write files to start from: an empty roster for a spreadsheet, and a copy of the programme.") { folder };
        command.SetAction(async (parsed, cancellation) =>
        {
            var target = parsed.GetRequiredValue(folder);
            target.Create();
            var output = writers.For(json: false);
            await WriteAsync(target, "roster.csv", RosterTemplate.Csv(), output, cancellation).ConfigureAwait(false);
            await WriteAsync(target, "programme.yaml", Encoding.UTF8.GetBytes(ProgrammeText.BuiltIn.Text), output, cancellation).ConfigureAwait(false);
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
