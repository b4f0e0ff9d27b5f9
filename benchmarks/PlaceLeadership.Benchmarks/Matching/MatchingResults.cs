using System.Globalization;
using System.Text;

namespace PlaceLeadership.Benchmarks.Matching;

/// <summary>
/// Runs every instance of a folder (mwm, rounds, programme-sets, mdgplib, rotation, rotation-tables, each with its table of
/// expected values; what is not there is left out) and writes what was got beside what was expected.
/// </summary>
internal sealed class MatchingResults
{
    private const string Title = "## Results beside the published values";

    private readonly StringBuilder _text = new();

    /// <summary><c>matching --data FOLDER [--out FILE]</c>.</summary>
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (Value(arguments, "--data") is not { } folder || !Directory.Exists(folder))
        {
            Console.Error.WriteLine("Say where the instances are: matching --data FOLDER [--out FILE].");
            return 1;
        }

        var results = new MatchingResults();
        results.Line(Title);
        results.Line("");
        results.Line("Made by `dotnet run -c Release --project benchmarks/PlaceLeadership.Benchmarks -- matching --data FOLDER --out docs/matching.md`,");
        results.Line("one run each with seed 1. Seconds are processor time of one thread, on two shared and busy cores. The instances are not");
        results.Line("part of the repository.");
        PairResults.Write(folder, results);
        SetResults.Write(folder, results);
        RotationResults.Write(folder, results);
        PairTimes.Write(results);
        if (Value(arguments, "--out") is { } file)
        {
            // In a guide that has them already, the results take the place of those at its end.
            var guide = File.Exists(file) ? File.ReadAllText(file) : "";
            var end = guide.IndexOf(Title, StringComparison.Ordinal);
            File.WriteAllText(file, (end < 0 ? "" : guide[..end]) + results._text);
        }

        return 0;
    }

    public void Table(string title, params IReadOnlyList<string> columns)
    {
        Line("");
        Line("### " + title);
        Line("");
        Row(columns);
        Row([.. columns.Select(_ => "---")]);
    }

    public void Row(params IReadOnlyList<string> cells) => Line($"| {string.Join(" | ", cells)} |");

    public void Line(string line)
    {
        Console.WriteLine(line);
        _text.Append(line).Append('\n');
    }

    /// <summary>How far a result stays below what was expected; negative when it is above.</summary>
    public static string Below(decimal expected, decimal got) => expected == got ? "0"
        : expected == 0 ? "–"
        : (100 * (expected - got) / expected).ToString("0.000", CultureInfo.InvariantCulture) + " %";

    public static string Text(decimal number) => number.ToString("#,0.###", CultureInfo.InvariantCulture);

    private static string? Value(IReadOnlyList<string> arguments, string name) =>
        Enumerable.Range(0, arguments.Count - 1).Where(index => arguments[index] == name).Select(index => arguments[index + 1]).FirstOrDefault();
}
