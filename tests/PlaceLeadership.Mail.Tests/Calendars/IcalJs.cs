using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;

namespace PlaceLeadership.Mail.Tests.Calendars;

/// <summary>
/// Calendar files read by ical.js, an implementation that shares nothing with ours. It comes from npm once for each user, by a
/// lock file, beside the storage emulator.
/// </summary>
public sealed class IcalJs : IAsyncLifetime
{
    private const string Needed = "Node.js 20 or later with npm is needed to check calendar files with ical.js";

    private readonly string _searchPath;
    private readonly string _toolsFolder;

    public IcalJs() : this(Environment.GetEnvironmentVariable("PATH") ?? "", DefaultToolsFolder())
    {
    }

    internal IcalJs(string searchPath, string toolsFolder) => (_searchPath, _toolsFolder) = (searchPath, toolsFolder);

    // Named after the lock file, so that another version never meets an old folder.
    private string Home => Path.Combine(
        _toolsFolder, "ical.js-" + Convert.ToHexStringLower(SHA256.HashData(Resource("package-lock.json")))[..12]);

    /// <summary>Installs when missing, in a folder of its own that is moved there whole: whoever comes first wins.</summary>
    public async ValueTask InitializeAsync()
    {
        var npm = Find("npm");
        if (Directory.Exists(Home))
        {
            return;
        }

        var mine = $"{Home}.{Path.GetRandomFileName()}.part";
        Directory.CreateDirectory(mine);
        try
        {
            foreach (var file in (string[])["package.json", "package-lock.json"])
            {
                await File.WriteAllBytesAsync(Path.Combine(mine, file), Resource(file));
            }

            await RunAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], mine, [], "npm could not install ical.js");
            MoveUnlessThere(mine);
        }
        finally
        {
            if (Directory.Exists(mine))
            {
                Directory.Delete(mine, recursive: true);
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What each of these files says.</summary>
    internal async Task<IReadOnlyList<ReadMeeting>> ReadAsync(params IReadOnlyList<CalendarFile> files)
    {
        var folder = Directory.CreateTempSubdirectory("placelead-calendars-");
        try
        {
            var paths = files.Select((_, index) => Path.Combine(folder.FullName, $"{index}.ics")).ToList();
            foreach (var (file, path) in files.Zip(paths))
            {
                await File.WriteAllTextAsync(path, file.Text);
            }

            // Read from standard input, the script finds ical.js in the folder it runs in.
            var said = await RunAsync(
                Find("node"), ["--input-type=module", "-", .. paths], Home, Resource("read-calendars.mjs"), "ical.js could not read a calendar file");
            return JsonSerializer.Deserialize<List<ReadMeeting>>(said, JsonSerializerOptions.Web)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void MoveUnlessThere(string mine)
    {
        try
        {
            Directory.Move(mine, Home);
        }
        catch (IOException) when (Directory.Exists(Home))
        {
            // Another run was quicker; its folder holds the same bytes.
            return;
        }
    }

    private string Find(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [program + ".exe", program + ".cmd"] : [program];
        return _searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{Needed}, and the PATH has no {program}.");
    }

    private async Task<string> RunAsync(string program, IEnumerable<string> arguments, string folder, byte[] input, string otherwise)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = _searchPath;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{otherwise} (exit code {process.ExitCode}). {Needed}. It said:\n{(await errors).Trim()}");
    }

    private static string DefaultToolsFolder()
    {
        var chosen = Environment.GetEnvironmentVariable("PLACELEAD_TOOLS");
        return !string.IsNullOrWhiteSpace(chosen) ? chosen : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } ofUser
                ? ofUser
                : throw new InvalidOperationException("This user has no folder for application data. Set PLACELEAD_TOOLS to a folder for ical.js."),
            "placelead");
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(IcalJs).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{name}'.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
