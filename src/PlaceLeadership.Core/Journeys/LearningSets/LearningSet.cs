using NodaTime;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>An action learning set of a cohort. People are pseudonyms; of what was said nothing is kept.</summary>
public sealed record LearningSet
{
    /// <summary>Nobody is moved to another set more often than this.</summary>
    public const int ChangesMax = 2;

    /// <summary>The number of the set in its cohort, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The members.</summary>
    public IReadOnlyList<SetMember> Members { get; init; } = [];

    /// <summary>Those who asked for another set and have not been given one yet.</summary>
    public IReadOnlyList<ParticipantId> Asking { get; init; } = [];

    /// <summary>Members who left since the last meeting that is over, of which the set is told.</summary>
    public IReadOnlyList<ParticipantId> Left { get; init; } = [];

    /// <summary>The local day on which somebody last came or went.</summary>
    public LocalDate? ChangedOn { get; init; }

    /// <summary>Meetings that are being arranged, stand, or are not recorded yet, in the order of the programme.</summary>
    public IReadOnlyList<SetMeeting> Meetings { get; init; } = [];

    /// <summary>Whether the set has met, by this day, since somebody last came or went.</summary>
    public bool HasMetSinceItChanged(LocalDate today) =>
        Meetings.Any(meeting => meeting is { Stands: true, At: { } at } && at.Date < today && !(ChangedOn >= at.Date));

    /// <summary>The member with this pseudonym, or null.</summary>
    public SetMember? Find(ParticipantId person) => Members.FirstOrDefault(member => member.Person == person);

    /// <summary>The set with these members instead, and the day on which they changed.</summary>
    public LearningSet With(IReadOnlyList<SetMember> members, LocalDate today) => this with
    {
        Members = members,
        ChangedOn = members.Select(member => member.Person).ToHashSet().SetEquals(Members.Select(member => member.Person)) ? ChangedOn : today,
    };

    /// <summary>The set with one meeting replaced.</summary>
    public LearningSet With(SetMeeting meeting) =>
        this with { Meetings = [.. Meetings.Select(other => other.StepId == meeting.StepId ? meeting : other)] };

    /// <summary>The set with one member replaced.</summary>
    public LearningSet With(SetMember member) =>
        this with { Members = [.. Members.Select(other => other.Person == member.Person ? member : other)] };
}

/// <summary>A member of a set.</summary>
/// <param name="Person">The pseudonym.</param>
/// <param name="Since">The local day from which this is their set.</param>
public sealed record SetMember(ParticipantId Person, LocalDate Since)
{
    /// <summary>How often the person was moved to another set.</summary>
    public int Changes { get; init; }

    /// <summary>Turns to present that the person has had or let pass; see <see cref="Airtime"/>.</summary>
    public int Turns { get; init; }

    /// <summary>How often a turn of the person waited because they were away; see <see cref="Airtime"/>.</summary>
    public int Waited { get; init; }

    /// <summary>How often the person led a meeting.</summary>
    public int Led { get; init; }

    /// <summary>The meeting whose actions are still to be looked back on, or null.</summary>
    public StepId? ActionsFrom { get; init; }
}

/// <summary>What is known of the sets of a cohort as a whole.</summary>
/// <param name="StepId">The first set meeting of the programme.</param>
/// <param name="FormedOn">The local day on which sets were formed, or it was found that none can be.</param>
public sealed record SetsFormed(StepId StepId, LocalDate FormedOn)
{
    /// <summary>Those for whom no set was found.</summary>
    public IReadOnlyList<ParticipantId> WithoutSet { get; init; } = [];

    /// <summary>Which sets somebody asked not to be in, by the people in them.</summary>
    public IReadOnlyList<DeclinedSet> Declined { get; init; } = [];

    /// <summary>How many rules had to be set aside, in the order in which they are: none as a rule.</summary>
    public IReadOnlyList<SeatingRule> Relaxed { get; init; } = [];
}
