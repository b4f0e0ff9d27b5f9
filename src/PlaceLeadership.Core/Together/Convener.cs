using NodaTime;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Core.Together;

/// <summary>
/// Brings people together: forms pairs and sets, mends them, settles dates, puts away what is over. Safe to run at any moment,
/// twice, or by two at once: what is decided follows from what is stored, and whoever loses a race decides again.
/// </summary>
public sealed class Convener(CohortDesk desk, TimeProvider time)
{
    private const int AttemptsMax = 20;

    /// <summary>Does what is due for the cohort as of now.</summary>
    /// <returns>Whether anything changed, so that the cohort is to be tended again.</returns>
    /// <exception cref="StoreConflictException">Others changed the cohort at every one of twenty attempts.</exception>
    public async Task<bool> ConveneAsync(CohortId cohortId, Instant now, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await desk.ReadAsync(cohortId, cancellation).ConfigureAwait(false) is not var (view, timetable))
            {
                return false;
            }

            var cohort = view.Cohort.Value;
            var today = now.InZone(cohort.Zone).Date;
            var due = new ConveningCase(
                timetable, Pausing.SettleElapsed(cohort, today), [.. view.Participants.Select(person => person.Value)],
                view.Groups.Groups, today);
            if (!Convening.IsDue(due))
            {
                return false;
            }

            var (after, over) = await DecideAsync(due, cancellation).ConfigureAwait(false);
            try
            {
                await StoreAsync(view, due, after, over, cancellation).ConfigureAwait(false);
                return true;
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                // Somebody answered, left or paused in between: who is to meet whom may be something else now.
            }
        }
    }

    private async Task<(Groups After, IReadOnlyList<(int Set, SetMeeting Meeting)> Over)> DecideAsync(
        ConveningCase due, CancellationToken cancellation)
    {
        var identities = await desk.IdentitiesAsync(due.Cohort.Id, cancellation).ConfigureAwait(false);

        // Pseudonyms are drawn by lot. What is decided follows from the people themselves, so that a rehearsal foretells it.
        List<Identity> inOrder =
        [
            .. identities.Values.Select(identity => identity.Value).OrderBy(identity => identity.Entry.Name, StringComparer.Ordinal)
                .ThenBy(identity => identity.Entry.Organisation, StringComparer.Ordinal).ThenBy(identity => identity.ParticipantId),
        ];
        var placeOf = inOrder.Index().ToDictionary(identity => identity.Item.ParticipantId, identity => identity.Index);
        due = due with { People = [.. due.People.OrderBy(person => placeOf.GetValueOrDefault(person.Id, int.MaxValue))] };
        var profiles = CohortProfiles.Of(inOrder)
            .ToDictionary(profile => new ParticipantId(profile.Id));
        var past = await desk.PastRoundsAsync(due.Cohort.Id, cancellation).ConfigureAwait(false);
        var rounds = RoundConvening.Of(due, profiles, past);
        var sets = SetConvening.Of(due with { Groups = rounds }, profiles, time);
        return MeetingConvening.Of(due with { Groups = sets });
    }

    private async Task StoreAsync(
        CohortView view, ConveningCase due, Groups after, IReadOnlyList<(int Set, SetMeeting Meeting)> over, CancellationToken cancellation)
    {
        var id = view.Cohort.Value.Id;
        var resting = after.Rounds.Where(round => due.Today >= due.RestsOn(round)).ToList();
        var changes = new List<IReadOnlyList<RowChange>>();
        foreach (var round in after.Rounds.Except(due.Groups.Rounds).Except(resting))
        {
            changes.Add([Change(view.Groups, GroupKeys.Round(round.StepId), GroupRows.RoundShape, GroupRows.Write(round))]);
        }

        foreach (var round in resting)
        {
            changes.Add(
            [
                new RowChange.Put(GroupKeys.PastRound(round.StepId), GroupRows.RoundShape, GroupRows.Write(round)),
                .. view.Groups.ETags.TryGetValue(GroupKeys.Round(round.StepId), out var etag)
                    ? [new RowChange.Delete(GroupKeys.Round(round.StepId), etag)] : Array.Empty<RowChange>(),
            ]);
        }

        foreach (var set in after.Sets.Except(due.Groups.Sets))
        {
            changes.Add(
            [
                Change(view.Groups, GroupKeys.Set(set.Number), GroupRows.SetShape, GroupRows.Write(set)),
                .. over.Where(item => item.Set == set.Number).Select(item => new RowChange.Put(
                    GroupKeys.PastMeeting(item.Set, item.Meeting.StepId), GroupRows.MeetingShape, GroupRows.Write(item.Meeting))),
            ]);
        }

        foreach (var gone in due.Groups.Sets.Where(set => after.Sets.All(other => other.Number != set.Number)))
        {
            changes.Add([new RowChange.Delete(GroupKeys.Set(gone.Number), view.Groups.ETags[GroupKeys.Set(gone.Number)])]);
        }

        if (after.Formed is { } formed && formed != due.Groups.Formed)
        {
            // Last, for it says that the sets are there.
            changes.Add([Change(view.Groups, GroupKeys.Formed, GroupRows.FormedShape, GroupRows.Write(formed))]);
        }

        await SubmitAsync(id, view.Cohort, changes, cancellation).ConfigureAwait(false);
    }

    /// <summary>Every transaction replaces the cohort row as it was read, so that tending and convening never both win.</summary>
    private async Task SubmitAsync(
        CohortId id, Stored<Cohort> cohort, IReadOnlyList<IReadOnlyList<RowChange>> changes, CancellationToken cancellation)
    {
        var etag = cohort.ETag;
        foreach (var batch in Transactions.Pack(changes, ITables.ChangesMax - 1))
        {
            var stored = await desk.Tables.SubmitAsync(
                Table.Cohorts, id.Value,
                [new RowChange.Replace(CohortKeys.Cohort, CohortRows.CohortShape, CohortRows.Write(cohort.Value), etag), .. batch],
                cancellation).ConfigureAwait(false);
            etag = stored[0];
        }
    }

    private static RowChange Change(StoredGroups before, string key, string shape, string body) =>
        before.ETags.TryGetValue(key, out var etag) ? new RowChange.Replace(key, shape, body, etag) : new RowChange.Insert(key, shape, body);
}
