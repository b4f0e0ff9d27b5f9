namespace PlaceLeadership.Core.Replies;

/// <summary>A mail that came for us. It is looked at once and kept nowhere.</summary>
/// <param name="To">The addresses it was brought to, nothing around them.</param>
/// <param name="From">The address it says it is from, which proves nothing; empty when it says none.</param>
/// <param name="Id">Its <c>Message-ID</c>, or empty when it has none.</param>
/// <param name="Automatic">Whether a machine wrote it: an out-of-office notice, a failure to deliver, a list.</param>
/// <param name="Text">Its plain text with whatever it quotes; empty when it has none.</param>
public sealed record ReceivedMail(IReadOnlyList<string> To, string From, string Id, bool Automatic, string Text)
{
    /// <summary>Whether the headers say that a machine wrote it (RFC 3834, 5, and what came before it).</summary>
    /// <param name="header">The value of a header by its name, or null.</param>
    public static bool IsAutomatic(Func<string, string?> header) =>
        header("Auto-Submitted") is { } submitted && !submitted.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || header("Precedence")?.Trim().ToLowerInvariant() is "bulk" or "junk" or "list" or "auto_reply"
        || header("X-Autoreply") is not null || header("X-Autorespond") is not null || header("List-Id") is not null;

    /// <summary>Nothing of it, so that a mail in a log shows nobody and no text.</summary>
    public override string ToString() => nameof(ReceivedMail);
}
