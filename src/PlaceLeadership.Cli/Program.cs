using PlaceLeadership.Cli.CommandLine;
using Spectre.Console;

if (Console.IsOutputRedirected)
{
    // A file or another program reads: nothing is broken into lines of a terminal's width.
    AnsiConsole.Profile.Width = 2_000;
}

return await Entry.RunAsync(args, AnsiConsole.Console, Console.Out, Console.Error).ConfigureAwait(false);
