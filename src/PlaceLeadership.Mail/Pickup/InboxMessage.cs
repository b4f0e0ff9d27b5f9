using NodaTime;

namespace PlaceLeadership.Mail.Pickup;

/// <summary>A message read back from a pickup folder.</summary>
/// <param name="Name">The name of its file without the extension, see <see cref="PickupInbox.NameOf"/>.</param>
/// <param name="From">The sender.</param>
/// <param name="To">The recipient.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Date">When it was written.</param>
/// <param name="Text">The plain text, with line feeds alone; empty when it has none.</param>
/// <param name="Html">The HTML, with line feeds alone; empty when it has none.</param>
/// <param name="Headers">All headers by name, whatever the case; of a repeated one the first.</param>
public sealed record InboxMessage(
    string Name,
    MailAddress From,
    MailAddress To,
    string Subject,
    Instant Date,
    string Text,
    string Html,
    IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The steps that it brings, in the order in which it says them.</summary>
    public IReadOnlyList<StepId> Brings =>
        [.. (Headers.GetValueOrDefault(PickupDocument.BringsHeader) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(step => new StepId(step))];

    /// <summary>The calendar file that goes with it, or null.</summary>
    public CalendarFile? Calendar { get; init; }
}
