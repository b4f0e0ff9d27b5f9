using PlaceLeadership.Core.Journeys.LearningSets;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>Words in addresses for what was done with a meeting.</summary>
internal static class MeetingNotices
{
    public const string Moved = "moved";
    public const string CalledOff = "called-off";

    public static string Of(SetMeeting meeting) => meeting.CalledOff ? CalledOff : Moved;
}
