using NodaTime;
using PlaceLeadership.Core.Answering;

namespace PlaceLeadership.Core.Replies;

/// <summary>The three ways of replying to a prompt; each is a full reply.</summary>
public enum ReplyKind
{
    /// <summary>Answered on the page.</summary>
    Answered,

    /// <summary>'I reflected and kept it to myself.'</summary>
    Kept,

    /// <summary>'Not this week.'</summary>
    NotThisWeek,
}

/// <summary>That somebody replied, without what they wrote.</summary>
/// <param name="Step">The step.</param>
/// <param name="Participant">The person.</param>
/// <param name="Kind">How.</param>
/// <param name="FirstOn">The local day of the first reply to this step; facts carry it.</param>
public sealed record Reply(StepId Step, ParticipantId Participant, ReplyKind Kind, LocalDate FirstOn);

/// <summary>What became of an act behind a link.</summary>
public abstract record ReplyOutcome
{
    private ReplyOutcome()
    {
    }

    /// <summary>Stored, or already as asked for.</summary>
    public sealed record Done : ReplyOutcome;

    /// <summary>The answers need mending; nothing was stored.</summary>
    public sealed record Problems(IReadOnlyList<AnswerProblem> Items) : ReplyOutcome;

    /// <summary>The question has closed; nothing was stored.</summary>
    public sealed record Closed(LocalDate On) : ReplyOutcome;

    /// <summary>The cohort, person or step is not there any more; nothing was stored.</summary>
    public sealed record Gone : ReplyOutcome;
}
