using System.CommandLine;
using NodaTime;
using PlaceLeadership.Cli.CommandLine;
using Spectre.Console;

namespace PlaceLeadership.Cli.Tests;

/// <summary>Whatever somebody types for a number or a time, the answer is a sentence of this product.</summary>
public sealed class NonsenseTests
{
    private static readonly string[] Values = ["abc", "-1", "1e99", "", "NaN", "12 34"];

    private static readonly Type[] Read =
        [typeof(int), typeof(long), typeof(ulong), typeof(double), typeof(LocalDate), typeof(LocalDateTime)];

    /// <summary>Every option of every command that is not a text, a file or a switch.</summary>
    public static TheoryData<string, string> Options { get; } = new(
        from command in Entry.Root(new Writers(AnsiConsole.Console, TextWriter.Null)).Subcommands
        from option in command.Options
        where Read.Contains(Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType)
        select new TheoryDataRow<string, string>(command.Name, option.Name));

    [Theory]
    [MemberData(nameof(Options))]
    public async Task Nonsense_is_answered_with_a_sentence_that_names_the_option(string command, string option)
    {
        foreach (var value in Values)
        {
            var run = (await CommandRun.OfAsync([command, .. Rest(command, option), option, value])).EndedWith(2);
            Assert.True(
                run.Error.Split('\n').Any(line => line.Contains(option, StringComparison.Ordinal) && line.TrimEnd().Length > option.Length + 10),
                $"'{value}' is answered with: {run.Error}");
            Assert.DoesNotContain("System.", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("Cannot parse", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public async Task An_option_without_its_value_is_answered_too(string command, string option) =>
        Assert.Contains(option, (await CommandRun.OfAsync([command, .. Rest(command, option), option])).EndedWith(2).Error, StringComparison.Ordinal);

    [Fact]
    public void Numbers_are_looked_for_where_they_are() =>
        Assert.Superset(
            new HashSet<string> { "match --rounds", "sets --hours", "rotate --seconds", "facilitator --set", "meeting --set", "meeting --move", "serve --port" },
            Options.Select(row => $"{row.Data.Item1} {row.Data.Item2}").ToHashSet());

    // A command that does not know what it is to do says only that.
    private static string[] Rest(string command, string option) => (command, option) switch
    {
        ("match", _) => ["--graph", "pairs.txt"],
        ("sets", _) => ["--people", "people.csv"],
        ("meeting", not "--move") => ["--call-off"],
        ("move", "--to") => ["--step", "arriving"],
        _ => [],
    };
}
