using System.Text.Json;

namespace PlaceLeadership.Mail.Tests.Calendars;

/// <summary>Calendar files read by ical.js, an implementation that shares nothing with ours.</summary>
public sealed class IcalJs : IAsyncLifetime
{
    private const string Use = "to check calendar files with ical.js";

    private readonly NpmTool _tool;

    public IcalJs() => _tool = new NpmTool("ical.js", Use);

    internal IcalJs(string searchPath, string toolsFolder) => _tool = new NpmTool("ical.js", Use, searchPath, toolsFolder);

    public ValueTask InitializeAsync() => _tool.InstallAsync();

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
            var (exit, said, errors) = await _tool.NodeAsync(["--input-type=module", "-", .. paths], NpmTool.Resource("read-calendars.mjs"));
            Assert.True(exit == 0, $"ical.js could not read a calendar file (exit code {exit}). It said:\n{errors}");
            return JsonSerializer.Deserialize<List<ReadMeeting>>(said, JsonSerializerOptions.Web)!;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
