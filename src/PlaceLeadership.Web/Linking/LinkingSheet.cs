using PlaceLeadership.Application.Linking;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Links;

namespace PlaceLeadership.Web.Linking;

/// <summary>What the page on which programmes are let take turns shows.</summary>
/// <param name="Holder">Who holds the link.</param>
/// <param name="Path">The path of the page, for its forms.</param>
/// <param name="PausePath">Where to pause.</param>
public sealed record LinkingSheet(Holder Holder, string Path, string PausePath)
{
    /// <summary>What was pasted.</summary>
    public string Filled { get; init; } = "";

    /// <summary>What needs mending, or null.</summary>
    public ErrorItem? Problem { get; init; }

    /// <summary>The person in this programme and in the one whose link was pasted, to be confirmed; null before that.</summary>
    public (LinkSide Own, LinkSide Other)? Both { get; init; }

    /// <summary>With how many others this programme takes turns. Which, is said only to whoever holds a link of each.</summary>
    public int Others => Holder.Person.Elsewhere.Count;
}
