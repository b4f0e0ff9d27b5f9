#pragma warning disable IDE0130, CA1812, SA1402 // Namespaces for a test that looks for a room that knows one below it.

namespace PlaceLeadership.Architecture.Tests.Planted.House.Cellar
{
    internal sealed class Barrel
    {
        public Attic.Trunk? Trunk { get; init; }
    }
}

namespace PlaceLeadership.Architecture.Tests.Planted.House.Attic
{
    internal sealed class Trunk;
}
