using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Facts;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// The row keys inside the partition of a cohort. The outbox and the people stand side by side, so that all that
/// tending reads, apart from the cohort row, is one range; what grows with history (facts, messages, replies) lies
/// outside it.
/// </summary>
public static class CohortKeys
{
    /// <summary>The key of the cohort itself.</summary>
    public const string Cohort = "cohort";

    /// <summary>The start of the keys of messages that are not final.</summary>
    public const string OutboxPrefix = "outbox|";

    /// <summary>The first key at which a row of a journey can stand; the last come before those of the people.</summary>
    public const string JourneysFrom = "own|";

    /// <summary>The start of the keys of people.</summary>
    public const string PersonPrefix = "person|";

    /// <summary>The start of the keys of engagement facts.</summary>
    public const string FactPrefix = "fact|";

    /// <summary>The start of the keys of final messages.</summary>
    public const string MessagePrefix = "message|";

    /// <summary>The first key after every key with this prefix, which ends in <c>|</c>.</summary>
    public static string End(string prefix) => string.Concat(prefix.AsSpan(0, prefix.Length - 1), "}");

    /// <summary>The key of a person.</summary>
    public static string Person(ParticipantId participant) => PersonPrefix + participant;

    /// <summary>The key of the pseudonym of somebody whose identity is erased, among the identities.</summary>
    public static string Pseudonym(ParticipantId participant) => "pseudonym|" + participant;

    /// <summary>The key of a message that is not final.</summary>
    public static string Outbox(LetterId id) => OutboxPrefix + KeyOf(id);

    /// <summary>The key of a final message.</summary>
    public static string Message(LetterId id) => MessagePrefix + KeyOf(id);

    /// <summary>The start of the keys of final messages to a person.</summary>
    public static string MessagesTo(ParticipantId person) => $"{MessagePrefix}{person}|";

    /// <summary>The key of a reply.</summary>
    public static string Reply(StepId step, ParticipantId participant) => $"reply|{step}|{participant}";

    /// <summary>The key of which mails were taken as an answer to a step.</summary>
    public static string AnswerMails(StepId step, ParticipantId participant) => $"answer-mail|{step}|{participant}";

    /// <summary>
    /// The key of a fact, which follows from what it says: storing it twice is storing it once. The three ways of
    /// replying share a key, so that a reply that is changed does not count twice. The facts of a later reply have keys of their own.
    /// </summary>
    public static string Fact(Fact fact)
    {
        var kind = fact.Kind switch
        {
            FactKinds.Answered or FactKinds.Kept or FactKinds.NotThisWeek => "reply",
            FactKinds.Reminded => "reminded-" + fact.Value,
            _ => fact.Kind,
        };
        var revision = fact.Revision == 0 ? "" : fact.Revision.ToString("D6", CultureInfo.InvariantCulture) + "|";
        return $"{FactsFrom(fact.On)}{fact.Participant}|{fact.Step}|{revision}{kind}|{fact.Question}";
    }

    /// <summary>The start of the keys of facts of a day; those of earlier days come before it.</summary>
    public static string FactsFrom(LocalDate day) => $"{FactPrefix}{day.ToString("uuuuMMdd", CultureInfo.InvariantCulture)}|";

    private static string KeyOf(LetterId id) => id.About is { } about
        ? $"{about.Step}|{about.Participant}|{MessageId.Word(about.Kind)}"
        : string.Create(CultureInfo.InvariantCulture, $"{id.Participant}|{id.Number:D6}");
}
