using PlaceLeadership.Cli.CommandLine;
using Spectre.Console;

namespace PlaceLeadership.Cli.Tests;

/// <summary>One command line that was run in this process, and what it showed.</summary>
public sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static async Task<CommandRun> OfAsync(params string[] args)
    {
        using var plain = new StringWriter();
        using var error = new StringWriter();
        var code = await Entry.RunAsync(args, ConsoleOn(plain), plain, error);
        return new CommandRun(code, plain.ToString(), error.ToString());
    }

    /// <summary>A wide console without colours.</summary>
    public static IAnsiConsole ConsoleOn(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 2_000;
        return console;
    }

    /// <summary>The same run, which must have ended with this exit code.</summary>
    public CommandRun EndedWith(int code)
    {
        Assert.True(ExitCode == code, $"Exit code {ExitCode} instead of {code}.\n{Output}\n{Error}");
        return this;
    }
}
