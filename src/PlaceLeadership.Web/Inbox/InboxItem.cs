using NodaTime;

namespace PlaceLeadership.Web.Inbox;

/// <summary>A line of the local inbox.</summary>
/// <param name="Id">The id of the message; it stands in the address of its page.</param>
/// <param name="To">The address of the recipient.</param>
/// <param name="Subject">The subject.</param>
/// <param name="When">When it was written.</param>
public sealed record InboxItem(string Id, string To, string Subject, Instant When)
{
    /// <summary>Whether a calendar file goes with it.</summary>
    public bool HasCalendar { get; init; }
}

/// <summary>A message of the local inbox.</summary>
/// <param name="Id">The id of the message.</param>
/// <param name="To">The address of the recipient.</param>
/// <param name="From">The address of the sender.</param>
/// <param name="Subject">The subject.</param>
/// <param name="When">When it was written.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The HTML, a whole document; empty when it has none.</param>
public sealed record InboxLetter(string Id, string To, string From, string Subject, Instant When, string Text, string Html)
{
    /// <summary>The text of the calendar file that goes with it, or null.</summary>
    public string? Calendar { get; init; }
}

/// <summary>A cohort on the local front page.</summary>
/// <param name="Id">The cohort.</param>
/// <param name="Place">Its place.</param>
/// <param name="Status">How it stands, in words: running, paused, ended.</param>
/// <param name="People">How many take part.</param>
/// <param name="NextMessage">When the next message is due, in words, or null when none is.</param>
public sealed record LocalCohort(CohortId Id, string Place, string Status, int People, string? NextMessage);
