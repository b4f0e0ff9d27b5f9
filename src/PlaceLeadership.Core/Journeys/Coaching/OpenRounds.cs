using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>The coaching rounds of a cohort that can still matter to anything that is sent.</summary>
/// <param name="All">The rounds.</param>
public sealed record OpenRounds(IReadOnlyList<OpenRound> All)
{
    /// <summary>The rounds among what journeys keep.</summary>
    public static OpenRounds Of(JourneyRows rows) =>
        rows.Read(static rows => new OpenRounds([.. rows.Under(CoachingRows.Prefix).Select(CoachingRows.Read)]));

    /// <summary>The rounds of a cohort that are over.</summary>
    public static async Task<IReadOnlyList<OpenRound>> PastAsync(CohortReader reader, CohortId cohort, CancellationToken cancellation)
    {
        var rounds = new List<OpenRound>();
        await foreach (var row in reader.UnderAsync(cohort, CoachingRows.PastPrefix, cancellation).ConfigureAwait(false))
        {
            rounds.Add(CoachingRows.Read(row));
        }

        return rounds;
    }

    /// <summary>The open round of this step, or null.</summary>
    public OpenRound? Find(StepId stepId) => All.FirstOrDefault(round => round.StepId == stepId);
}
