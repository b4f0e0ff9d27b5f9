using NodaTime;

namespace PlaceLeadership.Core.Privacy;

/// <summary>A private link: each kind lets its holder do one thing, in one cohort, until a moment in whole seconds.</summary>
public abstract record Link(CohortId Cohort, Instant Expires);

/// <summary>A link in a message to one person.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Participant">The person.</param>
/// <param name="Step">The step of the message.</param>
/// <param name="SentOn">The local day of the prompt.</param>
/// <param name="Expires">From this moment the link does nothing any more.</param>
public abstract record PersonLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires) : Link(Cohort, Expires);

/// <summary>Answer a step, read the answer back, change and delete it.</summary>
public sealed record AnswerLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires)
    : PersonLink(Cohort, Participant, Step, SentOn, Expires);

/// <summary>Pause, and go on again.</summary>
public sealed record PauseLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires)
    : PersonLink(Cohort, Participant, Step, SentOn, Expires);

/// <summary>Leave the programme.</summary>
public sealed record LeaveLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires)
    : PersonLink(Cohort, Participant, Step, SentOn, Expires);

/// <summary>Stop prompts with one click of the mail program (RFC 8058).</summary>
public sealed record OneClickLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires)
    : PersonLink(Cohort, Participant, Step, SentOn, Expires);

/// <summary>Move or call off one set meeting, for the member who leads it.</summary>
public sealed record LeadLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires)
    : PersonLink(Cohort, Participant, Step, SentOn, Expires);

/// <summary>See to one learning set, for whoever facilitates it.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Set">The number of the set.</param>
/// <param name="Generation">Which of its facilitators; the links of earlier ones do nothing any more.</param>
/// <param name="MadeOn">The local day on which it was made.</param>
/// <param name="Expires">From this moment the link does nothing any more.</param>
public sealed record FacilitatorLink(CohortId Cohort, int Set, int Generation, LocalDate MadeOn, Instant Expires) : Link(Cohort, Expires);

/// <summary>Answer the poll for a date by mail. It stands in a mail address, so it is written another way than the others.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Participant">The person.</param>
/// <param name="Step">The step of the poll.</param>
/// <param name="SentOn">The local day of the poll's message.</param>
/// <param name="Times">The times to choose from, in the order of their numbers.</param>
public sealed record PollMailLink(
    CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, IReadOnlyList<LocalDateTime> Times);

/// <summary>What became of reading a token.</summary>
public abstract record LinkReading<T>
    where T : Link
{
    private LinkReading()
    {
    }

    /// <summary>The link is genuine and in time.</summary>
    public sealed record Valid(T Link) : LinkReading<T>;

    /// <summary>The link is genuine but its time is over.</summary>
    public sealed record Expired(T Link) : LinkReading<T>;

    /// <summary>Nobody can be sure who made it: damaged, forged, or made for another purpose.</summary>
    public sealed record Invalid : LinkReading<T>;
}
