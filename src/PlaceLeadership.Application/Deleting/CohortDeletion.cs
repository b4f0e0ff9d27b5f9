using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Application.Ending;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching;

namespace PlaceLeadership.Application.Deleting;

/// <summary>What safeguards rest on and a deletion took away: a later cohort knows nothing of it.</summary>
/// <param name="ApartWishes">Wishes to keep two people apart.</param>
/// <param name="CoachingRounds">Coaching rounds, with who met whom.</param>
public sealed record LostWithCohort(int ApartWishes, int CoachingRounds);

/// <summary>Deletes cohorts for a manager, a large one with all of its parts.</summary>
public sealed class CohortDeletion(
    DeletionDesk deletion, EndDesk ending, CohortReader reader, CohortDirectory directory, CohortWaker waker, AccessLog log, AccountStore accounts, LaunchKeys keys)
{
    /// <summary>
    /// Deletes a cohort, or what a deletion or a launch that broke off left of it, and takes away what was granted for it: another of the same id is
    /// another. That somebody set out to do so is noted at the desk before, for the cohort's own history goes with it.
    /// </summary>
    /// <returns>What was lost with it, or null when nothing is known of such a cohort.</returns>
    public async Task<LostWithCohort?> DeleteAsync(CohortId id, Asker asker, CancellationToken cancellation)
    {
        if (!id.CanBe)
        {
            return null;
        }

        // One that has ended is not changed before its rows go, so no transaction would find that it was changed since somebody saw it.
        await Seen.CheckAllAsync(reader, cancellation).ConfigureAwait(false);
        var by = Actor.Account(asker.Access.Account);
        await log.NoteAsync(asker.Act(AccessDeeds.Deleted) with { Cohort = id }).ConfigureAwait(false);
        await keys.CloseAsync(id, cancellation).ConfigureAwait(false);
        List<CohortId> parts = [.. (await directory.PartsAsync(id, cancellation).ConfigureAwait(false)).Select(part => part.Id)];
        var isKnown = parts.Count > 0 || await directory.FindAsync(id, cancellation).ConfigureAwait(false) is not null
            || await reader.FindAsync(id, cancellation).ConfigureAwait(false) is not null;
        if (parts.Count == 0)
        {
            parts.Add(id);
        }

        var (apart, rounds) = (0, 0);
        foreach (var part in parts)
        {
            var rows = await reader.RowsAsync(part, cancellation).ConfigureAwait(false);
            apart += ApartWishes.Of(rows).All.Count;
            rounds += OpenRounds.Of(rows).All.Count + (await OpenRounds.PastAsync(reader, part, cancellation).ConfigureAwait(false)).Count;
        }

        // Should the deletion break off, nothing goes out from what is left.
        foreach (var part in parts)
        {
            await ending.EndAsync(part, by, cancellation).ConfigureAwait(false);
        }

        foreach (var part in parts)
        {
            if (await deletion.DeleteAsync(part, by, cancellation).ConfigureAwait(false) is not null)
            {
                await waker.WakeAsync(part).ConfigureAwait(false);
            }
        }

        await accounts.ForgetAsync(id, asker.Act(AccessDeeds.TakenAway), cancellation).ConfigureAwait(false);
        return isKnown ? new LostWithCohort(apart, rounds) : null;
    }
}
