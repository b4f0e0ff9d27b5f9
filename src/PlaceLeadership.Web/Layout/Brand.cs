namespace PlaceLeadership.Web.Layout;

/// <summary>How a place shows that the pages are its own. What is not said is as the product comes.</summary>
public sealed record Brand
{
    /// <summary>The most characters of a name.</summary>
    public const int NameCharactersMax = 60;

    /// <summary>The most characters of how the team is reached.</summary>
    public const int ContactCharactersMax = 200;

    /// <summary>Nothing of a place's own.</summary>
    public static Brand None { get; } = new();

    /// <summary>What the place calls its programme or its team.</summary>
    public string? Name { get; init; }

    /// <summary>The colour of headers, buttons and links.</summary>
    public BrandColour? Colour { get; init; }

    /// <summary>The picture before the line on top. It needs a <see cref="Name"/>, which is read to whoever does not see it.</summary>
    public BrandLogo? Logo { get; init; }

    /// <summary>How to reach the team, shown at the foot of every page as it is written.</summary>
    public string? Contact { get; init; }
}
