using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Architecture.Tests.Planted;

/// <summary>Stores a record of the domain raw, and one inside a shape of its own.</summary>
internal static class Drawer
{
    public static string Raw() => Documents.Write(new Thing("lamp"));

    public static string Inside() => Documents.Write(new List<Document> { new(new Thing("lamp")) });

    private sealed record Document(Thing Thing);
}

internal sealed record Thing(string Name);
