using NodaTime;
using PlaceLeadership.Core.Journeys.LearningSets;

namespace PlaceLeadership.Application.Groups;

/// <summary>How a meeting stands.</summary>
public enum MeetingState
{
    /// <summary>Its members are asked for a date.</summary>
    PollOpen,

    /// <summary>It has a date that has not come.</summary>
    Stands,

    /// <summary>Its time has come.</summary>
    TookPlace,

    /// <summary>It was called off.</summary>
    CalledOff,
}

/// <summary>Says how meetings stand.</summary>
public static class MeetingStates
{
    /// <summary>How a meeting stands at this local time.</summary>
    public static MeetingState StateAt(this SetMeeting meeting, LocalDateTime now) =>
        meeting.CalledOff ? MeetingState.CalledOff
        : meeting.At is not { } at ? MeetingState.PollOpen
        : at > now ? MeetingState.Stands : MeetingState.TookPlace;

    /// <summary>Whether its poll is open or its time has not come.</summary>
    public static bool IsAhead(this SetMeeting meeting, LocalDateTime now) => meeting.StateAt(now) is MeetingState.PollOpen or MeetingState.Stands;
}
