using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Azure;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Storage.Local;

namespace PlaceLeadership.Storage.Tests;

[UnsupportedOSPlatform("windows")]
public sealed class LocalAzuriteTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("placelead-local-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private LocalAzuriteOptions Options => new(_folder.FullName);

    [Fact]
    public async Task Rows_stored_at_the_last_moment_survive_a_stop()
    {
        await using (var first = await Start())
        {
            await StoreIn(first, "last words");
        }

        await using var second = await Start();

        Assert.Equal("last words", await ReadFrom(second));
    }

    [Fact]
    public async Task Rows_stored_at_the_last_moment_survive_the_signal_to_terminate()
    {
        var first = await Start();
        await StoreIn(first, "last words");
        using (var process = ProcessOf(_folder))
        {
            await SignalAsync(process, "TERM");
            await process.WaitForExitAsync(Stop);
        }

        await first.StopAsync();
        await using var second = await Start();

        Assert.Equal("last words", await ReadFrom(second));
    }

    [Fact]
    public async Task When_the_parent_is_killed_the_emulator_saves_and_ends_and_the_next_one_waits_for_it()
    {
        // A placelead that died leaves exactly this: a noted child whose standard input has just closed.
        await using (await Start())
        {
        }

        var start = new ProcessStartInfo("node", [Script, "0", _folder.FullName])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var emulator = Process.Start(start)!;
        EarlierAzurite.Note(_folder.FullName, emulator);
        await emulator.StandardInput.WriteLineAsync("go");
        await emulator.StandardInput.FlushAsync(Stop);
        var port = (await emulator.StandardOutput.ReadLineAsync(Stop))!.Split(' ')[1];
        await Store(LocalAzurite.ConnectionStringFor(int.Parse(port, CultureInfo.InvariantCulture)), "last words");
        // Frozen, it is as slow at saving as one with a large file; it goes on once somebody waits for it.
        await SignalAsync(emulator, "STOP");
        emulator.StandardInput.Close();
        var clock = new ClockThatTellsOfWaits(TimeSpan.FromMilliseconds(50), () => _ = SignalAsync(emulator, "CONT"));

        await using var second = await LocalAzurite.StartAsync(Options, clock, Stop);

        var hadEnded = emulator.HasExited;
        emulator.Kill();
        Assert.True(hadEnded);
        Assert.Equal("last words", await ReadFrom(second));
    }

    [Fact]
    public async Task A_second_start_on_the_same_folder_is_told_who_has_it()
    {
        await using var first = await Start();

        var refused = await Assert.ThrowsAsync<LocalStorageException>(Start);

        Assert.Equal(
            $"Another placelead is already using {_folder.FullName}. Stop it, or choose another folder.", refused.Message);
        Assert.Null(await AzureTables.FromConnectionString(first.ConnectionString).PingAsync(Stop));
    }

    [Fact]
    public async Task A_folder_is_free_again_after_a_stop_and_after_a_failed_start()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        await Assert.ThrowsAsync<LocalStorageException>(() => Start(Options with { Port = port }));

        using var taken = DataFolderLock.Take(_folder.FullName);
    }

    [Fact]
    public async Task A_database_that_something_emptied_is_not_taken_for_a_new_one()
    {
        await using (await Start())
        {
        }

        var database = Path.Combine(_folder.FullName, "__azurite_db_table__.json");
        Assert.True(new FileInfo(database).Length > 0);
        await File.WriteAllTextAsync(database, "", Stop);

        var refused = await Assert.ThrowsAsync<LocalStorageException>(Start);

        Assert.Contains($"{database} is empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(database).Length);
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var refused = await Assert.ThrowsAsync<LocalStorageException>(() => Start(Options with { Port = port }));

        Assert.Equal($"Port {port} on 127.0.0.1 is taken by another program. Choose another port.", refused.Message);
    }

    [Fact]
    public async Task Without_Node_the_message_says_what_to_install_or_set()
    {
        var refused = await Assert.ThrowsAsync<LocalStorageException>(() => Start(Options with { SearchPath = "" }));

        Assert.Equal(
            "Node.js 20 or later is needed for storage on this computer, and the PATH has none. "
            + "Install it, or set PLACELEAD_STORAGE to the connection string of a storage account.",
            refused.Message);
    }

    [Fact]
    public async Task An_old_Node_is_named_with_its_version()
    {
        var path = Program("node", "echo v18.19.1");

        var refused = await Assert.ThrowsAsync<LocalStorageException>(() => Start(Options with { SearchPath = path }));

        Assert.Contains($"{Path.Combine(path, "node")} is 'v18.19.1'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_npm_an_installation_says_so()
    {
        var path = Program("node", "echo v22.1.0");

        var refused = await Assert.ThrowsAsync<LocalStorageException>(() => Start(
            Options with { SearchPath = path, ToolsFolder = Path.Combine(_folder.FullName, "tools") }));

        Assert.StartsWith("npm, which comes with Node.js 20 or later, is needed once", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GivenTheDiskTakesNothingMore_WhenASaveFails_ThenItIsSaidNothingMoreIsStoredAndTheEndIsAFailure()
    {
        // The emulator may write files of 200 blocks of 512 bytes, which is how a full disk looks to it.
        var node = Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, "node")).First(File.Exists);
        var told = new List<string>();
        var azurite = await Start(Options with
        {
            SearchPath = Program("node", $"trap '' XFSZ\nulimit -f 200\nexec {node} \"$@\""),
            Progress = told.Add,
        });
        await StoreIn(azurite, "first words");
        var tables = AzureTables.FromConnectionString(azurite.ConnectionString);
        var until = TimeProvider.System.GetUtcNow().AddSeconds(60);
        RequestFailedException? refused = null;
        for (var row = 0; refused is null && TimeProvider.System.GetUtcNow() < until; row++)
        {
            try
            {
                await tables.SubmitAsync(Table.Cohorts, "p", [new RowChange.Put($"k{row % 20}", "thing/1", new string('x', 30_000))], Stop);
            }
            catch (RequestFailedException failure)
            {
                refused = failure;
            }
        }

        Assert.Equal(507, refused?.Status);
        Assert.Equal("first words", await ReadFrom(azurite));
        Assert.Contains("CANNOT SAVE", Assert.Single(told), StringComparison.Ordinal);
        Assert.Contains("may be missing", (await Assert.ThrowsAsync<LocalStorageException>(azurite.StopAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_installation_says_what_npm_said_and_is_not_mistaken_for_one()
    {
        var path = Program("node", "echo v22.1.0");
        Program("npm", "echo 'no network here' >&2; exit 7");
        var options = Options with { SearchPath = path, ToolsFolder = Path.Combine(_folder.FullName, "tools") };

        var first = await Assert.ThrowsAsync<LocalStorageException>(() => Start(options));
        var again = await Assert.ThrowsAsync<LocalStorageException>(() => Start(options));

        Assert.Contains("(exit code 7). It said:\nno network here\n", first.Message, StringComparison.Ordinal);
        Assert.Equal(first.Message, again.Message);
    }

    [Fact]
    public void The_lock_file_of_the_emulator_names_no_registry()
    {
        using var stream = typeof(LocalAzurite).Assembly.GetManifestResourceStream("package-lock.json")!;
        using var reader = new StreamReader(stream);

        Assert.DoesNotContain("\"resolved\"", reader.ReadToEnd(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Script => Path.Combine(new LocalAzuriteOptions("any").ToolsFolder, "azurite-3.37.0", "tables.cjs");

    private Task<LocalAzurite> Start() => Start(Options);

    private static Task<LocalAzurite> Start(LocalAzuriteOptions options) =>
        LocalAzurite.StartAsync(options, TimeProvider.System, Stop);

    private static Task StoreIn(LocalAzurite azurite, string body) => Store(azurite.ConnectionString, body);

    private static async Task Store(string connection, string body)
    {
        var tables = AzureTables.FromConnectionString(connection);
        await tables.CreateTablesAsync(Stop);
        await tables.SubmitAsync(Table.Cohorts, "p", [new RowChange.Put("k", "thing/1", body)], Stop);
    }

    private static async Task<string?> ReadFrom(LocalAzurite azurite) =>
        (await AzureTables.FromConnectionString(azurite.ConnectionString).GetAsync(Table.Cohorts, "p", "k", Stop))?.Body;

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync(Stop);
    }

    private static Process ProcessOf(DirectoryInfo folder)
    {
        var noted = File.ReadAllText(Path.Combine(folder.FullName, "azurite.pid")).Split(' ')[0];
        return Process.GetProcessById(int.Parse(noted, CultureInfo.InvariantCulture));
    }

    /// <summary>A program of our own in a folder of its own, which then is the whole PATH.</summary>
    private string Program(string name, string script)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "bin")).FullName;
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }
}
