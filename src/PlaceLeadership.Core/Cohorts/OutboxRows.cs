using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>The rows that store what was decided about a message.</summary>
public static class OutboxRows
{
    /// <summary>The rows of a decision about a message that is not final; what it changes about the person is stored beside them.</summary>
    /// <param name="stored">The message as it was read.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="timetable">Where its steps are looked up, or null when there is none any more.</param>
    public static IReadOnlyList<RowChange> Of(Stored<OutboxMessage> stored, OutboxDecision decision, Timetable? timetable)
    {
        var key = CohortKeys.Outbox(stored.Value.Id);
        return decision switch
        {
            OutboxDecision.Becomes becomes =>
                [new RowChange.Replace(key, CohortRows.OutboxShape, CohortRows.Write(becomes.Message), stored.ETag)],
            OutboxDecision.Ends ends =>
            [
                new RowChange.Delete(key, stored.ETag),
                new RowChange.Put(CohortKeys.Message(ends.Message.Id), CohortRows.MessageShape, CohortRows.Write(ends.Message)),
                .. ends.Message.State == SentState.Refused ? [] : Facts(stored.Value, timetable).Select(CohortRows.Put),
            ],
            OutboxDecision.TakenBack => [new RowChange.Delete(key, stored.ETag)],
            _ => [],
        };
    }

    private static IEnumerable<Fact> Facts(OutboxMessage message, Timetable? timetable) => message.Items
        .Where(item => item.Kind != MessageKind.Unclear)
        .Select(item =>
        {
            var kind = item.Kind == MessageKind.Prompt ? FactKinds.Prompted : FactKinds.Reminded;
            var fact = timetable?.FindStep(item.Step) is { } step
                ? Fact.About(step, message.DueOn, message.Id.Participant, kind)
                : new Fact(message.DueOn, message.Id.Participant, kind, item.Step);
            return item.Kind == MessageKind.Prompt ? fact : fact with { Value = item.Kind == MessageKind.FirstReminder ? "1" : "2" };
        });
}
