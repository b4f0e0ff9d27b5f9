using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Simulation.Tests;

/// <summary>Makes every claim store the message as sent at once: the classic bug of marking before sending.</summary>
public sealed class EagerTables(ITables inner) : ITables
{
    public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation) =>
        inner.GetAsync(table, partition, key, cancellation);

    public IAsyncEnumerable<Row> RangeAsync(Table table, string partition, string from, string to, CancellationToken cancellation) =>
        inner.RangeAsync(table, partition, from, to, cancellation);

    public async Task<IReadOnlyList<string>> SubmitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
    {
        var etags = await inner.SubmitAsync(table, partition, changes, cancellation);
        for (var index = 0; index < changes.Count; index++)
        {
            if (changes[index] is RowChange.Replace { Shape: CohortRows.OutboxShape } claim
                && CohortRows.ReadOutbox(new Row(claim.Key, claim.Shape, claim.Body, "")).Value is { State: OutboxState.Sending } message)
            {
                await inner.SubmitAsync(
                    table, partition, [.. OutboxRows.Of(
                        new Stored<OutboxMessage>(message, etags[index]),
                        new OutboxDecision.Ends(new SentMessage(message.Id, SentState.Sent, message.DueOn, null, [.. message.Brought])), null)], cancellation);
            }
        }

        return etags;
    }
}

/// <summary>Shows claimed messages as waiting: what an outbox without a sending state would do after a crash.</summary>
public sealed class ForgetfulTables(ITables inner) : ITables
{
    public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation) =>
        inner.GetAsync(table, partition, key, cancellation);

    public IAsyncEnumerable<Row> RangeAsync(Table table, string partition, string from, string to, CancellationToken cancellation) =>
        inner.RangeAsync(table, partition, from, to, cancellation).Select(Forget);

    public Task<IReadOnlyList<string>> SubmitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        inner.SubmitAsync(table, partition, changes, cancellation);

    private static Row Forget(Row row) => row.Shape == CohortRows.OutboxShape
        && CohortRows.ReadOutbox(row).Value is { State: OutboxState.Sending or OutboxState.InDoubt } message
            ? row with { Body = CohortRows.Write(message with { State = new OutboxState.Queued() }) }
            : row;
}

/// <summary>Changes what is stored: a fault in whatever decides or stores letters.</summary>
/// <param name="inner">The tables.</param>
/// <param name="distort">What becomes of the changes of a transaction, one for each.</param>
public sealed class DistortingTables(ITables inner, Func<IReadOnlyList<RowChange>, IReadOnlyList<RowChange>> distort) : ITables
{
    private static readonly Timetable Timetable = Timetable.Of(SmallProgramme.Programme);

    public Task<Row?> GetAsync(Table table, string partition, string key, CancellationToken cancellation) =>
        inner.GetAsync(table, partition, key, cancellation);

    public IAsyncEnumerable<Row> RangeAsync(Table table, string partition, string from, string to, CancellationToken cancellation) =>
        inner.RangeAsync(table, partition, from, to, cancellation);

    public Task<IReadOnlyList<string>> SubmitAsync(
        Table table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        inner.SubmitAsync(table, partition, distort(changes), cancellation);

    /// <summary>A letter goes without one of the things that it is noted to bring.</summary>
    public static IReadOnlyList<RowChange> LoseAnItem(IReadOnlyList<RowChange> changes) =>
    [
        .. changes.Select(change => change is RowChange.Insert { Shape: CohortRows.OutboxShape } queued && Second(queued) is { } second
            ? queued with { Body = CohortRows.Write(Letter(queued) with { Items = [.. Letter(queued).Items.Where(item => item.Step != second)] }) } : change),
    ];

    /// <summary>One of the things that a letter brings is not noted for its reader, so that a later letter brings it again.</summary>
    public static IReadOnlyList<RowChange> ForgetAnItem(IReadOnlyList<RowChange> changes) => Forget(changes, Second);

    /// <summary>What was moved is not noted for its reader when its letter is decided.</summary>
    public static IReadOnlyList<RowChange> ForgetWhatWasMoved(IReadOnlyList<RowChange> changes) =>
        Forget(changes, queued => Letter(queued).Brought.Where(item => item.Moved is not null).Select(item => (StepId?)item.Step).FirstOrDefault());

    private static IReadOnlyList<RowChange> Forget(IReadOnlyList<RowChange> changes, Func<RowChange.Insert, StepId?> what)
    {
        var forgotten = changes.OfType<RowChange.Insert>().Where(change => change.Shape == CohortRows.OutboxShape && what(change) is not null)
            .ToDictionary(change => CohortKeys.Person(Letter(change).Id.Participant), change => what(change)!.Value);
        return
        [
            .. changes.Select(change =>
            {
                if (change is not RowChange.Replace person || !forgotten.TryGetValue(change.Key, out var step))
                {
                    return change;
                }

                var reader = CohortRows.ReadParticipant(new Row(person.Key, person.Shape, person.Body, person.ETag), Timetable).Value;
                return person with { Body = CohortRows.Write(reader with { Handled = reader.Handled.Without(Timetable.PlaceOf(step)) }, Timetable) };
            }),
        ];
    }

    private static OutboxMessage Letter(RowChange.Insert queued) => CohortRows.ReadOutbox(new Row(queued.Key, queued.Shape, queued.Body, "")).Value;

    private static StepId? Second(RowChange.Insert queued) =>
        Letter(queued).Brought.Skip(1).Where(item => !SmallProgramme.Programme.Steps.First(step => step.Id == item.Step.Whole).Kind.NeedsMatching)
            .Select(item => (StepId?)item.Step).FirstOrDefault();
}
