using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Storage;
using PlaceLeadership.Storage.Local;
using PlaceLeadership.Web;

namespace PlaceLeadership.Cli.Workspaces;

/// <summary>
/// A data folder that is open: its storage, keys and clock. Storage is the account named by
/// <see cref="StorageVariable"/>; without it, the emulator that 'placelead serve' runs on this folder, or one that is
/// started for the length of this command.
/// </summary>
internal sealed class Workspace : IAsyncDisposable
{
    /// <summary>Names the connection string of a storage account.</summary>
    public const string StorageVariable = "PLACELEAD_STORAGE";

    private readonly LocalAzurite? _azurite;
    private readonly DataFolderLock? _lock;

    private Workspace(DataFolder folder, ITables tables, TimeProvider clock, LocalAzurite? azurite, DataFolderLock? folderLock)
    {
        _azurite = azurite;
        _lock = folderLock;
        Folder = folder;
        Tables = tables;
        Clock = clock;
        Services = new ServiceCollection()
            .AddSingleton(tables)
            .AddSingleton(clock)
            .AddSingleton(folder.Keys())
            .AddPlaceLeadershipCore()
            .BuildServiceProvider();
    }

    public DataFolder Folder { get; }

    public ITables Tables { get; }

    public TimeProvider Clock { get; }

    public ServiceProvider Services { get; }

    /// <summary>Whether this process alone works on the storage, because it started it.</summary>
    public bool OwnsStorage => _azurite is not null;

    /// <summary>What opens the emulator this process started, or null.</summary>
    public string? AzuriteConnection => _azurite?.ConnectionString;

    /// <summary>Opens a folder for one command.</summary>
    public static async Task<Workspace> OpenAsync(string path, Output output, CancellationToken cancellation)
    {
        var folder = DataFolder.Open(path);
        if (ConnectionString() is { } account)
        {
            return new Workspace(folder, await ConnectAsync(account, cancellation).ConfigureAwait(false), TimeProvider.System, null, null);
        }

        if (folder.Serving() is { AzuriteConnection: { } running } serving)
        {
            var tables = AzureTables.FromConnectionString(running);
            if (await tables.PingAsync(cancellation).ConfigureAwait(false) is null)
            {
                return new Workspace(folder, tables, serving.Clock(TimeProvider.System), null, null);
            }
        }

        return await StartAsync(folder, TimeProvider.System, output, cancellation).ConfigureAwait(false);
    }

    /// <summary>Opens a folder for 'placelead serve', which holds it until it ends.</summary>
    public static async Task<Workspace> HoldAsync(string path, TimeProvider clock, Output output, CancellationToken cancellation)
    {
        var folder = DataFolder.Open(path);
        if (ConnectionString() is not { } account)
        {
            return await StartAsync(folder, clock, output, cancellation).ConfigureAwait(false);
        }

        var held = DataFolderLock.Take(folder.Path);
        try
        {
            return new Workspace(folder, await ConnectAsync(account, cancellation).ConfigureAwait(false), clock, null, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The cohort, or a refusal that names those there are.</summary>
    public async Task<(Stored<Cohort> Cohort, Core.Tending.Timetable Timetable)> CohortAsync(string id, CancellationToken cancellation)
    {
        var found = await Services.GetRequiredService<CohortDesk>().FindAsync(id, cancellation).ConfigureAwait(false);
        if (found is { } there)
        {
            return there;
        }

        var known = await Services.GetRequiredService<CohortDirectory>().ListAsync(cancellation).ConfigureAwait(false);
        throw new Refusal(known.Count == 0
            ? $"There is no cohort '{id}'. None has been launched in {Folder.Path} yet."
            : $"There is no cohort '{id}'. There are: {string.Join(", ", known.Select(entry => entry.Id))}.");
    }

    /// <summary>The person named by an address or an id, or a refusal.</summary>
    public async Task<Identity> PersonAsync(string cohortId, string who, CancellationToken cancellation)
    {
        var identities = await Services.GetRequiredService<CohortDesk>().IdentitiesAsync(cohortId, cancellation).ConfigureAwait(false);
        var matches = identities.Values.Select(identity => identity.Value)
            .Where(identity => identity.ParticipantId == who
                || string.Equals(identity.Entry.Email, who, StringComparison.OrdinalIgnoreCase)
                || string.Equals(identity.Entry.Name, who, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return matches switch
        {
            [var one] => one,
            [] => throw new Refusal($"Nobody in the cohort '{cohortId}' has the address, name or id '{who}'."),
            _ => throw new Refusal($"'{who}' fits {matches.Count} people; use an address or an id: {string.Join(", ", matches.Select(match => match.ParticipantId))}."),
        };
    }

    /// <summary>Asks whoever tends the cohort to look at it now.</summary>
    public Task NudgeAsync(Cohort cohort, CancellationToken cancellation) =>
        Services.GetRequiredService<CohortDirectory>().NudgeAsync(cohort.Id, cohort.Place, cancellation);

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync().ConfigureAwait(false);
        if (_azurite is not null)
        {
            await _azurite.StopAsync().ConfigureAwait(false);
        }

        _lock?.Dispose();
    }

    private static string? ConnectionString() =>
        Environment.GetEnvironmentVariable(StorageVariable) is { Length: > 0 } text ? text : null;

    private static async Task<Workspace> StartAsync(DataFolder folder, TimeProvider clock, Output output, CancellationToken cancellation)
    {
        var options = new LocalAzuriteOptions(folder.Path) { Progress = output.Line };
        var azurite = await output.WhileAsync(
            "Starting the storage emulator", () => LocalAzurite.StartAsync(options, TimeProvider.System, cancellation)).ConfigureAwait(false);
        try
        {
            return new Workspace(folder, await ConnectAsync(azurite.ConnectionString, cancellation).ConfigureAwait(false), clock, azurite, null);
        }
        catch
        {
            await azurite.StopAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<AzureTables> ConnectAsync(string connection, CancellationToken cancellation)
    {
        AzureTables tables;
        try
        {
            tables = AzureTables.FromConnectionString(connection);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new Refusal($"{StorageVariable} is not the connection string of a storage account.");
        }

        if (await tables.PingAsync(cancellation).ConfigureAwait(false) is { } silent)
        {
            throw new LocalStorageException(silent);
        }

        await tables.CreateTablesAsync(cancellation).ConfigureAwait(false);
        return tables;
    }
}
