using PlaceLeadership.Cli.CommandLine;

namespace PlaceLeadership.Cli.Seating;

/// <summary>A text file of numbers that is read line by line; everything wrong with it is told at once.</summary>
internal sealed class InputLines
{
    private const int ProblemsShown = 50;
    private const int MebibytesMax = 64;
    private readonly List<string> _problems = [];

    private InputLines(string name, IReadOnlyList<string> lines) => (Name, Lines) = (name, lines);

    public string Name { get; }

    public IReadOnlyList<string> Lines { get; }

    public static async Task<InputLines> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            throw new Refusal($"There is no file {file.FullName}.");
        }

        return file.Length <= MebibytesMax * 1024L * 1024
            ? new InputLines(file.Name, await File.ReadAllLinesAsync(file.FullName, cancellation).ConfigureAwait(false))
            : throw new Refusal($"{file.Name} is larger than {MebibytesMax} MB. Is it the right file?");
    }

    /// <summary>Notes what is wrong with a line and how to mend it.</summary>
    public void Wrong(int line, string what, string mend) => _problems.Add($"{Name}:{line}: {what} {mend}");

    /// <summary>Refuses the files if anything is wrong with them.</summary>
    public static void RefuseIfWrong(params IReadOnlyList<InputLines?> files)
    {
        var problems = files.SelectMany(file => file?._problems ?? []).ToList();
        if (problems.Count > ProblemsShown)
        {
            throw new Refusal([.. problems.Take(ProblemsShown), $"And {problems.Count - ProblemsShown} more problems."]);
        }

        if (problems.Count > 0)
        {
            throw new Refusal(problems);
        }
    }
}
