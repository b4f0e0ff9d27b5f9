using PlaceLeadership.Web.Links;

namespace PlaceLeadership.Web.Leaving;

/// <summary>What the page behind a leave link shows.</summary>
/// <param name="Holder">Who holds the link.</param>
/// <param name="Path">The path of the page, for its form.</param>
/// <param name="PausePath">Where to pause instead.</param>
public sealed record LeaveSheet(Holder Holder, string Path, string PausePath);
