using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Cli.Demo;

/// <summary>How people were brought together.</summary>
/// <param name="Pairs">Coaching pairs and trios, of all rounds.</param>
/// <param name="Met">People who said of at least one round that they have met.</param>
/// <param name="Sets">Learning sets.</param>
/// <param name="MeetingsHeld">Meetings of sets that took place.</param>
/// <param name="TurnsSpread">The most by which turns to present differ within a set.</param>
internal sealed record TogetherCounts(int Pairs, int Met, int Sets, int MeetingsHeld, int TurnsSpread)
{
    /// <summary>Counts what is stored.</summary>
    public static async Task<TogetherCounts> OfAsync(CohortReader reader, CohortId cohort, CancellationToken cancellation)
    {
        var rows = await reader.RowsAsync(cohort, cancellation).ConfigureAwait(false);
        var sets = StandingSets.Of(rows).All;
        var rounds = (await OpenRounds.PastAsync(reader, cohort, cancellation).ConfigureAwait(false)).Concat(OpenRounds.Of(rows).All).ToList();
        var meetings = sets.SelectMany(set => set.Meetings).ToList();
        await foreach (var row in reader.UnderAsync(cohort, SetRows.PastPrefix, cancellation).ConfigureAwait(false))
        {
            meetings.Add(SetRows.ReadMeeting(row));
        }

        var facts = await reader.FactsAsync(cohort, cancellation).ToListAsync(cancellation).ConfigureAwait(false);
        var met = ReplyFacts.Latest(facts).Where(fact => fact is { Kind: CoachingFacts.Met, Value: "yes" }).Select(fact => fact.Participant).ToHashSet();
        return new TogetherCounts(
            rounds.Sum(round => round.Groups.Count + round.Earlier.Count), met.Count, sets.Count,
            meetings.Count(Airtime.WasHeld),
            sets.Where(set => set.Members.Count > 0).Select(set => set.Members.Max(member => member.Turns) - set.Members.Min(member => member.Turns))
                .DefaultIfEmpty(0).Max());
    }
}
