using System.Diagnostics;
using System.Globalization;

namespace PlaceLeadership.Storage.Local;

/// <summary>
/// The table service of Azurite, Microsoft's storage emulator, as a child of this process: storage on a laptop. Its rows
/// survive a stop and the death of this process, but not its own: a power cut takes what was stored in the last seconds.
/// So it is for trying out and for demonstrations; real people's data belongs in a storage account.
/// </summary>
public sealed class LocalAzurite : IAsyncDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(30);

    // Printed in Microsoft's documentation of the emulator.
    private const string PublishedKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly AzuriteProcess _process;
    private readonly DataFolderLock _folder;
    private readonly TimeProvider _clock;
    private bool _stopped;

    private LocalAzurite(AzuriteProcess process, DataFolderLock folder, TimeProvider clock, int port)
    {
        _process = process;
        _folder = folder;
        _clock = clock;
        Port = port;
    }

    /// <summary>The port on 127.0.0.1 at which it answers.</summary>
    public int Port { get; }

    /// <summary>
    /// What opens it. The account and its key are the emulator's published ones, the same on every computer, so the
    /// only protection is that it listens on this computer alone.
    /// </summary>
    public string ConnectionString => ConnectionStringFor(Port);

    /// <summary>Done when it has ended, also when something else ended it; <see cref="StopAsync"/> then tells how.</summary>
    public Task EndedAsync(CancellationToken cancellation) => _process.EndedAsync(cancellation);

    /// <summary>Starts it, installs it before when missing, and returns when it answers.</summary>
    /// <exception cref="LocalStorageException">
    /// Node.js or npm is missing or too old, the installation fails, the port or the folder is in use, or it does not
    /// answer within 60 seconds.
    /// </exception>
    public static async Task<LocalAzurite> StartAsync(
        LocalAzuriteOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        var node = new Node(options.SearchPath);
        var program = await node.FindNodeAsync(cancellation).ConfigureAwait(false);
        var folder = DataFolderLock.Take(options.Folder);
        try
        {
            var script = await new AzuriteInstall(options, node, clock).EnsureAsync(cancellation).ConfigureAwait(false);
            return await StartAsync(program, script, options, folder, clock, cancellation).ConfigureAwait(false);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Lets it save, waits until it has ended, and lets go of the folder. Repeating does nothing.</summary>
    /// <exception cref="LocalStorageException">It failed to save, or did not end within 30 seconds and was killed.</exception>
    public async Task StopAsync()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        using var folder = _folder;
        using var process = _process;
        await process.StopAsync(StopMax, _clock).ConfigureAwait(false);
    }

    /// <summary>See <see cref="StopAsync"/>.</summary>
    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    internal static string ConnectionStringFor(int port) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={PublishedKey};TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;");

    private static async Task<LocalAzurite> StartAsync(
        string node,
        string script,
        LocalAzuriteOptions options,
        DataFolderLock folder,
        TimeProvider clock,
        CancellationToken cancellation)
    {
        var data = Path.GetFullPath(options.Folder);
        await EarlierAzurite.WaitAsync(data, clock, cancellation).ConfigureAwait(false);
        var start = new ProcessStartInfo(node, [script, options.Port.ToString(CultureInfo.InvariantCulture), data])
        {
            RedirectStandardError = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            CreateNoWindow = true,
        };
        var process = new AzuriteProcess(Process.Start(start)!, options.Progress);
        try
        {
            process.GoOn(data);
            var port = await process.ListeningAsync(options.Port, StartMax, clock, cancellation).ConfigureAwait(false);
            return new LocalAzurite(process, folder, clock, port);
        }
        catch
        {
            await process.AbandonAsync(StopMax, clock).ConfigureAwait(false);
            process.Dispose();
            throw;
        }
    }
}
