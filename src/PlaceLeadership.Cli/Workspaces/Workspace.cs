using System.Text.Json;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application;
using PlaceLeadership.Application.Deleting;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Storage;
using PlaceLeadership.Storage.Local;
using PlaceLeadership.Web;

namespace PlaceLeadership.Cli.Workspaces;

/// <summary>
/// A data folder that is open: its storage, keys and clock. Storage is the account named by
/// <see cref="SettingsCatalogue.Storage"/>; without it, the emulator that 'placelead serve' runs on this folder, or one that is
/// started for the length of this command.
/// </summary>
internal sealed class Workspace : IAsyncDisposable
{
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
            .AddSingleton(_ => Keys)
            .AddSingleton<ForgetMails>(new PickupInbox(folder.Mail).Forget)
            .AddPlaceLeadership()
            .BuildServiceProvider();
    }

    public DataFolder Folder { get; }

    /// <summary>The keys of the folder.</summary>
    /// <exception cref="Refusal">They do not fit what is stored.</exception>
    public KeyRing Keys => KeyProblem is null ? Folder.Keys() : throw new Refusal($"{KeyProblem} {Folder.WayToKeys}");

    // A command that needs no key does its work on any storage, so that nobody has to hand the keys around.
    private string? KeyProblem { get; set; }

    public ITables Tables { get; }

    public TimeProvider Clock { get; }

    public ServiceProvider Services { get; }

    /// <summary>Whether this process alone works on the storage, because it started it.</summary>
    public bool OwnsStorage => _azurite is not null;

    /// <summary>What opens the emulator this process started, or null.</summary>
    public string? AzuriteConnection => _azurite?.ConnectionString;

    /// <summary>Done when the storage that this process started has ended although nobody stopped it.</summary>
    public Task StorageEndedAsync(CancellationToken cancellation) =>
        _azurite?.EndedAsync(cancellation) ?? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);

    /// <summary>Opens a folder for one command.</summary>
    public static async Task<Workspace> OpenAsync(string path, Output output, CancellationToken cancellation)
    {
        var folder = DataFolder.Open(path);
        if (ConnectionString() is { } account)
        {
            return await new Workspace(folder, await ConnectAsync(account, cancellation).ConfigureAwait(false), TimeProvider.System, null, null)
                .CheckedAsync(cancellation).ConfigureAwait(false);
        }

        if (folder.Serving() is { AzuriteConnection: { } running } serving)
        {
            var tables = AzureTables.FromConnectionString(running);
            var silent = await tables.PingAsync(cancellation).ConfigureAwait(false);
            if (silent is null)
            {
                return new Workspace(folder, tables, serving.Clock(TimeProvider.System), null, null);
            }

            if (DataFolderLock.IsTaken(folder.Path))
            {
                throw new LocalStorageException($"'placelead serve' runs on this folder, and its storage does not answer. {silent} "
                    + "Try again; if it stays so, stop it with Ctrl-C and start it again.");
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
            return await new Workspace(folder, await ConnectAsync(account, cancellation).ConfigureAwait(false), clock, null, held)
                .CheckedAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Looks whether the keys fit what is stored. Whoever serves notes them with it; one command on an account, whose keys may be
    /// another host's, does not.
    /// </summary>
    private async Task<Workspace> CheckedAsync(CancellationToken cancellation)
    {
        var check = Services.GetRequiredService<KeyCheck>();
        KeyProblem = await check.ProblemWithAsync(Folder.KnownKeys(), cancellation).ConfigureAwait(false);
        if (KeyProblem is null && (_azurite is not null || _lock is not null))
        {
            await check.NoteAsync(Keys, cancellation).ConfigureAwait(false);
        }

        return this;
    }

    /// <summary>The parts of the cohort, of which one of the usual size has just one, or a refusal that names the cohorts there are.</summary>
    public async Task<IReadOnlyList<(Cohort Cohort, Timetable Timetable)>> PartsAsync(CohortId id, CancellationToken cancellation)
    {
        var parts = await Services.GetRequiredService<CohortFinding>().PartsAsync(id, cancellation).ConfigureAwait(false);
        return parts.Count > 0 ? parts : throw await NoCohortAsync(id, cancellation).ConfigureAwait(false);
    }

    /// <summary>Refuses what can only be done to a whole cohort when it is asked for by the id of a part.</summary>
    public static void NeedsWhole(CohortId id)
    {
        if (id.Whole is var whole && whole != id)
        {
            throw new Refusal($"'{id}' is a part of the cohort '{whole}', and this is done to all of it. Say --cohort {whole}. Nothing was changed.");
        }
    }

    /// <summary>The refusal that names the cohorts there are.</summary>
    public async Task<Refusal> NoCohortAsync(CohortId id, CancellationToken cancellation)
    {
        var known = await Services.GetRequiredService<CohortFinding>().KnownAsync(cancellation).ConfigureAwait(false);
        return new Refusal(known.Count == 0
            ? $"There is no cohort '{id}'. None has been launched in {Folder.Path} yet."
            : $"There is no cohort '{id}'. There are: {string.Join(", ", known)}.");
    }

    /// <summary>The person named by an address, a name or an id, with the part of the cohort that holds them, or a refusal.</summary>
    public async Task<(Cohort Cohort, Identity Identity)> PersonAsync(CohortId cohortId, string who, CancellationToken cancellation)
    {
        await PartsAsync(cohortId, cancellation).ConfigureAwait(false);
        return await Services.GetRequiredService<CohortFinding>().PeopleAsync(cohortId, who, cancellation).ConfigureAwait(false) switch
        {
            [var one] => one,
            [] => throw new Refusal($"Nobody in the cohort '{cohortId}' has the address, name or id '{who}'."),
            var several => throw new Refusal(
                $"'{who}' fits {several.Count} people; use an address or an id: {string.Join(", ", several.Select(match => match.Identity.ParticipantId))}."),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync().ConfigureAwait(false);
        if (_azurite is not null)
        {
            await _azurite.StopAsync().ConfigureAwait(false);
        }

        _lock?.Dispose();
    }

    /// <summary>What opens the storage account that is set, or null: then an emulator is started.</summary>
    public static string? ConnectionString() =>
        Environment.GetEnvironmentVariable(SettingsCatalogue.Storage.Name) is { Length: > 0 } text ? text : null;

    private static async Task<Workspace> StartAsync(DataFolder folder, TimeProvider clock, Output output, CancellationToken cancellation)
    {
        var options = new LocalAzuriteOptions(folder.Path) { Progress = output.Line };
        var azurite = await output.WhileAsync(
            "Starting the storage emulator", () => LocalAzurite.StartAsync(options, TimeProvider.System, cancellation)).ConfigureAwait(false);
        try
        {
            return await new Workspace(folder, await ConnectAsync(azurite.ConnectionString, cancellation).ConfigureAwait(false), clock, azurite, null)
                .CheckedAsync(cancellation).ConfigureAwait(false);
        }
        catch
        {
            await azurite.StopAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<AzureTables> ConnectAsync(string connection, CancellationToken cancellation)
    {
        var tables = Open(connection);
        if (await tables.PingAsync(cancellation).ConfigureAwait(false) is { } silent)
        {
            throw new LocalStorageException(silent);
        }

        await tables.CreateTablesAsync(cancellation).ConfigureAwait(false);
        return tables;
    }

    // The address of a table service is entered as whoever is signed in to Azure on this computer; see Azure.Identity.
    private static AzureTables Open(string storage)
    {
        try
        {
            return storage.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
                ? AzureTables.FromEndpoint(new Uri(storage), new DefaultAzureCredential())
                : AzureTables.FromConnectionString(storage);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new Refusal($"{SettingsCatalogue.Storage.Name} is neither the address of a table service, such as "
                + "https://ACCOUNT.table.core.windows.net/, nor the connection string of a storage account.");
        }
    }
}
