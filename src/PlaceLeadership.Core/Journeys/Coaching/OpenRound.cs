using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>A coaching round of a cohort while it can still change anything for anybody. People are pseudonyms.</summary>
public sealed record OpenRound
{
    /// <summary>Nobody is given another partner more often than this in one round; then the named human helps.</summary>
    public const int ChangesMax = 2;

    /// <summary>The step of the programme.</summary>
    public required StepId StepId { get; init; }

    /// <summary>The local day on which it was formed.</summary>
    public required LocalDate FormedOn { get; init; }

    /// <summary>The pairs, and at most one trio.</summary>
    public IReadOnlyList<RoundGroup> Groups { get; init; } = [];

    /// <summary>Groups of this round that were introduced and came apart: those people have met.</summary>
    public IReadOnlyList<RoundGroup> Earlier { get; init; } = [];

    /// <summary>Those for whom nobody was found.</summary>
    public IReadOnlyList<ParticipantId> Alone { get; init; } = [];

    /// <summary>Those who asked for no coaching in this round.</summary>
    public IReadOnlyList<ParticipantId> Resting { get; init; } = [];

    /// <summary>Those who asked for somebody else and have not been given anybody yet.</summary>
    public IReadOnlyList<ParticipantId> Asking { get; init; } = [];

    /// <summary>Who asked not to be with whom. It holds for every later round of the cohort, either way round.</summary>
    public IReadOnlyList<Declined> Declined { get; init; } = [];

    /// <summary>How often somebody was given another partner after the introduction.</summary>
    public IReadOnlyDictionary<ParticipantId, int> Changes { get; init; } = new Dictionary<ParticipantId, int>();

    /// <summary>Those who said that they have met.</summary>
    public IReadOnlyList<ParticipantId> Met { get; init; } = [];

    /// <summary>The groups of more than one.</summary>
    public IEnumerable<RoundGroup> Pairs => Groups.Where(group => group.Members.Count > 1);

    /// <summary>How many of them have met, as somebody in them says, as far as the number of people in them allows.</summary>
    public PublicNumber PairsThatMet => PublicSizes.Tell(Pairs.Sum(pair => pair.Members.Count), Pairs.Count(HasMet), Pairs.Count());

    /// <summary>Whether somebody of a group said that they have met.</summary>
    public bool HasMet(RoundGroup group) => group.Members.Any(Met.Contains);

    /// <summary>Whether these people were introduced as part of a larger group that came apart, and nobody joined them.</summary>
    public bool IsRemnant(RoundGroup group) => Earlier.Any(earlier => earlier.Members.Count > group.Members.Count && group.Members.All(earlier.Members.Contains));

    /// <summary>The group of a person, or null.</summary>
    public RoundGroup? GroupOf(ParticipantId person) => Groups.FirstOrDefault(group => group.Members.Contains(person));
}

/// <summary>Two or three people who coach each other.</summary>
/// <param name="Members">Their pseudonyms.</param>
/// <param name="Since">The local day on which they were brought together.</param>
/// <param name="Mark">
/// What stands for the members in calendars: a hash, from which nobody reads who they are. Null for groups that an earlier
/// release brought together, whose calendar files named the members' ids and go on doing so.
/// </param>
public sealed record RoundGroup(IReadOnlyList<ParticipantId> Members, LocalDate Since, string? Mark = null)
{
    private const int MarkBytes = 16;

    /// <summary>People who are brought together today.</summary>
    public static RoundGroup New(IReadOnlyList<ParticipantId> members, LocalDate today) => new(
        members, today,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', members.Order()))).AsSpan(0, MarkBytes)));

    /// <summary>The members as calendars know them.</summary>
    public string InCalendars => Mark ?? string.Join('-', Members.Order());
}

/// <summary>Somebody asked not to be with somebody. Nobody asks why, and neither is told.</summary>
/// <param name="One">Who asked.</param>
/// <param name="Other">Who it was.</param>
public sealed record Declined(ParticipantId One, ParticipantId Other);
