using System.CommandLine;
using Azure;
using PlaceLeadership.Cli.Accounts;
using PlaceLeadership.Cli.Answering;
using PlaceLeadership.Cli.Checking;
using PlaceLeadership.Cli.Deleting;
using PlaceLeadership.Cli.Demo;
using PlaceLeadership.Cli.Ending;
using PlaceLeadership.Cli.Explaining;
using PlaceLeadership.Cli.Exporting;
using PlaceLeadership.Cli.Foreseeing;
using PlaceLeadership.Cli.Groups;
using PlaceLeadership.Cli.Launching;
using PlaceLeadership.Cli.Matching;
using PlaceLeadership.Cli.Overview;
using PlaceLeadership.Cli.Pausing;
using PlaceLeadership.Cli.People;
using PlaceLeadership.Cli.Rotating;
using PlaceLeadership.Cli.Seating;
using PlaceLeadership.Cli.Serving;
using PlaceLeadership.Cli.Settling;
using PlaceLeadership.Cli.Translating;
using PlaceLeadership.Hosting.Mailing;
using PlaceLeadership.Storage.Local;
using Spectre.Console;

namespace PlaceLeadership.Cli.CommandLine;

/// <summary>The command line: which commands there are, and what each kind of failure looks like.</summary>
internal static class Entry
{
    /// <summary>Runs one command line.</summary>
    /// <param name="args">The words of the command line.</param>
    /// <param name="console">Where people read.</param>
    /// <param name="plain">Where scripts read, and where help goes.</param>
    /// <param name="error">Where failures go.</param>
    public static async Task<int> RunAsync(string[] args, IAnsiConsole console, TextWriter plain, TextWriter error)
    {
        var root = Root(new Writers(console, plain));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await error.WriteLineAsync(problem.Message).ConfigureAwait(false);
            }

            var name = parsed.CommandResult.Command == root ? "" : " " + parsed.CommandResult.Command.Name;
            await error.WriteLineAsync($"'placelead{name} --help' shows how it is used.").ConfigureAwait(false);
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    Output = plain,
                    Error = error,
                    ProcessTerminationTimeout = null,
                }).ConfigureAwait(false);
        }
        catch (Refusal no)
        {
            await error.WriteLineAsync(no.Message).ConfigureAwait(false);
            return ExitCodes.No;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped.").ConfigureAwait(false);
            return ExitCodes.Broken;
        }
        catch (Exception broken) when (
            broken is LocalStorageException or RequestFailedException or IOException or UnauthorizedAccessException or AggregateException)
        {
            await error.WriteLineAsync(broken is AggregateException many ? many.InnerExceptions[0].Message : broken.Message).ConfigureAwait(false);
            return ExitCodes.Broken;
        }
    }

    /// <summary>Every command.</summary>
    internal static RootCommand Root(Writers writers) =>
        new("PlaceLeadership runs leadership-development programmes across the organisations of a place.")
        {
            DemoCommand.Create(writers),
            ServeCommand.Create(writers, MailProviders.BuiltIn),
            CheckCommand.Create(writers),
            TemplateCommand.Create(writers),
            WordsCommand.Create(writers),
            LaunchCommand.Create(writers),
            StatusCommand.Create(writers),
            GoingCommand.Create(writers),
            ForeseeCommand.Create(writers),
            AmendCommands.Move(writers),
            AmendCommands.Cancel(writers),
            AmendCommands.Restore(writers),
            PauseCommands.Pause(writers),
            PauseCommands.Resume(writers),
            EndCommand.Create(writers),
            DeleteCommand.Create(writers),
            JoinCommand.Create(writers),
            LeaveCommand.Create(writers),
            ChangeCommand.Create(writers),
            MoveOnCommand.Create(writers),
            HistoryCommand.Create(writers),
            AdministratorCommand.Create(writers),
            GroupsCommand.Create(writers),
            ApartCommand.Create(writers),
            FacilitatorCommand.Create(writers),
            MeetingCommand.Create(writers),
            AnswerMailCommand.Create(writers),
            SettleCommand.Create(writers),
            ExportCommand.Create(writers),
            MatchCommand.Create(writers),
            SetsCommand.Create(writers),
            RotateCommand.Create(writers),
        };
}

/// <summary>Where a command line writes.</summary>
internal sealed record Writers(IAnsiConsole Console, TextWriter Plain)
{
    public Output For(bool json) => new(Console, Plain, json);
}
