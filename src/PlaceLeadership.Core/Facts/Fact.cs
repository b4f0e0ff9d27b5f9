using NodaTime;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Facts;

/// <summary>
/// An engagement fact: something that happened in a cohort, by day, about a pseudonym. Facts are what evaluators read;
/// they never hold a name, an address, an organisation, a text, or the time of day.
/// </summary>
/// <param name="On">The local day.</param>
/// <param name="Participant">The pseudonym; null for facts about the whole cohort.</param>
/// <param name="Kind">What happened, a word of <see cref="FactKinds"/> or of a journey.</param>
/// <param name="Step">The step it is about, or null.</param>
/// <param name="StepKind">The kind of that step as in the programme file, or empty.</param>
/// <param name="Theme">The theme of that step, or empty.</param>
/// <param name="Question">The question an answer belongs to, or empty.</param>
/// <param name="Value">The answer on a scale or by choice, or which time it was named as still open, or empty.</param>
public sealed record Fact(
    LocalDate On, ParticipantId? Participant, string Kind, StepId? Step = null, string StepKind = "", string Theme = "",
    string Question = "", string Value = "")
{
    /// <summary>
    /// Which reply of the person to the step this belongs to, from 0: the log keeps the facts of every reply, and an export tells
    /// the last whole. Always 0 for what no reply says.
    /// </summary>
    public int Revision { get; init; }

    /// <summary>A fact about a person and a step.</summary>
    public static Fact About(Step step, LocalDate on, ParticipantId participant, string kind) =>
        new(on, participant, kind, step.Id, step.Kind.Word, step.Theme ?? "");
}

/// <summary>The words for what happened, but for what only journeys tell, which have words of their own.</summary>
public static class FactKinds
{
    /// <summary>A person became a participant.</summary>
    public const string Joined = "joined";

    /// <summary>A person left. No reason is asked for.</summary>
    public const string Left = "left";

    /// <summary>A person or, without a participant, the cohort paused.</summary>
    public const string Paused = "paused";

    /// <summary>A person or, without a participant, the cohort went on.</summary>
    public const string WentOn = "went-on";

    /// <summary>A prompt was sent; the day is the day it was due.</summary>
    public const string Prompted = "prompted";

    /// <summary>Another message named the step as still open; the value says which time, 1 or 2.</summary>
    public const string Reminded = "reminded";

    /// <summary>The person answered.</summary>
    public const string Answered = "answered";

    /// <summary>The person reflected and kept it private: a full reply.</summary>
    public const string Kept = "kept";

    /// <summary>The person said: not this week.</summary>
    public const string NotThisWeek = "not-this-week";

    /// <summary>An answer on a scale or by choice in a survey.</summary>
    public const string Answer = "answer";

    /// <summary>The step fell into a pause and was let go.</summary>
    public const string LetGo = "let-go";

    /// <summary>Two letters had no room for the step, or it could not be sent within <c>Timetable.LapseAfterDays</c> of its day; later where letters come less often.</summary>
    public const string Lapsed = "lapsed";

    /// <summary>An optional step for which the letter of its week had no room, or which had none.</summary>
    public const string Dropped = "dropped";

    /// <summary>A manager cancelled the step for this person.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The cohort ended.</summary>
    public const string CohortEnded = "cohort-ended";
}
