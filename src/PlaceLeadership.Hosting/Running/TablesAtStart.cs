using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Hosting.Running;

/// <summary>
/// Creates the tables that are missing before anything else of the host starts. A store that is away then does not keep the
/// host from starting: pages can say so, and it is tried again until it answers. Keys that do not fit what is stored do.
/// </summary>
internal sealed partial class TablesAtStart(AzureTables tables, KeyCheck check, KeyRing keys, ILogger<TablesAtStart> log) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(10);

    private bool _created;

    public async Task StartingAsync(CancellationToken cancellationToken) =>
        _created = await CreateAsync(cancellationToken).ConfigureAwait(false);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!_created)
        {
            await Task.Delay(TryAgain, TimeProvider.System, stoppingToken).ConfigureAwait(false);
            _created = await CreateAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> CreateAsync(CancellationToken cancellation)
    {
        try
        {
            await tables.CreateTablesAsync(cancellation).ConfigureAwait(false);
            await CheckKeysAsync(check, keys, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (failure is not SettingsException && !cancellation.IsCancellationRequested)
        {
            NotCreated(log, failure.GetType().Name);
            return false;
        }
    }

    /// <summary>Notes the keys with what is stored.</summary>
    /// <exception cref="SettingsException">They do not fit it. The host must not start: with them links die and reflections cannot be read.</exception>
    internal static async Task CheckKeysAsync(KeyCheck check, KeyRing keys, CancellationToken cancellation)
    {
        if (await check.ProblemWithAsync(keys, cancellation).ConfigureAwait(false) is { } problem)
        {
            throw new SettingsException(
                [$"{SettingsCatalogue.Keys.Name} does not fit. {problem} Put the keys back that this storage was used with, newest first; a new key goes before them and not in their place."]);
        }

        await check.NoteAsync(keys, cancellation).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tables could not be looked for ({Failure}); trying again in 10 seconds")]
    private static partial void NotCreated(ILogger log, string failure);
}
