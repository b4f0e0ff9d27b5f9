using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Application.Launching;

/// <summary>Stores a launch, and knows a launch again that it has stored before.</summary>
public sealed class LaunchDesk(LaunchStore store, CohortWaker waker, AccessLog log)
{
    private const int AttemptsMax = 3;

    /// <summary>
    /// Stores a draft that has no problems. Storing the same draft again changes nothing: its pseudonyms tell it from
    /// somebody else's launch under the same id. That somebody set out to do so is noted at the desk before.
    /// </summary>
    /// <exception cref="ArgumentException">The draft has problems.</exception>
    public async Task<LaunchOutcome> StoreAsync(LaunchDraft draft, Asker asker, CancellationToken cancellation)
    {
        if (draft is not { Plan: { } plan, Programme: { } programme })
        {
            throw new ArgumentException($"A draft with {draft.Problems.Count} problems cannot be stored.", nameof(draft));
        }

        await log.NoteAsync(asker.Act(AccessDeeds.Launched) with { Cohort = plan.Cohort.Id }).ConfigureAwait(false);
        var problem = await TryAsync(plan, Actor.Account(asker.Access.Account), programme, draft.Text.Text, cancellation).ConfigureAwait(false);
        var wasThere = problem is not null && await store.IsThereAsync(plan, cancellation).ConfigureAwait(false);
        if (problem is not null && !wasThere)
        {
            return new LaunchOutcome(problem, WasThere: false, []);
        }

        IReadOnlyList<CohortId> parts = [.. CohortParts.Split(plan).Select(part => part.Cohort.Id)];
        foreach (var part in parts)
        {
            await waker.WakeAsync(part).ConfigureAwait(false);
        }

        return new LaunchOutcome(null, wasThere, parts);
    }

    private async Task<string?> TryAsync(LaunchPlan plan, Actor by, Programme programme, string text, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await store.StoreAsync(plan, by, programme, text, cancellation).ConfigureAwait(false);
            }
            catch (StoreConflictException)
            {
                // Somebody else launches under this id, or keeps this programme, at this moment.
                if (attempt == AttemptsMax)
                {
                    return $"Another launch under the id '{plan.Cohort.Id}' is going on. Look at the list of cohorts in a minute.";
                }
            }
        }
    }
}
