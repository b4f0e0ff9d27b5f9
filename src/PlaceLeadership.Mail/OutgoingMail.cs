namespace PlaceLeadership.Mail;

/// <summary>One message to exactly one person: no copies, open or blind, can be expressed.</summary>
/// <param name="MessageId">Our identity of the message, such as <c>cohort/participant/17</c>. It stays with us.</param>
/// <param name="From">The sender that the provider knows as ours.</param>
/// <param name="ReplyTo">The named person whom an answer reaches.</param>
/// <param name="To">The one recipient.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The message as plain text.</param>
/// <param name="Html">The same message as HTML.</param>
/// <param name="Headers">
/// Further headers, such as <c>List-Unsubscribe</c> and <c>List-Unsubscribe-Post</c> (RFC 8058); none that a message has anyway.
/// </param>
public sealed record OutgoingMail(
    string MessageId,
    MailAddress From,
    MailAddress ReplyTo,
    MailAddress To,
    string Subject,
    string Text,
    string Html,
    IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>What providers carry in place of the id: it tells them nothing, and brings their events back to the message.</summary>
    public required string Reference { get; init; }

    /// <summary>The steps that it brings, in the order in which it says them. They stay with us, as its id does.</summary>
    public IReadOnlyList<StepId> Brings { get; init; } = [];

    /// <summary>Where an answer goes besides, such as the address of a poll; null for nowhere else.</summary>
    public MailAddress? AlsoReplyTo { get; init; }

    /// <summary>The calendar file that goes with it, or null.</summary>
    public CalendarFile? Calendar { get; init; }

    /// <summary>The id alone, so that a message in a log shows no person and no text.</summary>
    public override string ToString() => $"OutgoingMail {MessageId}";
}
