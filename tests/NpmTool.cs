using System.Diagnostics;
using System.Security.Cryptography;

/// <summary>
/// A program from npm that tests hold our work against. It is installed once for each user, by the lock file among the resources of
/// the test's assembly, beside the storage emulator.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="use">What it is for, as in 'to check calendar files with ical.js'.</param>
/// <param name="searchPath">Where Node.js and npm are looked for.</param>
/// <param name="toolsFolder">Where it is installed.</param>
internal sealed class NpmTool(string name, string use, string searchPath, string toolsFolder)
{
    public NpmTool(string name, string use) : this(name, use, Environment.GetEnvironmentVariable("PATH") ?? "", DefaultToolsFolder())
    {
    }

    private string Needed => $"Node.js 20 or later with npm is needed {use}";

    /// <summary>Its folder, named after the lock file, so that another version never meets an old one.</summary>
    public string Home => Path.Combine(toolsFolder, $"{name}-{Convert.ToHexStringLower(SHA256.HashData(Resource("package-lock.json")))[..12]}");

    /// <summary>Installs when missing, in a folder of its own that is moved there whole: whoever comes first wins.</summary>
    public async ValueTask InstallAsync()
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

            var (exit, _, errors) = await RunAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], mine, []);
            Assert.True(exit == 0, $"npm could not install {name} (exit code {exit}). {Needed}. It said:\n{errors}");
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

    /// <summary>Runs Node.js in the folder of the tool, where it finds its packages.</summary>
    public Task<(int Exit, string Output, string Errors)> NodeAsync(IEnumerable<string> arguments, byte[]? input = null) =>
        RunAsync(Find("node"), arguments, Home, input ?? []);

    /// <summary>A resource of this assembly.</summary>
    public static byte[] Resource(string name)
    {
        using var stream = typeof(NpmTool).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{name}'.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
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
        return searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(file => Path.Combine(folder, file)))
            .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"{Needed}, and the PATH has no {program}.");
    }

    private async Task<(int Exit, string Output, string Errors)> RunAsync(string program, IEnumerable<string> arguments, string folder, byte[] input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = searchPath;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, (await errors).Trim());
    }

    private static string DefaultToolsFolder()
    {
        var chosen = Environment.GetEnvironmentVariable("PLACELEAD_TOOLS");
        return !string.IsNullOrWhiteSpace(chosen) ? chosen : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } ofUser
                ? ofUser
                : throw new InvalidOperationException("This user has no folder for application data. Set PLACELEAD_TOOLS to a folder for tools from npm."),
            "placelead");
    }
}
