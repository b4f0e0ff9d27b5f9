using PlaceLeadership.Core;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;

namespace PlaceLeadership;

/// <summary>Who is brought together with whom in a cohort, by whichever journey, for tests to look at.</summary>
public sealed record Groups(
    IReadOnlyList<OpenRound> Rounds, IReadOnlyList<LearningSet> Sets, SetsFormed? Formed, IReadOnlyList<ApartWish> Apart)
{
    public static Groups None { get; } = Of(JourneyRows.None);

    public static Groups Of(JourneyRows rows) => new(
        OpenRounds.Of(rows).All, StandingSets.Of(rows).All, StandingSets.Of(rows).Formed, ApartWishes.Of(rows).All);

    public static async Task<Groups> OfAsync(CohortReader reader, CohortId cohort) => Of(await reader.RowsAsync(cohort, default));

    public LearningSet? SetOf(ParticipantId person) => Sets.FirstOrDefault(set => set.Find(person) is not null);

    public OpenRound? RoundOf(StepId stepId) => Rounds.FirstOrDefault(round => round.StepId == stepId);
}
