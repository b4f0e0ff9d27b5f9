using System.ComponentModel;
using System.Diagnostics;

namespace PlaceLeadership.Storage.Local;

/// <summary>Node.js and npm on this computer.</summary>
internal sealed class Node(string searchPath)
{
    private const int MajorMin = 20;

    private const string WayOut =
        "Install it, or set PLACELEAD_STORAGE to the connection string of a storage account.";

    /// <summary>The path of a Node.js that is new enough.</summary>
    public async Task<string> FindNodeAsync(CancellationToken cancellation)
    {
        var node = Find("node") ?? throw new LocalStorageException(
            $"Node.js {MajorMin} or later is needed for storage on this computer, and the PATH has none. {WayOut}");
        var version = await VersionAsync(node, cancellation).ConfigureAwait(false);
        return MajorOf(version) >= MajorMin ? node : throw new LocalStorageException(
            $"Node.js {MajorMin} or later is needed for storage on this computer, and {node} is '{version}'. {WayOut}");
    }

    /// <summary>The path of npm.</summary>
    public string FindNpm() => Find("npm") ?? throw new LocalStorageException(
        $"npm, which comes with Node.js {MajorMin} or later, is needed once to install the storage emulator, "
        + $"and the PATH has none. {WayOut}");

    private string? Find(string name)
    {
        string[] names = OperatingSystem.IsWindows() ? [name + ".exe", name + ".cmd"] : [name];
        return searchPath
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(folder => names.Select(file => Path.Combine(folder, file)))
            .FirstOrDefault(File.Exists);
    }

    private static async Task<string> VersionAsync(string node, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(node, ["--version"]) { RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            var version = await process.StandardOutput.ReadToEndAsync(cancellation).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return version.Trim();
        }
        catch (Win32Exception e)
        {
            throw new LocalStorageException($"{node} cannot be run: {e.Message}. {WayOut}", e);
        }
    }

    /// <summary>20 of <c>v20.11.1</c>; 0 of what is no version.</summary>
    private static int MajorOf(string version) =>
        version.StartsWith('v') && int.TryParse(version.AsSpan(1, Math.Max(0, version.IndexOf('.') - 1)), out var major)
            ? major
            : 0;
}
