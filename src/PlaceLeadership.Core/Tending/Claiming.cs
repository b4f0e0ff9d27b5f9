using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tending;

/// <summary>
/// Claims the days of letters to people whose cohorts take turns, before what was decided for them is queued. Where the letter was then not
/// queued, the next one replaces the claim. Who was claimed by another cohort first is read and decided again.
/// </summary>
internal sealed class Claiming(CohortReader reader, UnitOfWork work)
{
    private readonly SlotDesk _slots = new(reader, work);

    /// <summary>What of a plan can be stored: all but what is due to people whose days somebody else claimed meanwhile.</summary>
    /// <returns>The plan, and whether something was left out, so that it is to be decided again at once.</returns>
    public async Task<(TendingPlan Plan, bool Lost)> ClaimAsync(CohortView view, Timetable timetable, TendingPlan plan, Instant now, CancellationToken cancellation)
    {
        var linked = view.Participants.Select(person => person.Value).Where(person => person.Slot is not null).ToList();
        if (linked.Count == 0)
        {
            return (plan, false);
        }

        var changes = plan.Changes.ToDictionary(change => change.Participant.Id);
        var lost = false;
        foreach (var person in linked)
        {
            var change = changes.GetValueOrDefault(person.Id);
            var slot = view.Slots.GetValueOrDefault(person.Slot!.Value);
            var member = slot?.Value.Of(plan.Cohort.Id, person.Id);
            if (member is null || person.LeftOn is not null || plan.Cohort.EndedOn is not null)
            {
                await SlotRows.ChangeAsync(reader.Tables, person.Slot.Value, it => it.Without(plan.Cohort.Id, person.Id), cancellation).ConfigureAwait(false);
                changes[person.Id] = (change ?? new ParticipantChange(person, [], [])) with
                {
                    Participant = (change?.Participant ?? person) with { Slot = null },
                    IsUnlinked = true,
                };
            }
            else if (!slot!.Value.Members.All(other => other.IsLinked))
            {
                await _slots.CompleteAsync(slot.Value, cancellation).ConfigureAwait(false);
                lost |= changes.Remove(person.Id);
            }
            else if (!await SlotRows.StoreAsync(
                reader.Tables, slot, slot.Value.With(Claimed(member, person, change, timetable.EndsOn(plan.Cohort), IsAway(plan.Cohort, change?.Participant ?? person, now))), cancellation).ConfigureAwait(false))
            {
                changes.Remove(person.Id);
                lost = true;
            }
        }

        // What was left out is due still.
        var cohort = lost ? plan.Cohort with { NextWake = view.Cohort.Value.NextWake } : plan.Cohort;
        return (plan with { Cohort = cohort, Changes = [.. changes.Values] }, lost);
    }

    // What is not claimed is told all the same, so that the others do not wait for a turn that nobody takes.
    private static SlotMember Claimed(SlotMember member, Participant person, ParticipantChange? change, LocalDate ends, bool isAway) =>
        (change?.Queued.Count > 0 ? member.With(change.Participant) : member with { EverySecondWeek = person.EverySecondWeek }) with { EndsOn = ends, IsAway = isAway };

    private static bool IsAway(Cohort cohort, Participant person, Instant now) => person.AddressRefusedOn is not null || Agenda.IsPaused(
        cohort, person, cohort.OrganisationPauses.GetValueOrDefault(person.Organisation), now.InZone(cohort.Zone).Date);
}
