using System.CommandLine;
using PlaceLeadership.Cli.CommandLine;

namespace PlaceLeadership.Cli.Workspaces;

/// <summary>One run of a command that works on a data folder.</summary>
internal sealed record WorkspaceRun(ParseResult Parsed, Output Output, string Folder, CancellationToken Cancellation)
{
    /// <summary>Opens the folder for this work alone.</summary>
    public async Task<int> OpenAsync(Func<Workspace, Task<int>> work)
    {
        var workspace = await Workspace.OpenAsync(Folder, Output, Cancellation).ConfigureAwait(false);
        await using (workspace.ConfigureAwait(false))
        {
            return await work(workspace).ConfigureAwait(false);
        }
    }
}

/// <summary>Commands that work on a data folder: after their own options they take --data and --json.</summary>
internal static class WorkspaceCommand
{
    /// <summary>The command does its work on the open folder.</summary>
    public static Command OnWorkspace(this Command command, Writers writers, Func<WorkspaceRun, Workspace, Task> work) =>
        command.OnWorkspace(writers, run => run.OpenAsync(async workspace =>
        {
            await work(run, workspace).ConfigureAwait(false);
            return ExitCodes.Done;
        }));

    /// <summary>The command looks at what it was given, and opens the folder once that is good.</summary>
    public static Command OnWorkspace(this Command command, Writers writers, Func<WorkspaceRun, Task<int>> work, bool forScripts = true)
    {
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        command.Add(data);
        if (forScripts)
        {
            command.Add(json);
        }

        command.SetAction((parsed, cancellation) =>
            work(new(parsed, writers.For(forScripts && parsed.GetValue(json)), parsed.GetRequiredValue(data), cancellation)));
        return command;
    }
}
