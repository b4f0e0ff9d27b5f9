using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Together;

/// <summary>
/// What managers, facilitators and members who lead change about pairs and sets. Whoever calls asks for a look at the cohort.
/// </summary>
public sealed class GroupDesk(CohortDesk desk)
{
    private const int AttemptsMax = 20;

    /// <summary>Has two people never brought together again; where they are together now, that is mended.</summary>
    public Task KeepApartAsync(CohortId cohortId, ParticipantId one, ParticipantId other, CancellationToken cancellation)
    {
        var wish = one.CompareTo(other) < 0 ? new ApartWish(one, other) : new ApartWish(other, one);
        return ChangeApartAsync(cohortId, apart => apart.Contains(wish) ? null : [.. apart, wish], cancellation);
    }

    /// <summary>Takes back that two people are kept apart. What somebody declined stays declined.</summary>
    public Task NoLongerApartAsync(CohortId cohortId, ParticipantId one, ParticipantId other, CancellationToken cancellation) => ChangeApartAsync(
        cohortId, apart => apart.Any(wish => wish.IsAbout(one, other)) ? [.. apart.Where(wish => !wish.IsAbout(one, other))] : null, cancellation);

    /// <summary>Names who facilitates a set. Links of whoever did before stop working.</summary>
    /// <returns>The facilitator, or null when there is no such set.</returns>
    public async Task<Facilitator?> NameFacilitatorAsync(CohortId cohortId, int set, string name, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var groups = await desk.GroupsAsync(cohortId, cancellation).ConfigureAwait(false);
            if (groups.Groups.Sets.All(other => other.Number != set))
            {
                return null;
            }

            var key = GroupKeys.Facilitator(set);
            var row = await desk.Tables.GetAsync(Table.Identities, cohortId.Value, key, cancellation).ConfigureAwait(false);
            var before = row is null ? null : GroupRows.ReadFacilitator(row);
            if (before?.Name == name)
            {
                return before;
            }

            var facilitator = new Facilitator(name, (before?.Generation ?? 0) + 1);
            var body = GroupRows.Write(facilitator);
            try
            {
                await desk.Tables.SubmitAsync(
                    Table.Identities, cohortId.Value,
                    [row is null ? new RowChange.Insert(key, Facilitator.Shape, body) : new RowChange.Replace(key, Facilitator.Shape, body, row.ETag)],
                    cancellation).ConfigureAwait(false);
                return facilitator;
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                // Somebody else named one at this moment: look again.
            }
        }
    }

    /// <summary>Changes one meeting by a rule of <see cref="MeetingChange"/>.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="set">The number of the set.</param>
    /// <param name="stepId">The step of the meeting.</param>
    /// <param name="change">The change; it may be asked several times and must not act.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<MeetingOutcome> ChangeMeetingAsync(
        CohortId cohortId, int set, StepId stepId, Func<SetMeeting, MeetingOutcome> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var groups = await desk.GroupsAsync(cohortId, cancellation).ConfigureAwait(false);
            var found = groups.Groups.Sets.FirstOrDefault(other => other.Number == set);
            if (found?.Meetings.FirstOrDefault(meeting => meeting.StepId == stepId) is not { } meeting)
            {
                return new MeetingOutcome.Gone();
            }

            var outcome = change(meeting);
            if (outcome is not MeetingOutcome.Changed changed || changed.Meeting == meeting)
            {
                return outcome;
            }

            var key = GroupKeys.Set(set);
            try
            {
                await desk.Tables.SubmitAsync(
                    Table.Cohorts, cohortId.Value,
                    [new RowChange.Replace(key, GroupRows.SetShape, GroupRows.Write(found.With(changed.Meeting)), groups.ETags[key])],
                    cancellation).ConfigureAwait(false);
                return outcome;
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                // Somebody answered, or the meeting was settled at this moment: look again.
            }
        }
    }

    private async Task ChangeApartAsync(
        CohortId cohortId, Func<IReadOnlyList<ApartWish>, IReadOnlyList<ApartWish>?> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var row = await desk.Tables.GetAsync(Table.Cohorts, cohortId.Value, GroupKeys.Apart, cancellation).ConfigureAwait(false);
            if (change(row is null ? [] : GroupRows.ReadApart(row)) is not { } apart)
            {
                return;
            }

            var body = GroupRows.Write(apart);
            try
            {
                await desk.Tables.SubmitAsync(
                    Table.Cohorts, cohortId.Value,
                    [
                        row is null
                            ? new RowChange.Insert(GroupKeys.Apart, GroupRows.ApartShape, body)
                            : new RowChange.Replace(GroupKeys.Apart, GroupRows.ApartShape, body, row.ETag),
                    ],
                    cancellation).ConfigureAwait(false);
                return;
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                // Somebody else changed it at this moment: look again.
            }
        }
    }
}
