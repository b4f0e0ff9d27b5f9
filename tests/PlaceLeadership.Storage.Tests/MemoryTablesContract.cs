using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage.Tests;

public sealed class MemoryTablesContract : TablesContract
{
    protected override ITables Tables { get; } = new MemoryTables();
}
