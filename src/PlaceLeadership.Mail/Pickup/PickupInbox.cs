using MimeKit;
using NodaTime;

namespace PlaceLeadership.Mail.Pickup;

/// <summary>Reads back what a <see cref="PickupMailer"/> wrote, for a page that shows it.</summary>
public sealed class PickupInbox
{
    private readonly string _folder;

    /// <summary>An inbox over a folder, which need not exist yet.</summary>
    public PickupInbox(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = Path.GetFullPath(folder);
    }

    /// <summary>The newest messages, newest first. Opens no more files than it returns.</summary>
    /// <param name="messagesMax">The most messages to return, from 1.</param>
    public IReadOnlyList<InboxMessage> List(int messagesMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messagesMax, 1);
        var folder = new DirectoryInfo(_folder);
        return !folder.Exists ? [] :
        [
            .. folder.EnumerateFiles("*" + PickupFileName.Extension)
                .OrderByDescending(file => file.LastWriteTimeUtc)
                .ThenBy(file => file.Name, StringComparer.Ordinal)
                .Take(messagesMax)
                .Select(file => Read(file.FullName)),
        ];
    }

    /// <summary>The messages whose files are not among those known yet, which are known from then on. Opens no other file.</summary>
    public IReadOnlyList<InboxMessage> ListOthers(ISet<string> known) => !Directory.Exists(_folder) ? [] :
    [
        .. Directory.EnumerateFiles(_folder, "*" + PickupFileName.Extension)
            .Where(path => known.Add(Path.GetFileName(path)))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    /// <summary>The name under which a message lies in a pickup folder.</summary>
    /// <param name="messageId">Our id of the message.</param>
    public static string NameOf(string messageId) => PickupFileName.StemOf(messageId);

    /// <summary>The message of this name, or null when it is not there.</summary>
    public InboxMessage? Find(string name)
    {
        var path = Path.Combine(_folder, name + PickupFileName.Extension);
        return PickupFileName.IsStem(name) && File.Exists(path) ? Read(path) : null;
    }

    /// <summary>Deletes every message of a cohort, also half written ones.</summary>
    public void Forget(CohortId cohort)
    {
        foreach (var path in Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder).ToList() : [])
        {
            if (Path.GetFileName(path).TrimStart('.').StartsWith(cohort + "~", StringComparison.Ordinal))
            {
                File.Delete(path);
            }
        }
    }

    private static InboxMessage Read(string path)
    {
        using var message = MimeMessage.Load(path);
        return new InboxMessage(
            Path.GetFileNameWithoutExtension(path),
            FirstOf(message.From),
            FirstOf(message.To),
            message.Subject ?? "",
            Instant.FromDateTimeOffset(message.Date),
            LinesOf(message.TextBody),
            LinesOf(message.HtmlBody),
            message.Headers
                .DistinctBy(header => header.Field, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(header => header.Field, header => header.Value, StringComparer.OrdinalIgnoreCase))
        {
            Calendar = message.Attachments.OfType<TextPart>().Where(part => part.ContentType.IsMimeType("text", "calendar"))
                .Select(part => new CalendarFile(part.FileName ?? "", part.ContentType.Parameters["method"] ?? "", part.Text)).FirstOrDefault(),
        };
    }

    private static MailAddress FirstOf(InternetAddressList addresses) =>
        addresses.Mailboxes.FirstOrDefault() is { } first ? new(first.Name ?? "", first.Address) : new("", "");

    private static string LinesOf(string? text) => text?.ReplaceLineEndings("\n") ?? "";
}
