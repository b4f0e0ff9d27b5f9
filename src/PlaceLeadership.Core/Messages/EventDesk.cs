using PlaceLeadership.Core.Cohorts;
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
public sealed class EventDesk(CohortDesk desk, ParticipantDesk participants, TimeProvider clock)
{
    private const int AttemptsMax = 20;

    /// <summary>Applies one event.</summary>
    /// <param name="id">The message.</param>
    /// <param name="what">What is said of it.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <param name="address">The address of which it is said, or null when nobody says: a bounce of another than the present one is the message's alone.</param>
    public async Task<EventOutcome> ApplyAsync(
        MessageId id, ProviderEvent what, CancellationToken cancellation, string? address = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryApplyAsync(id, what, address, cancellation).ConfigureAwait(false);
            }
            catch (StoreConflictException) when (attempt < AttemptsMax)
            {
                // The courier or a reply settled it at this moment: look again.
            }
        }
    }

    private async Task<EventOutcome> TryApplyAsync(MessageId id, ProviderEvent what, string? address, CancellationToken cancellation)
    {
        var waiting = await desk.Tables
            .GetAsync(Table.Cohorts, id.Cohort.Value, CohortKeys.Outbox(id), cancellation).ConfigureAwait(false);
        if (waiting is not null)
        {
            return await SettleAsync(CohortRows.ReadOutbox(waiting), what, address, cancellation).ConfigureAwait(false);
        }

        var final = await desk.Tables
            .GetAsync(Table.Cohorts, id.Cohort.Value, CohortKeys.Message(id), cancellation).ConfigureAwait(false);
        if (final is null)
        {
            return EventOutcome.UnknownMessage;
        }

        var message = CohortRows.ReadMessage(final);
        var state = StateOf(what);
        if (state is null || message.Value.State is SentState.Refused || state <= message.Value.State)
        {
            return EventOutcome.AlreadyKnown;
        }

        await SubmitAsync(
            id,
            [Replace(message.Value with { State = state.Value }, final.ETag), .. await RefusalAsync(id, what, address, cancellation).ConfigureAwait(false)],
            cancellation).ConfigureAwait(false);
        return EventOutcome.Applied;
    }

    private async Task<EventOutcome> SettleAsync(
        Stored<OutboxMessage> stored, ProviderEvent what, string? address, CancellationToken cancellation)
    {
        var message = stored.Value;
        if (StateOf(what) is { } state)
        {
            var found = await desk.FindAsync(message.Id.Cohort, cancellation).ConfigureAwait(false);
            var step = found?.Timetable.FindStep(message.Id.Step);
            await SubmitAsync(
                message.Id,
                [new RowChange.Delete(CohortKeys.Outbox(message.Id), stored.ETag), .. Settlement.Sent(message, step, state),
                    .. await RefusalAsync(message.Id, what, address, cancellation).ConfigureAwait(false)],
                cancellation).ConfigureAwait(false);
            return EventOutcome.Applied;
        }

        if (message.State != OutboxState.InDoubt)
        {
            return EventOutcome.AlreadyKnown;
        }

        // Certainly not accepted: taken back, so that tending plans it anew by the rules of the day.
        var context = await participants.ChangeAsync(
            message.Id.Cohort, message.Id.Participant, message.Id.Step,
            person => person.Outbox.FirstOrDefault(item => item.Value.Id == message.Id && item.Value.State == OutboxState.InDoubt) is { } item
                ? new ParticipantEdit(Withdrawal.Of(item.Value, person.Person, person.Timetable), [], [item], [])
                : null,
            cancellation).ConfigureAwait(false);
        return context is null ? EventOutcome.UnknownMessage : EventOutcome.Applied;
    }

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

    private Task SubmitAsync(MessageId id, IReadOnlyList<RowChange> changes, CancellationToken cancellation) =>
        desk.Tables.SubmitAsync(Table.Cohorts, id.Cohort.Value, changes, cancellation);

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
