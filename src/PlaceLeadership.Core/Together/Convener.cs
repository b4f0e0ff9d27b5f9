using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Together;

/// <summary>
/// Brings people together: forms pairs and sets, mends them, settles dates, puts away what is over. Safe to run at any moment,
/// twice, or by two at once: what is decided follows from what is stored, and whoever loses a race decides again.
/// </summary>
public sealed class Convener(CohortDesk desk, UnitOfWork work, TimeProvider time)
{
    /// <summary>Does what is due for the cohort as of now.</summary>
    /// <returns>Whether anything changed, so that the cohort is to be tended again.</returns>
    /// <exception cref="StoreConflictException">Others changed the cohort at every attempt.</exception>
    public Task<bool> ConveneAsync(CohortId cohortId, Instant now, CancellationToken cancellation) => work.ChangeAsync(
        cohortId, Actor.Rule, () => desk.ReadAsync(cohortId, cancellation),
        async Task<Change<bool>> (read) =>
        {
            if (read is not var (view, timetable))
            {
                return new(false);
            }

            var cohort = view.Cohort.Value;
            var today = now.InZone(cohort.Zone).Date;
            var due = new ConveningCase(
                timetable, Pausing.SettleElapsed(cohort, today), [.. view.Participants.Select(person => person.Value)],
                view.Groups.Groups, today);
            if (!Convening.IsDue(due))
            {
                return new(false);
            }

            var (after, over) = await DecideAsync(due, cancellation).ConfigureAwait(false);

            // The row of the cohort is replaced as it was read, so that tending and convening never both win.
            return new(true, Rows(view, due, after, over)) { Cohort = CohortChange.None(view.Cohort) };
        },
        cancellation);

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

    private static List<ChangedRows> Rows(
        CohortView view, ConveningCase due, Groups after, IReadOnlyList<(int Set, SetMeeting Meeting)> over)
    {
        var resting = after.Rounds.Where(round => due.Today >= due.RestsOn(round)).ToList();
        var changes = new List<ChangedRows>();
        changes.AddRange(after.Rounds.Except(due.Groups.Rounds).Except(resting).Select(round => new ChangedRows(
            [Row(view.Groups, GroupKeys.Round(round.StepId), GroupRows.RoundShape, GroupRows.Write(round))],
            new Deed(Deeds.PairsFormed, Step: round.StepId))));
        changes.AddRange(resting.Select(round => new ChangedRows(
            [
                new RowChange.Put(GroupKeys.PastRound(round.StepId), GroupRows.RoundShape, GroupRows.Write(round)),
                .. view.Groups.ETags.TryGetValue(GroupKeys.Round(round.StepId), out var etag)
                    ? [new RowChange.Delete(GroupKeys.Round(round.StepId), etag)] : Array.Empty<RowChange>(),
            ],
            new Deed(Deeds.RoundOver, Step: round.StepId))));
        changes.AddRange(after.Sets.Except(due.Groups.Sets).Select(set => new ChangedRows(
            [
                Row(view.Groups, GroupKeys.Set(set.Number), GroupRows.SetShape, GroupRows.Write(set)),
                .. over.Where(item => item.Set == set.Number).Select(item => new RowChange.Put(
                    GroupKeys.PastMeeting(item.Set, item.Meeting.StepId), GroupRows.MeetingShape, GroupRows.Write(item.Meeting))),
            ],
            new Deed(Deeds.SetKept, Detail: Number(set.Number)))));
        changes.AddRange(due.Groups.Sets.Where(set => after.Sets.All(other => other.Number != set.Number)).Select(gone => new ChangedRows(
            [new RowChange.Delete(GroupKeys.Set(gone.Number), view.Groups.ETags[GroupKeys.Set(gone.Number)])],
            new Deed(Deeds.SetDissolved, Detail: Number(gone.Number)))));
        if (after.Formed is { } formed && formed != due.Groups.Formed)
        {
            // Last, for it says that the sets are there.
            changes.Add(new ChangedRows([Row(view.Groups, GroupKeys.Formed, GroupRows.FormedShape, GroupRows.Write(formed))]));
        }

        return changes;
    }

    private static string Number(int set) => set.ToString(CultureInfo.InvariantCulture);

    private static RowChange Row(StoredGroups before, string key, string shape, string body) =>
        before.ETags.TryGetValue(key, out var etag) ? new RowChange.Replace(key, shape, body, etag) : new RowChange.Insert(key, shape, body);
}
