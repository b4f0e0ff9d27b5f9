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
            new Act(now, Actor.Provider, [.. decided.Select(item => DeedOf(item.Message.Value.Id, item.Decision)).OfType<Deed>()])),
    ];

    private static Deed? DeedOf(MessageId id, OutboxDecision decision) => decision switch
    {
        OutboxDecision.Ends { Deed: var word } => Deed.Of(id, word),
        OutboxDecision.Becomes { Deed: { } word } => Deed.Of(id, word),
        _ => null,
    };
}
