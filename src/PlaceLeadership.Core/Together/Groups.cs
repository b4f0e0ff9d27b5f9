using NodaTime;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.LearningSets.Meetings;

namespace PlaceLeadership.Core.Together;

/// <summary>Who is brought together with whom in a cohort, as far as it can still matter to anything that is sent.</summary>
/// <param name="Rounds">The coaching rounds that are open.</param>
/// <param name="Sets">The learning sets.</param>
/// <param name="Formed">What is known of the sets as a whole; null until they are formed.</param>
/// <param name="Apart">Who must not be brought together.</param>
public sealed record Groups(
    IReadOnlyList<OpenRound> Rounds, IReadOnlyList<LearningSet> Sets, SetsFormed? Formed, IReadOnlyList<ApartWish> Apart)
{
    /// <summary>Nobody is brought together yet.</summary>
    public static Groups None { get; } = new([], [], null, []);

    /// <summary>The set of a person, or null.</summary>
    public LearningSet? SetOf(ParticipantId person) => Sets.FirstOrDefault(set => set.Find(person) is not null);

    /// <summary>The meetings of sets that stand from this moment to this day, by their dates.</summary>
    /// <param name="from">The local time.</param>
    /// <param name="until">The first day on which they do not matter, or null for all.</param>
    public IReadOnlyList<(int Set, SetMeeting Meeting)> Standing(LocalDateTime from, LocalDate? until) =>
    [
        .. Sets.SelectMany(set => set.Meetings.Select(meeting => (set.Number, meeting)))
            .Where(item => item.meeting.Stands && item.meeting.At > from && !(item.meeting.At.Value.Date >= until))
            .OrderBy(item => item.meeting.At),
    ];

    /// <summary>The open round of this step, or null.</summary>
    public OpenRound? RoundOf(StepId stepId) => Rounds.FirstOrDefault(round => round.StepId == stepId);
}

/// <summary>Two people who must never be brought together. Who asked for it, and why, is not kept.</summary>
public sealed record ApartWish(ParticipantId One, ParticipantId Other)
{
    /// <summary>Whether it is about these two.</summary>
    public bool IsAbout(ParticipantId one, ParticipantId other) => (One == one && Other == other) || (One == other && Other == one);
}

/// <summary>Groups with the ETags of their rows, for whoever changes them.</summary>
/// <param name="Groups">The groups.</param>
/// <param name="ETags">The ETag of each row by its key.</param>
public sealed record StoredGroups(Groups Groups, IReadOnlyDictionary<string, string> ETags)
{
    /// <summary>No row.</summary>
    public static StoredGroups None { get; } = new(Groups.None, new Dictionary<string, string>());
}
