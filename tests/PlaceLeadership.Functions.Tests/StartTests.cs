using System.Diagnostics;

namespace PlaceLeadership.Functions.Tests;

/// <summary>The app as the Functions host starts it.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task An_operator_is_told_every_wrong_setting_in_a_line_that_the_host_shows()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PlaceLeadership.Functions.dll")])
        {
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PLACELEAD_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["PLACELEAD_KEYS"] = "SECRET";
        using var app = Process.Start(start)!;
        var said = await app.StandardError.ReadToEndAsync();
        await app.WaitForExitAsync();
        Assert.Equal(1, app.ExitCode);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.StartsWith("Settings error: PLACELEAD_", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Settings error: PLACELEAD_KEYS is not base64", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Settings error: PLACELEAD_STORAGE is missing", StringComparison.Ordinal));
        Assert.DoesNotContain("SECRET", said, StringComparison.Ordinal);
    }
}
