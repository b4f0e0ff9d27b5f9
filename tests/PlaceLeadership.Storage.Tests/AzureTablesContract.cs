using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage.Tests;

public sealed class AzureTablesContract(Emulator emulator) : TablesContract
{
    protected override ITables Tables => emulator.Tables;
}
