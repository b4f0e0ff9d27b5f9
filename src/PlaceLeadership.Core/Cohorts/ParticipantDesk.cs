using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Messages;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Together;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>What a change to one person is decided from.</summary>
/// <param name="Timetable">The timetable of the cohort's programme.</param>
/// <param name="Cohort">The cohort.</param>
/// <param name="Person">The person.</param>
/// <param name="Outbox">The person's messages that are not final.</param>
public sealed record ParticipantContext(
    Timetable Timetable, Cohort Cohort, Participant Person, IReadOnlyList<Stored<OutboxMessage>> Outbox)
{
    /// <summary>The person's messages that wait to be sent and can still be held back.</summary>
    public IEnumerable<Stored<OutboxMessage>> Waiting =>
        Outbox.Where(message => message.Value.State == OutboxState.Queued);

    /// <summary>The rows beside the person that were asked for, in that order; null where there is none.</summary>
    public IReadOnlyList<Row?> Beside { get; init; } = [];
}

/// <summary>A change to one person.</summary>
/// <param name="Person">The person afterwards.</param>
/// <param name="Facts">Engagement facts.</param>
/// <param name="Remove">Outbox messages that are taken out in the same transaction.</param>
/// <param name="More">Further rows of the cohort's partition.</param>
public sealed record ParticipantEdit(
    Participant Person,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<Stored<OutboxMessage>> Remove,
    IReadOnlyList<RowChange> More)
{
    /// <summary>
    /// A change that also takes back everything that waits for this person, and what is on its way should it not arrive.
    /// </summary>
    public static ParticipantEdit WithdrawingAll(ParticipantContext context, Participant person, params IReadOnlyList<Fact> facts)
    {
        IReadOnlyList<Stored<OutboxMessage>> waiting = [.. context.Waiting];
        return new ParticipantEdit(
            Withdrawal.Of(waiting.Select(message => message.Value), person, context.Timetable), facts, waiting,
            [.. CohortRows.MarkUnwanted(context.Outbox)]);
    }
}

/// <summary>Changes one person of a cohort, in one transaction with what belongs to the change.</summary>
public sealed class ParticipantDesk(CohortDesk desk)
{
    private const int AttemptsMax = 20;

    /// <summary>
    /// Reads, decides, stores; when somebody else was first, again. The decision may run several times and must not act.
    /// </summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="participantId">The person.</param>
    /// <param name="step">Only this step's messages matter to the decision; null means all of the person's.</param>
    /// <param name="decide">The decision; null means that nothing changes.</param>
    /// <param name="cancellation">Cancels the reads and the write.</param>
    /// <returns>What was decided on, or null when there is no such cohort or person.</returns>
    /// <exception cref="StoreConflictException">Others changed the person at every one of twenty attempts.</exception>
    public Task<ParticipantContext?> ChangeAsync(
        CohortId cohortId, ParticipantId participantId, StepId? step, Func<ParticipantContext, ParticipantEdit?> decide,
        CancellationToken cancellation) =>
        ChangeAsync(cohortId, participantId, step, readsGroups: false, beside: [], (context, _) => decide(context), cancellation);

    /// <summary>The same for a decision that also looks at who is brought together with whom.</summary>
    public Task<ParticipantContext?> ChangeAsync(
        CohortId cohortId, ParticipantId participantId, StepId? step, Func<ParticipantContext, StoredGroups, ParticipantEdit?> decide,
        CancellationToken cancellation) =>
        ChangeAsync(cohortId, participantId, step, readsGroups: true, beside: [], decide, cancellation);

    /// <summary>The same for a decision that also looks at further rows of the cohort, which change only together with the person.</summary>
    internal async Task<ParticipantContext?> ChangeAsync(
        CohortId cohortId, ParticipantId participantId, StepId? step, bool readsGroups, IReadOnlyList<string> beside,
        Func<ParticipantContext, StoredGroups, ParticipantEdit?> decide, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await desk.FindAsync(cohortId, cancellation).ConfigureAwait(false) is not var (cohort, timetable)
                || await desk.FindParticipantAsync(cohortId, participantId, timetable, cancellation).ConfigureAwait(false)
                    is not { } person)
            {
                return null;
            }

            var prefix = step is { } only ? CohortKeys.OutboxOf(only, participantId) : CohortKeys.OutboxPrefix;
            var outbox = await desk.OutboxAsync(cohortId, cancellation, prefix).ConfigureAwait(false);
            var context = new ParticipantContext(
                timetable, cohort.Value, person.Value,
                [.. outbox.Where(message => message.Value.Id.Participant == participantId)])
            {
                Beside = await BesideAsync(cohortId, beside, cancellation).ConfigureAwait(false),
            };
            var groups = readsGroups ? await desk.GroupsAsync(cohortId, cancellation).ConfigureAwait(false) : StoredGroups.None;
            if (decide(context, groups) is not { } edit)
            {
                return context;
            }

            try
            {
                await desk.Tables.SubmitAsync(Table.Cohorts, cohortId.Value, Rows(edit, timetable, person.ETag), cancellation)
                    .ConfigureAwait(false);
                return context;
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                // Tending or another change came first; the decision is made again on what stands now.
            }
        }
    }

    private async Task<IReadOnlyList<Row?>> BesideAsync(CohortId cohortId, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var rows = new List<Row?>();
        foreach (var key in keys)
        {
            rows.Add(await desk.Tables.GetAsync(Table.Cohorts, cohortId.Value, key, cancellation).ConfigureAwait(false));
        }

        return rows;
    }

    private static List<RowChange> Rows(ParticipantEdit edit, Timetable timetable, string etag) =>
    [
        new RowChange.Replace(
            CohortKeys.Person(edit.Person.Id),
            CohortRows.ParticipantShape,
            CohortRows.Write(edit.Person, timetable),
            etag),
        .. edit.Remove.Select(message => new RowChange.Delete(CohortKeys.Outbox(message.Value.Id), message.ETag)),
        .. edit.Facts.Select(CohortRows.Put),
        .. edit.More,
    ];
}
