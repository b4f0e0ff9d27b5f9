using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Mail.Pickup;

/// <summary>
/// Puts each message into a folder as a file that every mail program opens, and delivers nothing: for demonstrations,
/// rehearsals and a laptop. A file appears whole or not at all, under a name that follows from the message, so sending again changes nothing.
/// </summary>
/// <remarks>
/// The content is flushed to the disk before the file appears; the folder's own entry is the file system's, so a power cut
/// may take the newest files. Files are readable for this user only where the system has such rights.
/// </remarks>
public sealed class PickupMailer : IMailer
{
    private readonly string _folder;
    private readonly TimeProvider _clock;

    /// <summary>A mailer into a folder, which is made when the first message comes.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="clock">Gives the date of messages.</param>
    public PickupMailer(string folder, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        _folder = Path.GetFullPath(folder);
        _clock = clock;
    }

    /// <inheritdoc />
    public async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (MailRules.Refusal(mail) is { } refusal)
        {
            return refusal;
        }

        var stem = PickupFileName.StemOf(mail.MessageId);
        try
        {
            if (!IsThere(mail.MessageId))
            {
                var date = _clock.GetUtcNow();
                await WriteAsync(stem, PickupDocument.Write(mail, date), date, cancellation).ConfigureAwait(false);
            }

            return new SendOutcome.Accepted(stem + PickupFileName.Extension);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome.NotAccepted($"The pickup folder {_folder} cannot be written: {e.Message}", null);
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome.NotAccepted("Sending was stopped before the message was written.", null);
        }
    }

    /// <summary>Whether the file of the message is there. Its absence is certain as long as nobody empties the folder.</summary>
    public Task<bool?> WasAcceptedAsync(string messageId, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(messageId);
        return Task.FromResult<bool?>(IsThere(messageId));
    }

    private bool IsThere(string messageId) =>
        File.Exists(PathOf(PickupFileName.StemOf(messageId))) || File.Exists(PathOf(PickupFileName.EarlierStemOf(messageId)));

    private string PathOf(string stem) => Path.Combine(_folder, stem + PickupFileName.Extension);

    private async Task WriteAsync(string stem, byte[] content, DateTimeOffset date, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_folder);
        // Always the same name: what a killed process left is overwritten, and two writers of one message collide here.
        var temporary = Path.Combine(_folder, $".{stem}.part");
        await using (var file = new FileStream(temporary, NewPrivateFile()))
        {
            try
            {
                await file.WriteAsync(content, cancellation).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }
            catch
            {
                // While the file is still ours alone. On Windows an open file cannot go; there the next try overwrites it.
                Discard(file);
                throw;
            }
        }

        // The inbox sorts by this, so that a moved clock and the order of messages agree.
        File.SetLastWriteTimeUtc(temporary, date.UtcDateTime);
        File.Move(temporary, PathOf(stem), overwrite: true);
    }

    private static void Discard(FileStream file)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(file.Name);
        }
    }

    private static FileStreamOptions NewPrivateFile()
    {
        var options = new FileStreamOptions
        {
            Access = FileAccess.Write,
            BufferSize = 0, // What a full disk refuses is refused by the write, not later by the closing.
            Mode = FileMode.Create,
            Share = FileShare.None,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
