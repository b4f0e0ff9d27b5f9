using System.Security.Cryptography;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Mail.Delivery;

/// <summary>The rows of claiming messages and of storing how they ended.</summary>
internal static class ClaimRows
{
    private const int MarkLength = 10;

    // It goes from what waits to what is final, with a fact for each thing it says.
    private const int RowsEach = 2;
    private const int ActsEach = 1;

    /// <summary>A batch in as few as fit each into the transaction that stores how it ended and claims the next.</summary>
    public static IEnumerable<Stored<OutboxMessage>[]> Fitting(Stored<OutboxMessage>[] batch) => Transactions
        .Pack(batch, message => RowsEach + message.Value.Items.Count, UnitOfWork.RowsMax - Courier.BatchMax - ActsEach)
        .Where(part => part.Count > 0).Select(part => part.ToArray());

    /// <summary>The messages of a batch as they stand once this sender has claimed them.</summary>
    public static IReadOnlyList<Stored<OutboxMessage>> Claims(IReadOnlyList<Stored<OutboxMessage>> batch, Instant now)
    {
        var claimed = new OutboxEvent.Claimed(RandomNumberGenerator.GetHexString(16, lowercase: true));
        return
        [
            .. batch.SelectMany(message => OutboxRules.Decide(message.Value, claimed, now) is OutboxDecision.Becomes becomes
                ? [message with { Value = becomes.Message }] : Array.Empty<Stored<OutboxMessage>>()),
        ];
    }

    /// <summary>The changes that store these messages as they stand.</summary>
    public static IEnumerable<RowChange> Replace(IReadOnlyList<Stored<OutboxMessage>> messages) =>
        messages.SelectMany(message => OutboxRows.Of(message, new OutboxDecision.Becomes(message.Value), null));

    /// <summary>The changes that store what was decided about claimed messages, and the act that tells of it.</summary>
    public static IEnumerable<RowChange> Of(
        IReadOnlyList<(Stored<OutboxMessage> Message, OutboxDecision Decision)> decided, Timetable timetable, Instant now) =>
    [
        .. decided.SelectMany(item => OutboxRows.Of(item.Message, item.Decision, timetable)),
        ActRows.Put(
            ActRows.Key(now, RandomNumberGenerator.GetHexString(MarkLength, lowercase: true), 0),
            new Act(now, Actor.Provider, [.. decided.SelectMany(item => DeedsOf(item.Message.Value, item.Decision))])),
    ];

    private static IEnumerable<Deed> DeedsOf(OutboxMessage message, OutboxDecision decision) => decision switch
    {
        OutboxDecision.Ends { Deed: var word } => message.DeedsOf(word),
        OutboxDecision.Becomes { Deed: { } word } => message.DeedsOf(word),
        _ => [],
    };
}
