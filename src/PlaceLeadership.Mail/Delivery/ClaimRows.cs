using System.Security.Cryptography;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Messages;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Mail.Delivery;

/// <summary>The rows of claiming messages and of storing how they ended.</summary>
internal static class ClaimRows
{
    /// <summary>How long nothing is sent after the provider refused us: so soon it goes on once that is mended.</summary>
    public static readonly Duration AfterStop = Duration.FromMinutes(5);

    private const int MarkLength = 10;

    private static readonly Duration RetryFirst = Duration.FromMinutes(1);
    private static readonly Duration RetryLongest = Duration.FromHours(1);

    /// <summary>The messages of a batch as they stand once this sender has claimed them.</summary>
    public static IReadOnlyList<Stored<OutboxMessage>> Claims(IReadOnlyList<Stored<OutboxMessage>> batch, Instant now)
    {
        var claim = RandomNumberGenerator.GetHexString(16, lowercase: true);
        return
        [
            .. batch.Select(message => message with
            {
                Value = message.Value with
                {
                    State = OutboxState.Sending, Since = now, Attempts = message.Value.Attempts + 1, Claim = claim,
                },
            }),
        ];
    }

    /// <summary>The change that stores a message as it stands.</summary>
    public static RowChange.Replace Replace(Stored<OutboxMessage> message) => new(
        CohortKeys.Outbox(message.Value.Id), CohortRows.OutboxShape, CohortRows.Write(message.Value), message.ETag);

    /// <summary>The row of the act by which claimed messages ended.</summary>
    public static RowChange.Put Act(IReadOnlyList<Stored<OutboxMessage>> claimed, IReadOnlyList<SendOutcome> outcomes, Instant now) => ActRows.Put(
        ActRows.Key(now, RandomNumberGenerator.GetHexString(MarkLength, lowercase: true), 0),
        new Act(now, Actor.Provider,
        [
            .. claimed.Zip(outcomes, (message, outcome) => message.Value.Id.DeedOf(Word(outcome))),
        ]));

    private static string Word(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted => Deeds.Accepted,
        SendOutcome.Refused => Deeds.Refused,
        SendOutcome.Held => Deeds.Held,
        SendOutcome.InDoubt => Deeds.InDoubt,
        _ => Deeds.Postponed,
    };

    private static OutboxMessage Again(OutboxMessage message, Instant now, Duration wait) =>
        message with { State = OutboxState.Queued, NotBefore = now + wait, Since = now, Claim = null };

    private static Duration Backoff(int attempts) =>
        Duration.Min(RetryLongest, RetryFirst * Math.Pow(2, Math.Min(attempts, 10) - 1));

    /// <summary>The changes that store how a claimed message ended.</summary>
    public static IEnumerable<RowChange> Completion(
        Stored<OutboxMessage> stored, SendOutcome outcome, Timetable timetable, Instant now)
    {
        var message = stored.Value;
        var key = CohortKeys.Outbox(message.Id);
        switch (outcome)
        {
            case SendOutcome.Accepted:
                var step = timetable.FindStep(message.Id.Step);
                return [new RowChange.Delete(key, stored.ETag), .. Settlement.Sent(message, step)];
            case SendOutcome.Refused refused:
                return [new RowChange.Delete(key, stored.ETag), Settlement.Refused(message, refused.Reason)];
            case SendOutcome.NotAccepted not:
                return [Replace(stored with { Value = Again(message, now, not.RetryAfter ?? Backoff(message.Attempts)) })];
            case SendOutcome.Stopped:
                return [Replace(stored with { Value = Again(message, now, AfterStop) })];
            case SendOutcome.Held held:
                return [Replace(stored with { Value = message with { State = OutboxState.InDoubt, Since = now, Claim = null, Held = held.Reason } })];
            default:
                return [Replace(stored with { Value = message with { State = OutboxState.InDoubt, Since = now } })];
        }
    }
}
