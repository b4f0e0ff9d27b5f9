using System.CommandLine;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Wording;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Cli.Translating;

/// <summary><c>placelead words</c>: what people read, in one file for a translator, and back into the source.</summary>
internal static class WordsCommand
{
    private static readonly Option<FileInfo?> Written = new("--out")
    {
        Description = "Write every text of the product to a new .csv file, which a spreadsheet program opens.",
        HelpName = "FILE",
    };

    private static readonly Option<FileInfo?> Translated = new("--in")
    {
        Description = "Read such a file back: check it, and put its Welsh into the source.",
        HelpName = "FILE",
    };

    private static readonly Option<DirectoryInfo> Source = new("--to")
    {
        Description = "The checkout of the source that --in writes to; without it, the current folder.",
        DefaultValueFactory = _ => new DirectoryInfo("."),
        HelpName = "FOLDER",
    };

    public static Command Create(Writers writers)
    {
        var command = new Command("words", "Write what people read, in English and Welsh, into one file for a translator, or read it back.") { Written, Translated, Source };
        command.Validators.Add(result =>
        {
            if (result.GetResult(Written) is not null == result.GetResult(Translated) is not null)
            {
                result.AddError("Give --out with a new file for a translator, or --in with the file that came back.");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var output = writers.For(json: false);
            await (parsed.GetValue(Written) is { } written
                ? WriteAsync(written, output, cancellation)
                : ReadAsync(parsed.GetRequiredValue(Translated)!, parsed.GetRequiredValue(Source), output, cancellation)).ConfigureAwait(false);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task WriteAsync(FileInfo file, Output output, CancellationToken cancellation)
    {
        if (file.Exists)
        {
            throw new Refusal($"{file.FullName} exists already, and is left as it is. Choose another file with --out.");
        }

        IReadOnlyList<TextSource> sources =
            [.. new[] { typeof(TextPair), typeof(MessageComposer), typeof(PageWords) }.SelectMany(type => TextSource.BuiltIn(type.Assembly))];
        await WholeFile.WriteAsync(
            file.FullName, draft => File.WriteAllTextAsync(draft, TranslatorsFile.Write(sources), TranslatorsFile.Encoding, cancellation)).ConfigureAwait(false);
        output.Line($"Wrote {sources.Sum(source => source.Texts.English.Texts.Count)} texts to {file.FullName}");
        output.Line("Change the column 'welsh' alone, and keep what stands in braces as it is. Save it as “CSV UTF-8”, and give it to --in.");
    }

    private static async Task ReadAsync(FileInfo file, DirectoryInfo checkout, Output output, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            throw new Refusal($"There is no file {file.FullName}.");
        }

        var sources = TextSource.In(checkout);
        var text = ProgrammeText.Decode(file.Name, await File.ReadAllBytesAsync(file.FullName, cancellation).ConfigureAwait(false))
            ?? throw new Refusal($"{file.Name} is not saved as UTF-8, so letters such as ŵ may be lost. Save it again as “CSV UTF-8”.");
        var (rows, problems) = TranslatorsFile.Read(text.Text);
        problems = problems.Count > 0 ? problems : [.. Translation.Problems(sources, rows)];
        if (problems.Count > 0)
        {
            throw new Refusal(
                [.. problems.Select(problem => $"{file.Name}{problem.Place}: {problem.What} {problem.Mend}"), $"{problems.Count} {(problems.Count == 1 ? "problem" : "problems")}. Nothing was changed."]);
        }

        var changes = Translation.Changes(sources, rows);
        foreach (var (source, welsh, count) in changes)
        {
            var path = source.WelshPath(checkout);
            await WholeFile.WriteAsync(path, draft => File.WriteAllTextAsync(draft, welsh.Write(), cancellation)).ConfigureAwait(false);
            output.Line($"Changed {count} {(count == 1 ? "text" : "texts")} in {path}");
        }

        output.Line(changes.Count > 0 ? "They are in the product when it is built again." : "Nothing in it is new, so nothing was changed.");
    }
}
