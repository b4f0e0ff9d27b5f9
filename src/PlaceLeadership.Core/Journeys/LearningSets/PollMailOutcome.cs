using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets.ByMail;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>Why a mail was not taken as an answer to a poll. Nothing was stored, and the named person has the mail as well.</summary>
public enum PollMailRefusal
{
    /// <summary>None of its addresses is one of a poll.</summary>
    NoPoll,

    /// <summary>Nobody can be sure that we made the address.</summary>
    NotOurs,

    /// <summary>The address was good too long ago.</summary>
    Expired,

    /// <summary>The cohort, the person or the meeting is not there any more.</summary>
    Gone,

    /// <summary>The poll has closed, or is not for this person any more.</summary>
    Closed,

    /// <summary>A machine wrote it.</summary>
    Automatic,

    /// <summary>It is from the person who signs the messages, and so about somebody's answer.</summary>
    FromSender,

    /// <summary>It is from somebody else of the cohort, who answered to everybody.</summary>
    FromAnother,
}

/// <summary>What became of a mail.</summary>
public abstract record PollMailOutcome
{
    private PollMailOutcome()
    {
    }

    /// <summary>It is stored as the person's answer, now or by an earlier delivery.</summary>
    /// <param name="Cohort">The cohort.</param>
    /// <param name="Vote">What it says: times or none.</param>
    /// <param name="Times">The times there were to choose from, local; the first is number 1.</param>
    public sealed record Taken(Cohort Cohort, MailVote Vote, IReadOnlyList<LocalDateTime> Times) : PollMailOutcome;

    /// <summary>It is a genuine answer that only a person can understand, or one to times that are others by now.</summary>
    /// <param name="Reason">Why, in a sentence that repeats nothing of the mail.</param>
    /// <param name="Answered">The cohort, when its writer is told so by a message with a link; null when they were told before, or cannot be.</param>
    /// <param name="Stands">The times, local, that the person chose before and that go on being counted; null when nothing was chosen.</param>
    public sealed record Unreadable(string Reason, Cohort? Answered = null, IReadOnlyList<LocalDateTime>? Stands = null) : PollMailOutcome;

    /// <summary>It is no answer.</summary>
    public sealed record Refused(PollMailRefusal Reason) : PollMailOutcome;
}
