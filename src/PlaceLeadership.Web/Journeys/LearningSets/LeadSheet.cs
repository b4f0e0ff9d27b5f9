using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Web.Links;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>What whoever leads a meeting sees of it.</summary>
/// <param name="Holder">Who holds the link.</param>
/// <param name="Path">The path of the page, for its forms.</param>
/// <param name="Set">The number of the set.</param>
/// <param name="Form">The meeting, and the forms that change it.</param>
public sealed record LeadSheet(Holder Holder, string Path, int Set, MeetingSheet Form)
{
    internal SetMeeting Meeting => Form.Meeting;
}
