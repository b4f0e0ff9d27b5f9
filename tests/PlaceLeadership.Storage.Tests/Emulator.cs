using PlaceLeadership.Storage.Local;
using PlaceLeadership.Storage.Tests;

[assembly: AssemblyFixture(typeof(Emulator))]

namespace PlaceLeadership.Storage.Tests;

/// <summary>One real emulator for all tests of the assembly; each test has partitions of its own.</summary>
public sealed class Emulator : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("placelead-tables-");
    private LocalAzurite? _azurite;

    public AzureTables Tables { get; private set; } = null!;

    public string ConnectionString => _azurite!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _azurite = await LocalAzurite.StartAsync(
            new LocalAzuriteOptions(_folder.FullName), TimeProvider.System, CancellationToken.None);
        Tables = AzureTables.FromConnectionString(_azurite.ConnectionString, "Tests");
        await Tables.CreateTablesAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
