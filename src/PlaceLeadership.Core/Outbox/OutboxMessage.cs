using NodaTime;
using PlaceLeadership.Core.Acts;

namespace PlaceLeadership.Core.Outbox;

/// <summary>One thing that a message says.</summary>
/// <param name="Step">The step it is about.</param>
/// <param name="Kind">Whether it is the step's own message, or names it as still open.</param>
/// <param name="PromptedOn">The local day of the step's prompt.</param>
/// <param name="Moved">The amendment by which a manager moved it here, so that taking it back does not forget the move.</param>
/// <param name="Unwanted">It was answered while its message was on its way: should that not have been accepted, it goes without this.</param>
public sealed record OutboxItem(StepId Step, MessageKind Kind, LocalDate PromptedOn, Amendment? Moved = null, bool Unwanted = false)
{
    /// <summary>Which message about a step it is to the reader of this letter.</summary>
    public MessageId To(LetterId letter) => new(letter.Cohort, Step, letter.Participant, Kind);
}

/// <summary>A message that is not final yet. What is final is a <see cref="SentMessage"/>.</summary>
/// <param name="Id">Which message.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueOn">The local day on which it was due; its engagement facts carry this day.</param>
/// <param name="Items">All that it says, what it brings first; something may drop out before it is sent, and nothing ever enters.</param>
/// <param name="NotBefore">It is not sent before this moment.</param>
/// <param name="SendBy">From this moment the person's day is over: it is withdrawn and planned again.</param>
/// <param name="Attempts">How often it was claimed.</param>
/// <param name="Since">When it came into this state.</param>
/// <param name="Unwanted">
/// A pause, a reply or a leaving came while it was on its way: should it turn out not to have been accepted, it is taken
/// back instead of tried again.
/// </param>
/// <param name="AtOnce">It waits for no working day, and counts neither for its day nor for its week.</param>
public sealed record OutboxMessage(
    LetterId Id, OutboxState State, LocalDate DueOn, IReadOnlyList<OutboxItem> Items, Instant NotBefore, Instant SendBy,
    int Attempts, Instant Since, bool Unwanted = false, bool AtOnce = false)
{
    /// <summary>The first thing it says.</summary>
    public OutboxItem First => Items[0];

    /// <summary>What it brings: the first thing, and further prompts.</summary>
    public IEnumerable<OutboxItem> Brought => Items.Where((item, at) => at == 0 || item.Kind == MessageKind.Prompt);

    /// <summary>What it names as still open beside that.</summary>
    public IEnumerable<OutboxItem> Named => Items.Skip(1).Where(item => item.Kind != MessageKind.Prompt);

    /// <summary>Something that was done about all that it brings.</summary>
    /// <param name="what">A word of <see cref="Deeds"/>.</param>
    public IEnumerable<Deed> DeedsOf(string what) => Brought.Select(item => Deed.Of(item.To(Id), what));

    /// <summary>Whether it goes on by itself; what is in doubt or held waits for somebody.</summary>
    public bool Waits => State is OutboxState.Queued or OutboxState.Sending;
}

/// <summary>How a message ended.</summary>
public enum SentState
{
    /// <summary>The provider accepted it.</summary>
    Sent,

    /// <summary>The provider reports that it reached the mailbox.</summary>
    Delivered,

    /// <summary>The provider reports that the mailbox sent it back.</summary>
    Bounced,

    /// <summary>The provider refused it for good.</summary>
    Refused,
}

/// <summary>A message that is final.</summary>
/// <param name="Id">Which message.</param>
/// <param name="State">How it ended.</param>
/// <param name="DueOn">The local day on which it was due.</param>
/// <param name="Reason">Why it was refused or not sent; null when it was sent. No personal data.</param>
/// <param name="Items">What it brought.</param>
public sealed record SentMessage(LetterId Id, SentState State, LocalDate DueOn, string? Reason, IReadOnlyList<OutboxItem> Items);
