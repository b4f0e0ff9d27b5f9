using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Messages;

/// <summary>The rows that make a message final.</summary>
public static class Settlement
{
    /// <summary>The rows of a message that was accepted: the message itself and its engagement fact, if it has one.</summary>
    /// <param name="message">The message.</param>
    /// <param name="step">Its step, or null when the programme does not have it any more.</param>
    /// <param name="state">Sent, or what is known beyond that.</param>
    public static IEnumerable<RowChange> Sent(OutboxMessage message, Step? step, SentState state = SentState.Sent)
    {
        var final = Final(new SentMessage(message.Id, state, message.DueOn, null));
        if (message.Id.Kind == MessageKind.Unclear)
        {
            return [final];
        }

        var kind = message.Id.Kind == MessageKind.Prompt ? FactKinds.Prompted : FactKinds.Reminded;
        var fact = step is null
            ? new Fact(message.DueOn, message.Id.Participant, kind, message.Id.Step)
            : Fact.About(step, message.DueOn, message.Id.Participant, kind);
        fact = message.Id.Kind == MessageKind.Prompt
            ? fact
            : fact with { Value = message.Id.Kind == MessageKind.FirstReminder ? "1" : "2" };
        return [final, CohortRows.Put(fact)];
    }

    /// <summary>The row of a message that the provider refused for good.</summary>
    public static RowChange Refused(OutboxMessage message, string reason) =>
        Final(new SentMessage(message.Id, SentState.Refused, message.DueOn, reason));

    private static RowChange.Put Final(SentMessage message) =>
        new(CohortKeys.Message(message.Id), CohortRows.MessageShape, CohortRows.Write(message));
}
