using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

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
        Outbox.Where(message => message.Value.State is OutboxState.Queued);

    /// <summary>What journeys keep of the cohort, where that was asked for.</summary>
    public JourneyRows Rows { get; init; } = JourneyRows.None;

    /// <summary>The rows beside the person that were asked for, in that order; null where there is none.</summary>
    public IReadOnlyList<Row?> Beside { get; init; } = [];
}

/// <summary>What a change to one person is decided from beside the person, so that nothing is read in vain.</summary>
/// <param name="Rows">Whether it matters what journeys keep of the cohort.</param>
/// <param name="Beside">The keys of further rows of the cohort, which change only together with the person.</param>
public readonly record struct PersonReads(bool Rows = false, IReadOnlyList<string>? Beside = null);

/// <summary>A change to one person.</summary>
/// <param name="Deed">What it is.</param>
/// <param name="Person">The person afterwards.</param>
/// <param name="Facts">Engagement facts.</param>
/// <param name="Remove">Outbox messages that are taken out in the same transaction.</param>
/// <param name="More">Further rows of the cohort's partition.</param>
public sealed record ParticipantEdit(
    Deed Deed,
    Participant Person,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<Stored<OutboxMessage>> Remove,
    IReadOnlyList<RowChange> More)
{
    /// <summary>What else it is, where it is more than one thing.</summary>
    public IReadOnlyList<Deed> Others { get; init; } = [];

    /// <summary>
    /// A change that also takes back everything that waits for this person, and what is on its way should it not arrive.
    /// </summary>
    public static ParticipantEdit WithdrawingAll(
        Deed deed, ParticipantContext context, Participant person, Instant now, params IReadOnlyList<Fact> facts) =>
        After(new OutboxEvent.NoLongerWanted(), [deed], person, context.Timetable, context.Outbox, now) with { Facts = facts };

    /// <summary>The change to a person to whose messages something happens; what is taken back is as if it had never been decided.</summary>
    public static ParticipantEdit After(
        OutboxEvent what, IEnumerable<Deed> deeds, Participant person, Timetable timetable, IEnumerable<Stored<OutboxMessage>> outbox, Instant now)
    {
        IReadOnlyList<Deed> done = [.. deeds];
        IReadOnlyList<(Stored<OutboxMessage> Message, OutboxDecision Decision)> decided =
            [.. outbox.Select(message => (message, OutboxRules.Decide(message.Value, what, now)))];
        IReadOnlyList<Stored<OutboxMessage>> back = [.. decided.Where(item => item.Decision is OutboxDecision.TakenBack).Select(item => item.Message)];
        return new ParticipantEdit(
            done[0], Withdrawal.Of(back.Select(message => message.Value), person, timetable), [], back,
            [.. decided.Where(item => item.Decision is not OutboxDecision.TakenBack).SelectMany(item => OutboxRows.Of(item.Message, item.Decision, timetable))])
        {
            Others = [.. done.Skip(1)],
        };
    }

    /// <summary>The change to a person to whom a letter was refused for good: it is final, and what it says is decided again.</summary>
    /// <param name="message">The letter.</param>
    /// <param name="what">The refusal.</param>
    /// <param name="context">The person.</param>
    /// <param name="on">The local day, where it was the present address; null where that has changed since.</param>
    /// <param name="now">The moment.</param>
    public static ParticipantEdit Refused(Stored<OutboxMessage> message, OutboxEvent what, ParticipantContext context, LocalDate? on, Instant now)
    {
        var refused = on is not null && context.Person.AddressRefusedOn is null;
        var person = Withdrawal.Of(message.Value, context.Person, context.Timetable);
        return After(
            what, [.. message.Value.DeedsOf(Deeds.Refused), .. refused ? [new Deed(Deeds.AddressRefused, person.Id)] : Array.Empty<Deed>()],
            refused ? person with { AddressRefusedOn = on } : person, context.Timetable, [message], now);
    }

    /// <summary>The rows of it.</summary>
    /// <param name="timetable">The timetable of the cohort's programme.</param>
    /// <param name="etag">The ETag with which the person was read.</param>
    internal ChangedRows Rows(Timetable timetable, string etag) => new(
        [
            new RowChange.Replace(CohortKeys.Person(Person.Id), CohortRows.ParticipantShape, CohortRows.Write(Person, timetable), etag),
            .. Remove.Select(message => new RowChange.Delete(CohortKeys.Outbox(message.Value.Id), message.ETag)),
            .. Facts.Select(CohortRows.Put),
            .. More,
        ],
        [Deed, .. Others]);
}
