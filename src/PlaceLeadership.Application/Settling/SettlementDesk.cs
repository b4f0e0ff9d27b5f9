using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Application.Settling;

/// <summary>What became of an event.</summary>
public enum EventOutcome
{
    /// <summary>Something changed.</summary>
    Applied,

    /// <summary>It says nothing new: a repeat, or one that came late.</summary>
    AlreadyKnown,

    /// <summary>No message with this id is, or was, in the outbox.</summary>
    UnknownMessage,
}

/// <summary>
/// Settles messages by evidence. Events come late, twice and in any order, so each is applied to what stands, and none
/// takes back what a stronger one said: bounced over delivered over sent.
/// </summary>
public sealed class SettlementDesk(CohortReader reader, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Applies one event.</summary>
    /// <param name="id">The message.</param>
    /// <param name="by">Who says so: the provider, or a manager who asked the person.</param>
    /// <param name="what">What is said of it.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="address">The address of which it is said, or null when nobody says: a bounce of another than the present one is the message's alone.</param>
    public async Task<EventOutcome> ApplyAsync(
        LetterId id, Actor by, ProviderReport what, CancellationToken cancellation, string? address = null)
    {
        var outcome = await work.ChangeAsync(
            id.Cohort, by, () => ReadAsync(id, cancellation), read => DecideAsync(id, read, what, address, cancellation), cancellation).ConfigureAwait(false);
        return outcome ?? await TakeBackAsync(id, by, cancellation).ConfigureAwait(false);
    }

    private async Task<(Row? Waiting, Row? Final)> ReadAsync(LetterId id, CancellationToken cancellation)
    {
        var waiting = await reader.Tables.GetAsync(Table.Cohorts, id.Cohort.Value, CohortKeys.Outbox(id), cancellation).ConfigureAwait(false);
        return (waiting, waiting is not null
            ? null : await reader.Tables.GetAsync(Table.Cohorts, id.Cohort.Value, CohortKeys.Message(id), cancellation).ConfigureAwait(false));
    }

    /// <summary>What the event comes to; the outcome is null when the message is to be taken back.</summary>
    private async Task<Change<EventOutcome?>> DecideAsync(
        LetterId id, (Row? Waiting, Row? Final) read, ProviderReport what, string? address, CancellationToken cancellation)
    {
        if (read.Waiting is not null)
        {
            return await SettleAsync(CohortRows.ReadOutbox(read.Waiting), what, address, cancellation).ConfigureAwait(false);
        }

        if (read.Final is null)
        {
            return new(EventOutcome.UnknownMessage);
        }

        var message = CohortRows.ReadMessage(read.Final);
        return OutboxRules.Decide(message.Value, what) is not OutboxDecision.Ends ends
            ? new(EventOutcome.AlreadyKnown)
            : await AppliedAsync(
                id, ends, [.. ends.Message.Items.Select(item => Deed.Of(item.To(id), ends.Deed))],
                [new RowChange.Replace(CohortKeys.Message(id), CohortRows.MessageShape, CohortRows.Write(ends.Message), message.ETag)],
                address, cancellation).ConfigureAwait(false);
    }

    private async Task<Change<EventOutcome?>> SettleAsync(
        Stored<OutboxMessage> stored, ProviderReport what, string? address, CancellationToken cancellation)
    {
        var decision = OutboxRules.Decide(stored.Value, new OutboxEvent.Reported(what), clock.Now());
        if (decision is not OutboxDecision.Ends ends)
        {
            return new(decision is OutboxDecision.TakenBack ? null : EventOutcome.AlreadyKnown);
        }

        var found = await reader.FindAsync(stored.Value.Id.Cohort, cancellation).ConfigureAwait(false);
        return await AppliedAsync(
            stored.Value.Id, ends, [.. stored.Value.DeedsOf(ends.Deed)], OutboxRows.Of(stored, ends, found?.Timetable), address, cancellation).ConfigureAwait(false);
    }

    private async Task<Change<EventOutcome?>> AppliedAsync(
        LetterId id, OutboxDecision.Ends ends, IReadOnlyList<Deed> deeds, IReadOnlyList<RowChange> rows, string? address, CancellationToken cancellation) => new(
        EventOutcome.Applied,
        new ChangedRows(
            [.. rows, .. ends.RefusesAddress ? await RefusalAsync(id, address, cancellation).ConfigureAwait(false) : []],
            deeds));

    /// <summary>Certainly not accepted: taken back, so that tending plans it anew by the rules of the day.</summary>
    private async Task<EventOutcome> TakeBackAsync(LetterId id, Actor by, CancellationToken cancellation) => await work.ChangePersonAsync(
        id.Cohort, by, id.Participant, default,
        person => person.Outbox.FirstOrDefault(message => message.Value.Id == id) is { } message && ParticipantEdit.After(
            new OutboxEvent.Reported(ProviderReport.NeverAccepted), message.Value.DeedsOf(Deeds.NotSent), person.Person,
            person.Timetable, [message], clock.Now()) is { Remove.Count: > 0 } edit
                ? edit : null,
        cancellation).ConfigureAwait(false) is null ? EventOutcome.UnknownMessage : EventOutcome.Applied;

    /// <summary>
    /// What a bounce changes about the person, stored with the bounce itself: reported again after the address was mended,
    /// it says nothing new about the new one.
    /// </summary>
    private async Task<IReadOnlyList<RowChange>> RefusalAsync(
        LetterId id, string? address, CancellationToken cancellation)
    {
        if ((address is not null && !await reader.HasAddressAsync(id.Cohort, id.Participant, address, cancellation).ConfigureAwait(false))
            || await reader.FindPersonAsync(id.Cohort, id.Participant, cancellation).ConfigureAwait(false)
                is not var (cohort, timetable, person)
            || person.Value.AddressRefusedOn is not null)
        {
            return [];
        }

        var refused = person.Value with { AddressRefusedOn = clock.Now().InZone(cohort.Value.Zone).Date };
        return
        [
            new RowChange.Replace(
                CohortKeys.Person(id.Participant), CohortRows.ParticipantShape, CohortRows.Write(refused, timetable), person.ETag),
        ];
    }
}
