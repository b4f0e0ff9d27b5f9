using System.Diagnostics;
using System.Text;

namespace PlaceLeadership.Cli.Tests;

/// <summary>The built program as a process of its own.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(240);

    private readonly Process _process;
    private readonly StringBuilder _shown = new();

    private RunningProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Shown
    {
        get
        {
            lock (_shown)
            {
                return _shown.ToString();
            }
        }
    }

    public static RunningProgram Start(IReadOnlyDictionary<string, string>? environment, params string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "placelead"), args)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment.Remove("PLACELEAD_STORAGE");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(Process.Start(start)!);
    }

    /// <summary><c>placelead serve</c> on a folder, once it serves.</summary>
    public static async Task<RunningProgram> ServeAsync(TemporaryFolder folder, string clock)
    {
        var server = Start(null, "serve", "--data", folder["data"], "--port", "0", "--clock", clock);
        await server.UntilAsync(() => server.Shown.Contains("Ctrl-C stops it.", StringComparison.Ordinal), "it serves");
        return server;
    }

    /// <summary>Looks again and again, each look a request, until something holds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 1; !await holds(); attempt++)
        {
            Assert.True(attempt < 200, "It has not come to that after 200 looks.");
        }
    }

    /// <summary>Waits until something holds, and fails with what was shown when it does not.</summary>
    public Task UntilAsync(Func<bool> holds, string what) => UntilAsync(holds, () => what);

    /// <summary>Waits until something holds, and fails with how far it came when it does not.</summary>
    public async Task UntilAsync(Func<bool> holds, Func<string> what)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        for (var waited = TimeSpan.Zero; !holds(); waited += timer.Period)
        {
            Assert.True(waited < LongestWait && !_process.HasExited, $"Waiting until {what()}; the program showed:\n{Shown}");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Waits for the program to end by itself.</summary>
    public async Task<int> ExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(LongestWait, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Waiting until the program ends, which {(_process.HasExited ? "has ended and left its output open" : "runs on")}; it showed:\n{Shown}");
        }

        return _process.ExitCode;
    }

    /// <summary>Sends a signal to a process.</summary>
    public static void Signal(string name, string process)
    {
        using var kill = Process.Start("kill", [$"-{name}", process]);
        kill.WaitForExit();
    }

    /// <summary>What Ctrl-C sends. A shell that starts the tests in the background may have it ignored; 'timeout' before them has it heard again.</summary>
    public void Interrupt() => Signal("INT");

    /// <summary>Ends it at once, as a power cut would.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Signal("TERM");
            await ExitCodeAsync();
        }

        _process.Dispose();
    }

    private void Signal(string name) => Signal(name, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private void Keep(string? line)
    {
        lock (_shown)
        {
            _shown.AppendLine(line);
        }
    }
}
