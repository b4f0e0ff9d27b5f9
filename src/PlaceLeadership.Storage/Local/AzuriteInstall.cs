using System.Diagnostics;

namespace PlaceLeadership.Storage.Local;

/// <summary>
/// Azurite from npm, installed once for each user. The lock file is ours, so everybody runs the same bytes; scripts of
/// packages do not run.
/// </summary>
internal sealed class AzuriteInstall(LocalAzuriteOptions options, Node node, TimeProvider clock)
{
    private const string Version = "3.37.0";
    private const string Script = "tables.cjs";

    private static readonly TimeSpan WaitForOtherMax = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(250);

    private string Home => Path.Combine(Path.GetFullPath(options.ToolsFolder), $"azurite-{Version}");

    /// <summary>The script that runs the table service, installed when missing.</summary>
    public async Task<string> EnsureAsync(CancellationToken cancellation)
    {
        if (options.ToolsFolder.Length == 0)
        {
            throw new LocalStorageException(
                $"This user has no folder for application data. Set {LocalAzuriteOptions.ToolsVariable} to a folder.");
        }

        if (!IsCurrent())
        {
            Directory.CreateDirectory(options.ToolsFolder);
            await using var alone = await TakeTurnAsync(cancellation).ConfigureAwait(false);
            if (!Directory.Exists(Home))
            {
                await InstallAsync(cancellation).ConfigureAwait(false);
            }

            if (!IsCurrent())
            {
                // An older placelead installed it. Running emulators have read theirs already.
                WriteWhole(Path.Combine(Home, Script), Resource(Script));
            }
        }

        return Path.Combine(Home, Script);
    }

    private bool IsCurrent()
    {
        var script = Path.Combine(Home, Script);
        return File.Exists(script) && File.ReadAllBytes(script).AsSpan().SequenceEqual(Resource(Script));
    }

    /// <summary>Installs beside the place and moves it there whole, so that half an installation is never used.</summary>
    private async Task InstallAsync(CancellationToken cancellation)
    {
        var npm = node.FindNpm();
        options.Progress($"Installing the storage emulator (Azurite {Version}) into {Home}: once, about a minute.");
        var temporary = Home + ".part";
        if (Directory.Exists(temporary))
        {
            // We hold the turn, so whoever began it is gone.
            Directory.Delete(temporary, recursive: true);
        }

        Directory.CreateDirectory(temporary);
        foreach (var file in (string[])["package.json", "package-lock.json", Script])
        {
            await File.WriteAllBytesAsync(Path.Combine(temporary, file), Resource(file), cancellation).ConfigureAwait(false);
        }

        await RunAsync(npm, temporary, cancellation).ConfigureAwait(false);
        Directory.Move(temporary, Home);
    }

    private async Task RunAsync(string npm, string folder, CancellationToken cancellation)
    {
        string[] arguments = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        var start = new ProcessStartInfo(npm, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PATH"] = options.SearchPath;
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = await process.StandardError.ReadToEndAsync(cancellation).ConfigureAwait(false);
            await output.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new LocalStorageException(
                    $"npm could not install the storage emulator (exit code {process.ExitCode}). It said:\n{errors.Trim()}\n"
                    + "Check the connection to the npm registry, or set PLACELEAD_STORAGE to the connection string of a "
                    + "storage account.");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private async Task<FileStream> TakeTurnAsync(CancellationToken cancellation)
    {
        var path = Home + ".lock";
        var began = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (clock.GetElapsedTime(began) < WaitForOtherMax)
            {
                await Task.Delay(LookAgain, clock, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static void WriteWhole(string path, byte[] content)
    {
        File.WriteAllBytes(path + ".part", content);
        File.Move(path + ".part", path, overwrite: true);
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(AzuriteInstall).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{name}'.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
