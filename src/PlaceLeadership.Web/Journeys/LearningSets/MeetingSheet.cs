using NodaTime;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>What the forms that move a meeting or call it off show.</summary>
/// <param name="Key">What tells the forms of one page apart.</param>
/// <param name="Meeting">The meeting.</param>
/// <param name="Now">The local time.</param>
public sealed record MeetingSheet(string Key, SetMeeting Meeting, LocalDateTime Now)
{
    /// <summary>What stands in the form, when it has to be mended.</summary>
    public MeetingRequest? Filled { get; init; }

    /// <summary>What needs mending, or null.</summary>
    public ErrorItem? Problem { get; init; }

    /// <summary>Whether the meeting is still ahead, so that it can be changed.</summary>
    public bool CanChange => Meeting.Stands && Meeting.At > Now;

    /// <summary>Whether it may still be moved and not only called off.</summary>
    public bool CanMove => CanChange && Meeting.Sequence < SetMeeting.MovesMax;

    internal string Id(string field) => MeetingRequest.Id(field, Key);

    internal bool IsWrong(string field) => Problem?.FieldId == Id(field);

    /// <summary>The day and time of a meeting in words, or empty while it has none.</summary>
    internal static string When(SetMeeting meeting, PageWords words) =>
        meeting.At is { } at ? $"{words.Day(at.Date)}, {TypedTimes.Write(at.TimeOfDay)}" : "";
}
