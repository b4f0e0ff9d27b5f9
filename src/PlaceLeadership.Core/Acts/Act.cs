using NodaTime;

namespace PlaceLeadership.Core.Acts;

/// <summary>
/// Who did what, when and why, stored in the transaction that it tells of. It holds ids and codes, never a name, an address or a
/// text, so that erasing who a person is leaves nothing of them in it; it goes with its cohort.
/// </summary>
/// <param name="At">When it was stored.</param>
/// <param name="By">Who.</param>
/// <param name="About">What was done, and to whom.</param>
public sealed record Act(Instant At, Actor By, IReadOnlyList<Deed> About);

/// <summary>One thing that was done.</summary>
/// <param name="What">What, and with it why: a word of <see cref="Deeds"/> or of a journey.</param>
/// <param name="Person">To whom; null when it is about a cohort, an organisation or a set.</param>
/// <param name="Step">About which step or message; null when about none.</param>
/// <param name="Detail">A day, a number of a set, the word for a kind of message or of a refusal; never anything personal.</param>
public sealed record Deed(string What, ParticipantId? Person = null, StepId? Step = null, string Detail = "")
{
    /// <summary>Something that was done about a message; the detail is which of the messages about its step it is.</summary>
    /// <param name="message">The message.</param>
    /// <param name="what">A word of <see cref="Deeds"/>.</param>
    public static Deed Of(MessageId message, string what) => new(what, message.Participant, message.Step, MessageId.Word(message.Kind));
}

/// <summary>The words for what is done, but for what only journeys do, which have words of their own. Each has one reason, so the word is the reason.</summary>
public static class Deeds
{
    /// <summary>The cohort was launched.</summary>
    public const string Launched = "launched";

    /// <summary>A person was let into the running cohort.</summary>
    public const string Joined = "joined";

    /// <summary>A person left.</summary>
    public const string Left = "left";

    /// <summary>What the roster says of a person was changed.</summary>
    public const string Changed = "changed";

    /// <summary>A person paused; the detail is the day on which they go on, if there is one.</summary>
    public const string Paused = "paused";

    /// <summary>A person went on.</summary>
    public const string WentOn = "went-on";

    /// <summary>A person chose when their letters come; the detail is a word of <c>LetterChoice</c>.</summary>
    public const string LettersChosen = "letters-chosen";

    /// <summary>A person linked cohorts that take turns with their letters from then on; which, stays with them.</summary>
    public const string LettersLinked = "letters-linked";

    /// <summary>A person let the cohort write by itself again.</summary>
    public const string LettersUnlinked = "letters-unlinked";

    /// <summary>The cohort paused; the detail as above.</summary>
    public const string CohortPaused = "cohort-paused";

    /// <summary>The cohort went on.</summary>
    public const string CohortWentOn = "cohort-went-on";

    /// <summary>An organisation paused; the detail is its id.</summary>
    public const string OrganisationPaused = "organisation-paused";

    /// <summary>An organisation went on.</summary>
    public const string OrganisationWentOn = "organisation-went-on";

    /// <summary>The cohort was ended, or ended by itself on its last day.</summary>
    public const string Ended = "ended";

    /// <summary>The cohort moved on to a later version of its programme, which is the detail.</summary>
    public const string MovedOn = "moved-on";

    /// <summary>What waited for a person was taken back, because of what was done beside it.</summary>
    public const string TakenBack = "taken-back";

    /// <summary>A message was moved to the day in the detail.</summary>
    public const string MessageMoved = "message-moved";

    /// <summary>A message was cancelled.</summary>
    public const string MessageCancelled = "message-cancelled";

    /// <summary>A move or a cancellation was taken back.</summary>
    public const string MessageRestored = "message-restored";

    /// <summary>From when on another message names a step as still open was changed.</summary>
    public const string NamingMoved = "naming-moved";

    /// <summary>That another message names a step as still open was cancelled, for one time.</summary>
    public const string NamingCancelled = "naming-cancelled";

    /// <summary>Either of these was taken back.</summary>
    public const string NamingRestored = "naming-restored";

    /// <summary>The day of a message came, so it went into the outbox.</summary>
    public const string Queued = "queued";

    /// <summary>A step fell into a pause and is not caught up.</summary>
    public const string LetGo = "let-go";

    /// <summary>Two letters had no room for a step, or it could not be sent for so long that it lapsed.</summary>
    public const string Lapsed = "lapsed";

    /// <summary>An optional step for which the letter of its week had no room was passed over.</summary>
    public const string Dropped = "dropped";

    /// <summary>The day of a cancelled message came.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>A message was not sent within the person's day, or is not theirs any more: it is planned again.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>A person replied.</summary>
    public const string Replied = "replied";

    /// <summary>A person answered by mail in a way that nobody can be sure of, and is told so once.</summary>
    public const string NotUnderstood = "not-understood";

    /// <summary>The provider took a message.</summary>
    public const string Accepted = "accepted";

    /// <summary>A message reached the mailbox.</summary>
    public const string Delivered = "delivered";

    /// <summary>A mailbox sent a message back for good.</summary>
    public const string Bounced = "bounced";

    /// <summary>A message was certainly not sent, and is planned again.</summary>
    public const string NotSent = "not-sent";

    /// <summary>The provider did not take a message this time; it is tried again.</summary>
    public const string Postponed = "postponed";

    /// <summary>The provider refused a message for good.</summary>
    public const string Refused = "refused";

    /// <summary>The provider refused a message for what is in it; somebody has to look.</summary>
    public const string Held = "held";

    /// <summary>A message left, and nobody knows whether it was taken.</summary>
    public const string InDoubt = "in-doubt";

    /// <summary>An address was refused for good: nothing is sent to it until it is changed or confirmed.</summary>
    public const string AddressRefused = "address-refused";

    /// <summary>A person is kept apart from the other in the detail.</summary>
    public const string KeptApart = "kept-apart";

    /// <summary>That wish was taken back.</summary>
    public const string NoLongerApart = "no-longer-apart";
}
