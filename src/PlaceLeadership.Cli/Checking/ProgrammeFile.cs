using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Cli.Checking;

/// <summary>A programme file that was read.</summary>
internal sealed record ProgrammeFile(string Name, string Text)
{
    /// <summary>The programme that comes with the product.</summary>
    public static ProgrammeFile Default { get; } = new(ProgrammeText.BuiltIn.Name, ProgrammeText.BuiltIn.Text);

    /// <summary>Reads a file; null stands for the programme that comes with the product.</summary>
    public static async Task<ProgrammeFile> ReadAsync(FileInfo? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            return Default;
        }

        try
        {
            var content = await File.ReadAllBytesAsync(file.FullName, cancellation).ConfigureAwait(false);
            return ProgrammeText.Decode(file.Name, content) is { } decoded
                ? new ProgrammeFile(decoded.Name, decoded.Text)
                : throw new Refusal($"{file.Name} is not saved as UTF-8. Save it again with that encoding.");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new Refusal($"There is no file {file.FullName}.");
        }
    }

    /// <summary>The programme, or a refusal with every problem.</summary>
    public Programme Programme()
    {
        var reading = ProgrammeReader.Read(Text, BuiltIn.Kinds);
        return reading.Programme ?? throw new Refusal(
            [.. reading.Problems.Select(problem => $"{Name}:{problem.Line}:{problem.Column}: {problem.What} {problem.Mend}")]);
    }
}
