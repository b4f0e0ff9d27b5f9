using System.Globalization;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Together;

/// <summary>
/// What managers, facilitators and members who lead change about pairs and sets. Doing any of it twice changes nothing more.
/// </summary>
public sealed class GroupDesk(CohortDesk desk, UnitOfWork work)
{
    /// <summary>Has two people never brought together again; where they are together now, that is mended.</summary>
    public Task KeepApartAsync(CohortId cohortId, Actor by, ParticipantId one, ParticipantId other, CancellationToken cancellation)
    {
        var wish = one.CompareTo(other) < 0 ? new ApartWish(one, other) : new ApartWish(other, one);
        return ChangeApartAsync(
            cohortId, by, new Deed(Deeds.KeptApart, one, Detail: other.Value), apart => apart.Contains(wish) ? null : [.. apart, wish], cancellation);
    }

    /// <summary>Takes back that two people are kept apart. What somebody declined stays declined.</summary>
    public Task NoLongerApartAsync(CohortId cohortId, Actor by, ParticipantId one, ParticipantId other, CancellationToken cancellation) => ChangeApartAsync(
        cohortId, by, new Deed(Deeds.NoLongerApart, one, Detail: other.Value),
        apart => apart.Any(wish => wish.IsAbout(one, other)) ? [.. apart.Where(wish => !wish.IsAbout(one, other))] : null, cancellation);

    /// <summary>Names who facilitates a set. Links of whoever did before stop working.</summary>
    /// <returns>The facilitator, or null when there is no such set.</returns>
    public async Task<Facilitator?> NameFacilitatorAsync(CohortId cohortId, Actor by, int set, string name, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var key = GroupKeys.Facilitator(set);
            var row = await desk.Tables.GetAsync(Table.Identities, cohortId.Value, key, cancellation).ConfigureAwait(false);
            var before = row is null ? null : GroupRows.ReadFacilitator(row);
            if (!await MayNameAsync(cohortId, by, set, isNew: before?.Name != name, cancellation).ConfigureAwait(false))
            {
                return null;
            }

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
            catch (StoreConflictException) when (attempt < UnitOfWork.AttemptsMax)
            {
                // Somebody else named one at this moment: look again.
            }
        }
    }

    // Names stand in another table than acts. The act comes first: better a naming that is told and was broken off than one untold.
    private Task<bool> MayNameAsync(CohortId cohortId, Actor by, int set, bool isNew, CancellationToken cancellation) => work.ChangeAsync<bool>(
        cohortId, by,
        read => read is not var (view, _) || view.Groups.Groups.Sets.All(other => other.Number != set) ? new(false)
            : !isNew ? new(true)
            : new(true, new ChangedRows([], new Deed(Deeds.FacilitatorNamed, Detail: Number(set)))) { Cohort = CohortChange.None(view.Cohort) },
        cancellation);

    /// <summary>Changes one meeting by a rule of <see cref="MeetingChange"/>.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="set">The number of the set.</param>
    /// <param name="stepId">The step of the meeting.</param>
    /// <param name="change">The change; it may be asked several times and must not act.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<MeetingOutcome> ChangeMeetingAsync(
        CohortId cohortId, Actor by, int set, StepId stepId, Func<SetMeeting, MeetingOutcome> change, CancellationToken cancellation) => work.ChangeAsync(
            cohortId, by, () => desk.GroupsAsync(cohortId, cancellation),
            groups =>
            {
                var found = groups.Groups.Sets.FirstOrDefault(other => other.Number == set);
                if (found?.Meetings.FirstOrDefault(meeting => meeting.StepId == stepId) is not { } meeting)
                {
                    return Task.FromResult(new Change<MeetingOutcome>(new MeetingOutcome.Gone()));
                }

                var outcome = change(meeting);
                if (outcome is not MeetingOutcome.Changed changed || changed.Meeting == meeting)
                {
                    return Task.FromResult(new Change<MeetingOutcome>(outcome));
                }

                var key = GroupKeys.Set(set);
                return Task.FromResult(new Change<MeetingOutcome>(outcome, new ChangedRows(
                    [new RowChange.Replace(key, GroupRows.SetShape, GroupRows.Write(found.With(changed.Meeting)), groups.ETags[key])],
                    new Deed(changed.Meeting.CalledOff ? Deeds.MeetingCalledOff : Deeds.MeetingMoved, Step: stepId, Detail: Number(set)))));
            },
            cancellation);

    private Task ChangeApartAsync(
        CohortId cohortId, Actor by, Deed deed, Func<IReadOnlyList<ApartWish>, IReadOnlyList<ApartWish>?> change, CancellationToken cancellation) =>
        work.ChangeAsync(
            cohortId, by, () => desk.Tables.GetAsync(Table.Cohorts, cohortId.Value, GroupKeys.Apart, cancellation),
            row => Task.FromResult(change(row is null ? [] : GroupRows.ReadApart(row)) is { } apart
                ? new Change<bool>(true, new ChangedRows([Row(row, GroupRows.Write(apart))], deed))
                : new Change<bool>(false)),
            cancellation);

    private static RowChange Row(Row? before, string body) => before is null
        ? new RowChange.Insert(GroupKeys.Apart, GroupRows.ApartShape, body)
        : new RowChange.Replace(GroupKeys.Apart, GroupRows.ApartShape, body, before.ETag);

    private static string Number(int set) => set.ToString(CultureInfo.InvariantCulture);
}
