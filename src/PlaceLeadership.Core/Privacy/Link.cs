using NodaTime;

namespace PlaceLeadership.Core.Privacy;

/// <summary>
/// A private link: each kind lets its holder do one thing, in one cohort, until a moment in whole seconds. A kind is a record that says
/// how its token writes it (<see cref="Written"/>) and, as an <see cref="ILink{T}"/>, how it is read back.
/// </summary>
public abstract record Link(CohortId Cohort, Instant Expires)
{
    /// <summary>What it is for.</summary>
    public abstract LinkPurpose Serves { get; }

    /// <summary>What its token says.</summary>
    public abstract WrittenLink Written { get; }
}

/// <summary>What a kind of private link is for.</summary>
/// <param name="Letter">What the path of its pages begins with.</param>
/// <param name="Word">The word that its key is derived from. No other kind has either, and neither changes, for links work for 400 days.</param>
public sealed record LinkPurpose(string Letter, string Word);

/// <summary>A kind of private link, to read one by.</summary>
public interface ILink<T>
    where T : Link, ILink<T>
{
    /// <summary>What it is for.</summary>
    static abstract LinkPurpose Purpose { get; }

    /// <summary>The link that a token says, or null when it says none of this kind.</summary>
    static abstract T? Read(WrittenLink written);
}

/// <summary>A link in a message to one person.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Participant">The person.</param>
/// <param name="Step">The step of the message.</param>
/// <param name="SentOn">The local day of the prompt.</param>
/// <param name="Expires">From this moment the link does nothing any more.</param>
public abstract record PersonLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires) : Link(Cohort, Expires)
{
    /// <inheritdoc/>
    public sealed override WrittenLink Written => new(Cohort, Participant, Step, SentOn, Expires);
}

/// <summary>Answer a step, read the answer back, change and delete it.</summary>
public sealed record AnswerLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires)
    : PersonLink(Cohort, Participant, Step, SentOn, Expires), ILink<AnswerLink>
{
    /// <inheritdoc/>
    public static LinkPurpose Purpose { get; } = new("a", "answer");

    /// <inheritdoc/>
    public override LinkPurpose Serves => Purpose;

    /// <inheritdoc/>
    public static AnswerLink Read(WrittenLink written) => new(written.Cohort, written.Participant, written.Step, written.Day, written.Expires);
}

/// <summary>Pause, and go on again.</summary>
public sealed record PauseLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires)
    : PersonLink(Cohort, Participant, Step, SentOn, Expires), ILink<PauseLink>
{
    /// <inheritdoc/>
    public static LinkPurpose Purpose { get; } = new("p", "pause");

    /// <inheritdoc/>
    public override LinkPurpose Serves => Purpose;

    /// <inheritdoc/>
    public static PauseLink Read(WrittenLink written) => new(written.Cohort, written.Participant, written.Step, written.Day, written.Expires);
}

/// <summary>Leave the programme.</summary>
public sealed record LeaveLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires)
    : PersonLink(Cohort, Participant, Step, SentOn, Expires), ILink<LeaveLink>
{
    /// <inheritdoc/>
    public static LinkPurpose Purpose { get; } = new("l", "leave");

    /// <inheritdoc/>
    public override LinkPurpose Serves => Purpose;

    /// <inheritdoc/>
    public static LeaveLink Read(WrittenLink written) => new(written.Cohort, written.Participant, written.Step, written.Day, written.Expires);
}

/// <summary>Stop prompts with one click of the mail program (RFC 8058).</summary>
public sealed record OneClickLink(CohortId Cohort, ParticipantId Participant, StepId Step, LocalDate SentOn, Instant Expires)
    : PersonLink(Cohort, Participant, Step, SentOn, Expires), ILink<OneClickLink>
{
    /// <inheritdoc/>
    public static LinkPurpose Purpose { get; } = new("u", "one-click");

    /// <inheritdoc/>
    public override LinkPurpose Serves => Purpose;

    /// <inheritdoc/>
    public static OneClickLink Read(WrittenLink written) => new(written.Cohort, written.Participant, written.Step, written.Day, written.Expires);
}

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
