namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>A piece of the file with its place.</summary>
internal abstract record Node(Place At)
{
    /// <summary>A single value as written.</summary>
    /// <param name="At">Where it begins.</param>
    /// <param name="Value">Without quotes.</param>
    /// <param name="Type">What YAML takes it for.</param>
    /// <param name="Content">Where the text under a <c>|</c> begins, or null for other ways of writing.</param>
    public sealed record Scalar(Place At, string Value, ScalarType Type, Place? Content) : Node(At);

    public sealed record List(Place At, IReadOnlyList<Node> Items) : Node(At);

    public sealed record Map(Place At, IReadOnlyList<Entry> Entries) : Node(At)
    {
        public Node? Find(string key) => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;
    }

    /// <summary>Something already reported, about which nothing more is said.</summary>
    public sealed record Refused(Place At) : Node(At);

    /// <summary>Whether there is a key without a value.</summary>
    public bool IsEmpty => this is Scalar { Type: ScalarType.Nothing };
}

internal sealed record Entry(string Key, Place At, Node Value);
