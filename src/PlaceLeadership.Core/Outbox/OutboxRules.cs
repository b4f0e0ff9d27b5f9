using NodaTime;
using PlaceLeadership.Core.Acts;

namespace PlaceLeadership.Core.Outbox;

/// <summary>
/// The life of a message. Nothing that may have been accepted is ever queued again on a guess; and events come late, twice
/// and in any order, so none takes back what a stronger one said: bounced over delivered over sent.
/// </summary>
public static class OutboxRules
{
    /// <summary>How long nothing is sent after the provider refused us: so soon it goes on once that is mended.</summary>
    public static readonly Duration AfterStop = Duration.FromMinutes(5);

    private static readonly Duration RetryFirst = Duration.FromMinutes(1);
    private static readonly Duration RetryLongest = Duration.FromHours(1);
    private static readonly OutboxDecision Stays = new OutboxDecision.Stays();
    private static readonly OutboxDecision TakenBack = new OutboxDecision.TakenBack();

    /// <summary>What comes of an event about a message that is not final.</summary>
    public static OutboxDecision Decide(OutboxMessage message, OutboxEvent what, Instant now) => (message.State, what) switch
    {
        (OutboxState.Queued, OutboxEvent.Claimed claimed) => message.Unwanted ? Stays : new OutboxDecision.Becomes(
            message with { State = new OutboxState.Sending(claimed.By), Since = now, Attempts = message.Attempts + 1 }),
        (_, OutboxEvent.Claimed) => Stays,

        (OutboxState.Sending or OutboxState.InDoubt, OutboxEvent.Answered answered) when answered.Claim == message.State.ClaimedBy =>
            After(message, answered.Outcome, now),
        (_, OutboxEvent.Answered) => Stays,
        (OutboxState.Sending, OutboxEvent.Abandoned abandoned) when abandoned.Claim == message.State.ClaimedBy => InDoubt(message, now),
        (_, OutboxEvent.Abandoned) => Stays,
        (OutboxState.Sending or OutboxState.InDoubt, OutboxEvent.Gone gone) when gone.Claim == message.State.ClaimedBy =>
            Ends(message, SentState.Refused, "The step or the person is not there any more."),
        (_, OutboxEvent.Gone) => Stays,

        (OutboxState.InDoubt or OutboxState.Held, OutboxEvent.Reported { Report: ProviderReport.NeverAccepted }) => TakenBack,
        (_, OutboxEvent.Reported reported) => StateOf(reported.Report) is { } state
            ? Ends(message, state, refusesAddress: state == SentState.Bounced) : Stays,

        (_, OutboxEvent.Replied replied) => After(message, replied),
        (OutboxState.Queued, OutboxEvent.NoLongerWanted) => TakenBack,
        (_, OutboxEvent.NoLongerWanted) => NotAgain(message),

        (OutboxState.Queued, OutboxEvent.Over) => TakenBack,
        (_, OutboxEvent.Over) => Stays,
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Nobody has decided what comes of this event."),
    };

    /// <summary>What comes of a report about a message that is final.</summary>
    public static OutboxDecision Decide(SentMessage message, ProviderReport report) =>
        StateOf(report) is { } state && message.State != SentState.Refused && state > message.State
            ? new OutboxDecision.Ends(message with { State = state }, RefusesAddress: state == SentState.Bounced)
            : Stays;

    /// <summary>A reply leaves out what it answers; where nothing else was to be brought, the message is held back.</summary>
    private static OutboxDecision After(OutboxMessage message, OutboxEvent.Replied replied)
    {
        if (message.State is OutboxState.InDoubt or OutboxState.Held && replied.Proves
            && message.Items.Any(item => item.Step == replied.Step && item.Kind == MessageKind.Prompt))
        {
            return Ends(message, SentState.Sent);
        }

        if (!message.Items.Any(item => item.Step == replied.Step && !item.Unwanted))
        {
            return Stays;
        }

        var without = message with { Items = [.. message.Items.Select(item => item.Step == replied.Step ? item with { Unwanted = true } : item)] };
        return message.State is not OutboxState.Queued ? new OutboxDecision.Becomes(without)
            : WithoutUnwanted(without) is { } left ? new OutboxDecision.Becomes(left) : TakenBack;
    }

    /// <summary>What is left of a message that was not sent; null when that brings nothing.</summary>
    private static OutboxMessage? WithoutUnwanted(OutboxMessage message)
    {
        IReadOnlyList<OutboxItem> left = [.. message.Items.Where(item => !item.Unwanted)];
        return left.Count == message.Items.Count ? message
            : left.Any(item => item.Kind == MessageKind.Prompt) ? message with { Items = left } : null;
    }

    private static OutboxDecision NotAgain(OutboxMessage message) =>
        message.Unwanted ? Stays : new OutboxDecision.Becomes(message with { Unwanted = true });

    /// <summary>What an answer means: it is tried again, ends, is held for somebody to see, or is in doubt.</summary>
    private static OutboxDecision After(OutboxMessage message, SendOutcome outcome, Instant now) => outcome switch
    {
        SendOutcome.Accepted => Ends(message, SentState.Sent),
        SendOutcome.Refused refused => Ends(message, SentState.Refused, refused.Reason, refusesAddress: true),
        SendOutcome.NotAccepted not => Again(message, now, not.RetryAfter ?? Backoff(message.Attempts)),
        SendOutcome.Stopped => Again(message, now, AfterStop),
        SendOutcome.Held held => new OutboxDecision.Becomes(
            message with { State = new OutboxState.Held(held.Reason), Since = now }, Deeds.Held),
        SendOutcome.InDoubt => InDoubt(message, now),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Nobody has decided what this answer means."),
    };

    private static OutboxDecision.Becomes Again(OutboxMessage message, Instant now, Duration wait) => new(
        (WithoutUnwanted(message) ?? message with { Unwanted = true }) with { State = new OutboxState.Queued(), NotBefore = now + wait, Since = now },
        Deeds.Postponed);

    private static OutboxDecision.Becomes InDoubt(OutboxMessage message, Instant now) => new(
        message with { State = new OutboxState.InDoubt(message.State.ClaimedBy), Since = now }, Deeds.InDoubt);

    private static OutboxDecision.Ends Ends(OutboxMessage message, SentState state, string? reason = null, bool refusesAddress = false) =>
        new(new SentMessage(message.Id, state, message.DueOn, reason, [.. message.Brought]), refusesAddress);

    private static Duration Backoff(int attempts) =>
        Duration.Min(RetryLongest, RetryFirst * Math.Pow(2, Math.Min(attempts, 10) - 1));

    private static SentState? StateOf(ProviderReport report) => report switch
    {
        ProviderReport.Accepted => SentState.Sent,
        ProviderReport.Delivered => SentState.Delivered,
        ProviderReport.Bounced => SentState.Bounced,
        _ => null,
    };
}
