using System.Collections.Frozen;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>The hard rules of one seating, see <see cref="SeatingRule"/>. All of them hold unless they are taken out.</summary>
public sealed record SeatingRules
{
    /// <summary>The most hours a set can be asked to share: the hours of a day in which anybody gets a message.</summary>
    public const int HoursMost = WorkingPattern.LatestHour - WorkingPattern.EarliestHour;

    /// <summary>Pairs of ids who must not share a set.</summary>
    public IReadOnlyCollection<(string One, string Other)> Apart { get; init; } = [];

    /// <summary>Sets that people declined.</summary>
    public IReadOnlyCollection<DeclinedSet> Declined { get; init; } = [];

    /// <summary>From how many sectors the members of a set come at least.</summary>
    public int SectorsLeast { get; init; } = SetCount.UsualSectors;

    /// <summary>
    /// How many people of one organisation a set may have. Null spreads each organisation as evenly as the number of sets
    /// allows: one in each set while there are sets enough, else the people divided by the sets, rounded up.
    /// </summary>
    public int? PerOrganisationMost { get; init; }

    /// <summary>
    /// For how many hours on one and the same weekday all members work, 1 to 10. Three hours hold a half-day meeting with two
    /// presenters.
    /// </summary>
    public int HoursTogether { get; init; } = 3;

    /// <summary>Rules that are not applied.</summary>
    public IReadOnlySet<SeatingRule> Without { get; init; } = FrozenSet<SeatingRule>.Empty;

    /// <summary>Whether a rule is applied.</summary>
    public bool Has(SeatingRule rule) => !Without.Contains(rule);

    /// <summary>The same rules without these.</summary>
    public SeatingRules Relaxed(params IEnumerable<SeatingRule> rules) => this with { Without = Without.Concat(rules).ToFrozenSet() };

    internal void Check()
    {
        if (SectorsLeast < 1 || PerOrganisationMost < 1 || HoursTogether is < 1 or > HoursMost)
        {
            throw new ArgumentException(
                $"A set cannot have at least {SectorsLeast} sectors, at most {PerOrganisationMost} people of an organisation and "
                + $"{HoursTogether} hours together: the first two start at 1, the hours go from 1 to {HoursMost}.");
        }
    }
}
