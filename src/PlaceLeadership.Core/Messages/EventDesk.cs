using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Messages;

/// <summary>What a provider, or a manager who asked the person, says of a message.</summary>
public enum ProviderEvent
{
    /// <summary>The provider has accepted it.</summary>
    Accepted,

    /// <summary>It reached the mailbox.</summary>
    Delivered,

    /// <summary>The mailbox sent it back for good.</summary>
    Bounced,

    /// <summary>It was certainly never accepted.</summary>
    NeverAccepted,
}

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
public sealed class EventDesk(CohortDesk desk, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Applies one event.</summary>
    /// <param name="id">The message.</param>
    /// <param name="by">Who says so: the provider, or a manager who asked the person.</param>
    /// <param name="what">What is said of it.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="address">The address of which it is said, or null when nobody says: a bounce of another than the present one is the message's alone.</param>
    public async Task<EventOutcome> ApplyAsync(
        MessageId id, Actor by, ProviderEvent what, CancellationToken cancellation, string? address = null)
    {
        var outcome = await work.ChangeAsync(
            id.Cohort, by, () => ReadAsync(id, cancellation), read => DecideAsync(id, read, what, address, cancellation), cancellation).ConfigureAwait(false);
        return outcome ?? await TakeBackAsync(id, by, cancellation).ConfigureAwait(false);
    }

    private async Task<(Row? Waiting, Row? Final)> ReadAsync(MessageId id, CancellationToken cancellation)
    {
        var waiting = await desk.Tables.GetAsync(Table.Cohorts, id.Cohort.Value, CohortKeys.Outbox(id), cancellation).ConfigureAwait(false);
        return (waiting, waiting is not null
            ? null : await desk.Tables.GetAsync(Table.Cohorts, id.Cohort.Value, CohortKeys.Message(id), cancellation).ConfigureAwait(false));
    }

    /// <summary>What the event comes to; the outcome is null when the message is to be taken back.</summary>
    private async Task<Change<EventOutcome?>> DecideAsync(
        MessageId id, (Row? Waiting, Row? Final) read, ProviderEvent what, string? address, CancellationToken cancellation)
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
        return StateOf(what) is not { } state || message.Value.State is SentState.Refused || state <= message.Value.State
            ? new(EventOutcome.AlreadyKnown)
            : new(EventOutcome.Applied, new ChangedRows(
                [
                    Replace(message.Value with { State = state }, message.ETag),
                    .. await RefusalAsync(id, what, address, cancellation).ConfigureAwait(false),
                ],
                DeedOf(id, state)));
    }

    private async Task<Change<EventOutcome?>> SettleAsync(
        Stored<OutboxMessage> stored, ProviderEvent what, string? address, CancellationToken cancellation)
    {
        var message = stored.Value;
        if (StateOf(what) is not { } state)
        {
            return new(message.State == OutboxState.InDoubt ? null : EventOutcome.AlreadyKnown);
        }

        var found = await desk.FindAsync(message.Id.Cohort, cancellation).ConfigureAwait(false);
        var step = found?.Timetable.FindStep(message.Id.Step);
        return new(EventOutcome.Applied, new ChangedRows(
            [
                new RowChange.Delete(CohortKeys.Outbox(message.Id), stored.ETag), .. Settlement.Sent(message, step, state),
                .. await RefusalAsync(message.Id, what, address, cancellation).ConfigureAwait(false),
            ],
            DeedOf(message.Id, state)));
    }

    /// <summary>Certainly not accepted: taken back, so that tending plans it anew by the rules of the day.</summary>
    private async Task<EventOutcome> TakeBackAsync(MessageId id, Actor by, CancellationToken cancellation) => await work.ChangePersonAsync(
        id.Cohort, by, id.Participant, new PersonReads(id.Step),
        person => person.Outbox.FirstOrDefault(item => item.Value.Id == id && item.Value.State == OutboxState.InDoubt) is { } item
            ? new ParticipantEdit(
                id.DeedOf(Deeds.NotSent), Withdrawal.Of(item.Value, person.Person, person.Timetable), [], [item], [])
            : null,
        cancellation).ConfigureAwait(false) is null ? EventOutcome.UnknownMessage : EventOutcome.Applied;

    /// <summary>
    /// What a bounce changes about the person, stored with the bounce itself: reported again after the address was mended,
    /// it says nothing new about the new one.
    /// </summary>
    private async Task<IReadOnlyList<RowChange>> RefusalAsync(
        MessageId id, ProviderEvent what, string? address, CancellationToken cancellation)
    {
        if (what != ProviderEvent.Bounced
            || (address is not null && !await desk.HasAddressAsync(id.Cohort, id.Participant, address, cancellation).ConfigureAwait(false))
            || await desk.FindAsync(id.Cohort, cancellation).ConfigureAwait(false) is not var (cohort, timetable)
            || await desk.FindParticipantAsync(id.Cohort, id.Participant, timetable, cancellation).ConfigureAwait(false)
                is not { Value.AddressRefusedOn: null } person)
        {
            return [];
        }

        var refused = person.Value with { AddressRefusedOn = Time.Clocks.Now(clock).InZone(cohort.Value.Zone).Date };
        return
        [
            new RowChange.Replace(
                CohortKeys.Person(id.Participant), CohortRows.ParticipantShape, CohortRows.Write(refused, timetable), person.ETag),
        ];
    }

    private static Deed DeedOf(MessageId id, SentState state) => id.DeedOf(state switch
    {
        SentState.Sent => Deeds.Accepted,
        SentState.Delivered => Deeds.Delivered,
        _ => Deeds.Bounced,
    });

    private static RowChange.Replace Replace(SentMessage message, string etag) =>
        new(CohortKeys.Message(message.Id), CohortRows.MessageShape, CohortRows.Write(message), etag);

    private static SentState? StateOf(ProviderEvent what) => what switch
    {
        ProviderEvent.Accepted => SentState.Sent,
        ProviderEvent.Delivered => SentState.Delivered,
        ProviderEvent.Bounced => SentState.Bounced,
        _ => null,
    };
}
