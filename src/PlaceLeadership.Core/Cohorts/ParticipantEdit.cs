using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Messages;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
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

    /// <summary>Who is brought together with whom, where that was asked for.</summary>
    public StoredGroups Groups { get; init; } = StoredGroups.None;

    /// <summary>The rows beside the person that were asked for, in that order; null where there is none.</summary>
    public IReadOnlyList<Row?> Beside { get; init; } = [];
}

/// <summary>What a change to one person is decided from beside the person, so that nothing is read in vain.</summary>
/// <param name="Step">Only this message's rows in the outbox matter; null means all of the person's.</param>
/// <param name="Groups">Whether it matters who is brought together with whom.</param>
/// <param name="Beside">The keys of further rows of the cohort, which change only together with the person.</param>
public readonly record struct PersonReads(StepId? Step = null, bool Groups = false, IReadOnlyList<string>? Beside = null);

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
    /// <summary>
    /// A change that also takes back everything that waits for this person, and what is on its way should it not arrive.
    /// </summary>
    public static ParticipantEdit WithdrawingAll(Deed deed, ParticipantContext context, Participant person, params IReadOnlyList<Fact> facts)
    {
        IReadOnlyList<Stored<OutboxMessage>> waiting = [.. context.Waiting];
        return new ParticipantEdit(
            deed, Withdrawal.Of(waiting.Select(message => message.Value), person, context.Timetable), facts, waiting,
            [.. CohortRows.MarkUnwanted(context.Outbox)]);
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
        Deed);
}
