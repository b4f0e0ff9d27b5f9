using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
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
                        new OutboxDecision.Ends(new SentMessage(message.Id, SentState.Sent, message.DueOn, null)), null)], cancellation);
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
