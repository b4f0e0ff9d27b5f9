using NodaTime;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>A meeting of a set, from the poll for its date to its record.</summary>
public sealed record SetMeeting
{
    /// <summary>A meeting is moved at most this often; then it can only be called off.</summary>
    public const int MovesMax = 2;

    /// <summary>The step of the programme.</summary>
    public required StepId StepId { get; init; }

    /// <summary>The local day on which the poll opened.</summary>
    public required LocalDate OpenedOn { get; init; }

    /// <summary>Days for which the poll is open, unless everybody has answered sooner.</summary>
    public int PollDays { get; init; } = SetMessages.PollDays;

    /// <summary>The times to choose from, local.</summary>
    public IReadOnlyList<LocalDateTime> Options { get; init; } = [];

    /// <summary>The options, by their places, that each person could make; a person who could make none has an empty list.</summary>
    public IReadOnlyDictionary<ParticipantId, IReadOnlyList<int>> Votes { get; init; } = new Dictionary<ParticipantId, IReadOnlyList<int>>();

    /// <summary>When it is, local; null while the poll is open.</summary>
    public LocalDateTime? At { get; init; }

    /// <summary>The dates it had before, in their order: somebody may have heard of one of them alone.</summary>
    public IReadOnlyList<LocalDateTime> Earlier { get; init; } = [];

    /// <summary>The local day from which the date is told: on which it was settled or, of the first, on which the set stands.</summary>
    public LocalDate? SettledOn { get; init; }

    /// <summary>How often date or fate changed since: the SEQUENCE of its calendar files (RFC 5545, 3.8.7.4).</summary>
    public int Sequence { get; init; }

    /// <summary>The local day of the last change.</summary>
    public LocalDate? ChangedOn { get; init; }

    /// <summary>Whether it was called off.</summary>
    public bool CalledOff { get; init; }

    /// <summary>Whose turn it is to present.</summary>
    public IReadOnlyList<ParticipantId> Presenters { get; init; } = [];

    /// <summary>Which member leads, or null while a facilitator does.</summary>
    public ParticipantId? Leader { get; init; }

    /// <summary>What members said about it afterwards.</summary>
    public IReadOnlyDictionary<ParticipantId, MeetingRecord> Records { get; init; } = new Dictionary<ParticipantId, MeetingRecord>();

    /// <summary>Whether it has a date and stands.</summary>
    public bool Stands => At is not null && !CalledOff;
}

/// <summary>What a member said about a meeting: nothing of its contents.</summary>
/// <param name="There">Whether they were there.</param>
/// <param name="Presented">Whether they had time to present.</param>
/// <param name="Led">Whether they led.</param>
/// <param name="NotHeld">Whether they said that it did not take place.</param>
public sealed record MeetingRecord(bool There, bool Presented = false, bool Led = false, bool NotHeld = false);
