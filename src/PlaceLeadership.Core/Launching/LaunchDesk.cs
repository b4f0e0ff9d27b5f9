using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Launching;

/// <summary>Stores a launch, and knows a launch again that it has stored before.</summary>
public sealed class LaunchDesk(RosterDesk roster, CohortDesk desk)
{
    /// <summary>
    /// Stores a draft that has no problems. Storing the same draft again changes nothing: its pseudonyms tell it from
    /// somebody else's launch under the same id.
    /// </summary>
    /// <exception cref="ArgumentException">The draft has problems.</exception>
    public async Task<LaunchOutcome> StoreAsync(LaunchDraft draft, CancellationToken cancellation)
    {
        if (draft is not { Plan: { } plan, Programme: { } programme })
        {
            throw new ArgumentException($"A draft with {draft.Problems.Count} problems cannot be stored.", nameof(draft));
        }

        var problem = await roster.LaunchAsync(plan, programme, draft.Text.Text, cancellation).ConfigureAwait(false);
        return problem is not null && await IsThereAsync(plan, cancellation).ConfigureAwait(false)
            ? new LaunchOutcome(null, WasThere: true)
            : new LaunchOutcome(problem, WasThere: false);
    }

    private async Task<bool> IsThereAsync(LaunchPlan plan, CancellationToken cancellation)
    {
        var first = CohortKeys.Person(plan.People[0].Participant.Id);
        return await desk.Tables.GetAsync(Table.Cohorts, plan.Cohort.Id, CohortKeys.Cohort, cancellation).ConfigureAwait(false) is not null
            && await desk.Tables.GetAsync(Table.Cohorts, plan.Cohort.Id, first, cancellation).ConfigureAwait(false) is not null;
    }
}
