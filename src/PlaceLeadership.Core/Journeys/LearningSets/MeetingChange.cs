using NodaTime;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>What became of changing a meeting.</summary>
public abstract record MeetingOutcome
{
    private MeetingOutcome()
    {
    }

    /// <summary>The meeting as it now is, or already was.</summary>
    public sealed record Changed(SetMeeting Meeting) : MeetingOutcome;

    /// <summary>It stays as it is.</summary>
    /// <param name="Reason">Why, as a sentence.</param>
    public sealed record Refused(MeetingRefusal Reason) : MeetingOutcome;

    /// <summary>There is no such meeting any more.</summary>
    public sealed record Gone : MeetingOutcome;
}

/// <summary>Why a meeting stays as it is.</summary>
public enum MeetingRefusal
{
    /// <summary>It has no date yet: its poll is open.</summary>
    NoDateYet,

    /// <summary>It was called off.</summary>
    CalledOff,

    /// <summary>It has taken place.</summary>
    Past,

    /// <summary>The new time is not at least a day ahead.</summary>
    TooSoon,

    /// <summary>The new time is more than eight weeks ahead.</summary>
    TooLate,

    /// <summary>It was moved as often as a meeting may be.</summary>
    TooOften,
}

/// <summary>
/// Moving a meeting and calling it off. Each change raises the number that calendar files carry; doing it again changes nothing.
/// </summary>
public static class MeetingChange
{
    /// <summary>The furthest ahead that a meeting can be moved, in days.</summary>
    public const int DaysAheadMax = 56;

    /// <summary>Moves it to another time.</summary>
    /// <param name="meeting">The meeting.</param>
    /// <param name="to">The new time, local.</param>
    /// <param name="now">The local time.</param>
    public static MeetingOutcome Move(SetMeeting meeting, LocalDateTime to, LocalDateTime now) =>
        meeting.At == to && !meeting.CalledOff ? new MeetingOutcome.Changed(meeting)
        : Refusal(meeting, now) is { } refusal ? new MeetingOutcome.Refused(refusal)
        : to.Date <= now.Date ? new MeetingOutcome.Refused(MeetingRefusal.TooSoon)
        : to.Date > now.Date.PlusDays(DaysAheadMax) ? new MeetingOutcome.Refused(MeetingRefusal.TooLate)
        : meeting.Sequence >= SetMeeting.MovesMax ? new MeetingOutcome.Refused(MeetingRefusal.TooOften)
        : new MeetingOutcome.Changed(meeting with { At = to, Earlier = [.. meeting.Earlier, meeting.At!.Value], Sequence = meeting.Sequence + 1, ChangedOn = now.Date });

    /// <summary>Calls it off.</summary>
    public static MeetingOutcome CallOff(SetMeeting meeting, LocalDateTime now) =>
        meeting.CalledOff ? new MeetingOutcome.Changed(meeting)
        : Refusal(meeting, now) is { } refusal ? new MeetingOutcome.Refused(refusal)
        : new MeetingOutcome.Changed(meeting with { CalledOff = true, Sequence = meeting.Sequence + 1, ChangedOn = now.Date });

    private static MeetingRefusal? Refusal(SetMeeting meeting, LocalDateTime now) =>
        meeting.At is not { } at ? MeetingRefusal.NoDateYet
        : meeting.CalledOff ? MeetingRefusal.CalledOff
        : at <= now ? MeetingRefusal.Past
        : null;
}
