using System.Globalization;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>
/// What managers, facilitators and members who lead change about learning sets. Doing any of it twice changes nothing more.
/// </summary>
public sealed class SetDesk(CohortReader reader, UnitOfWork work)
{
    /// <summary>Names who facilitates a set. Links of whoever did before stop working.</summary>
    /// <returns>The facilitator, or null when there is no such set.</returns>
    public async Task<Facilitator?> NameFacilitatorAsync(CohortId cohortId, Actor by, int set, string name, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var key = SetRows.FacilitatorKey(set);
            var row = await reader.Tables.GetAsync(Table.Identities, cohortId.Value, key, cancellation).ConfigureAwait(false);
            var before = row is null ? null : SetRows.ReadFacilitator(row);
            if (!await MayNameAsync(cohortId, by, set, isNew: before?.Name != name, cancellation).ConfigureAwait(false))
            {
                return null;
            }

            if (before?.Name == name)
            {
                return before;
            }

            var facilitator = new Facilitator(name, (before?.Generation ?? 0) + 1);
            var body = SetRows.Write(facilitator);
            try
            {
                await reader.Tables.SubmitAsync(
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
        read => read is not var (view, _) || StandingSets.Of(view.Rows).Find(set) is null ? new(false)
            : !isNew ? new(true)
            : new(true, new ChangedRows([], new Deed(SetDeeds.FacilitatorNamed, Detail: Number(set)))) { Cohort = CohortChange.None(view.Cohort) },
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
            cohortId, by, () => reader.RowsAsync(cohortId, cancellation),
            rows =>
            {
                var found = StandingSets.Of(rows).Find(set);
                if (found?.Meetings.FirstOrDefault(meeting => meeting.StepId == stepId) is not { } meeting)
                {
                    return Task.FromResult(new Change<MeetingOutcome>(new MeetingOutcome.Gone()));
                }

                var outcome = change(meeting);
                if (outcome is not MeetingOutcome.Changed changed || changed.Meeting == meeting)
                {
                    return Task.FromResult(new Change<MeetingOutcome>(outcome));
                }

                return Task.FromResult(new Change<MeetingOutcome>(outcome, new ChangedRows(
                    [rows.Store(SetRows.Key(set), SetRows.SetShape, SetRows.Write(found.With(changed.Meeting)))],
                    new Deed(changed.Meeting.CalledOff ? SetDeeds.MeetingCalledOff : SetDeeds.MeetingMoved, Step: stepId, Detail: Number(set)))));
            },
            cancellation);

    private static string Number(int set) => set.ToString(CultureInfo.InvariantCulture);
}
