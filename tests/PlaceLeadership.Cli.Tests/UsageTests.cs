using System.CommandLine;
using PlaceLeadership.Cli.CommandLine;
using Spectre.Console;

namespace PlaceLeadership.Cli.Tests;

public sealed class UsageTests
{
    private static RootCommand Root { get; } = Entry.Root(new Writers(AnsiConsole.Console, TextWriter.Null));

    [Theory]
    [InlineData("chek")]
    [InlineData("launch")]
    [InlineData("launch", "--start", "11/01/2027", "--roster", "r.csv", "--place", "Here")]
    [InlineData("serve", "--speed", "0")]
    [InlineData("serve", "--clock", "tomorrow")]
    [InlineData("pause", "--cohort", "c", "--until", "soon")]
    [InlineData("match", "--people", "p.csv", "--out", "o.csv", "--rounds", "0")]
    [InlineData("match", "--people", "p.csv", "--out", "o.csv", "--rounds", "many")]
    [InlineData("demo", "--host", "somewhere")]
    [InlineData("demo", "--host", "somewhere", "--mail", "m")]
    public async Task A_wrong_command_line_says_what_is_wrong_and_where_to_look(params string[] args)
    {
        var run = (await CommandRun.OfAsync(args)).EndedWith(2);
        Assert.Contains("--help' shows how it is used", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Every_command_and_option_explains_itself()
    {
        foreach (var command in Commands(Root))
        {
            Assert.False(string.IsNullOrWhiteSpace(command.Description), $"'{command.Name}' has no description.");
            Assert.All(command.Options, option => Assert.False(string.IsNullOrWhiteSpace(option.Description), $"{command.Name} {option.Name}"));
        }
    }

    [Fact]
    public void The_list_of_commands_in_the_documents_is_complete()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "commands.md"));
        foreach (var command in Commands(Root).Where(command => command != Root && command.Subcommands.Count == 0))
        {
            Assert.Contains("placelead " + string.Join(' ', PathTo(command)), text, StringComparison.Ordinal);
            Assert.All(command.Options.Where(option => option is not System.CommandLine.Help.HelpOption),
                option => Assert.Contains(option.Name, text, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<Command> Commands(Command command) => command.Subcommands.SelectMany(Commands).Prepend(command);

    private static IEnumerable<string> PathTo(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent && parent is not RootCommand
            ? [.. PathTo(parent), command.Name]
            : [command.Name];
}
