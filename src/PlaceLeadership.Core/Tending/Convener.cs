using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Tending;

/// <summary>
/// Brings people together: has each journey do what is due. Safe to run at any moment, twice, or by two at once: what is decided follows
/// from what is stored, and whoever loses a race decides again.
/// </summary>
public sealed class Convener(CohortReader reader, UnitOfWork work, TimeProvider time)
{
    /// <summary>Does what is due for the cohort as of now.</summary>
    /// <returns>Whether anything changed, so that the cohort is to be tended again.</returns>
    /// <exception cref="StoreConflictException">Others changed the cohort at every attempt.</exception>
    public Task<bool> ConveneAsync(CohortId cohortId, Instant now, CancellationToken cancellation) => work.ChangeAsync(
        cohortId, Actor.Rule, () => reader.ReadAsync(cohortId, cancellation),
        async Task<Change<bool>> (read) =>
        {
            if (read is not var (view, timetable))
            {
                return new(false);
            }

            var cohort = view.Cohort.Value;
            var today = now.InZone(cohort.Zone).Date;
            var due = new JourneyCase(
                timetable, PauseRules.SettleElapsed(cohort, today), [.. view.Participants.Select(person => person.Value)], view.Rows, today);
            if (!CohortJourneys.AreDue(due))
            {
                return new(false);
            }

            // The row of the cohort is replaced as it was read, so that tending and convening never both win.
            return new(true, await DecideAsync(due, cancellation).ConfigureAwait(false)) { Cohort = CohortChange.None(view.Cohort) };
        },
        cancellation);

    private async Task<IReadOnlyList<ChangedRows>> DecideAsync(JourneyCase due, CancellationToken cancellation)
    {
        var identities = await reader.IdentitiesAsync(due.Cohort.Id, cancellation).ConfigureAwait(false);

        // Pseudonyms are drawn by lot. What is decided follows from the people themselves, so that a rehearsal foretells it.
        List<Identity> inOrder =
        [
            .. identities.Values.Select(identity => identity.Value).OrderBy(identity => identity.Entry.Name, StringComparer.Ordinal)
                .ThenBy(identity => identity.Entry.Organisation, StringComparer.Ordinal).ThenBy(identity => identity.ParticipantId),
        ];
        var placeOf = inOrder.Index().ToDictionary(identity => identity.Item.ParticipantId, identity => identity.Index);
        due = due with { People = [.. due.People.OrderBy(person => placeOf.GetValueOrDefault(person.Id, int.MaxValue))] };
        var tools = new ConveningTools(reader, CohortProfiles.Of(inOrder).ToDictionary(profile => new ParticipantId(profile.Id)), time);
        var changes = new List<ChangedRows>();
        foreach (var journey in CohortJourneys.Of(due.Timetable).Where(journey => journey.IsDue(due)))
        {
            changes.AddRange(await journey.ConveneAsync(due, tools, cancellation).ConfigureAwait(false));
        }

        return changes;
    }
}
