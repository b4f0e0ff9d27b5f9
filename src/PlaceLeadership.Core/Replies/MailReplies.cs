namespace PlaceLeadership.Core.Replies;

/// <summary>Takes answers by mail to messages of one kind of step, at the addresses that its journey makes (<see cref="Cohorts.ReplyByMail"/>).</summary>
public abstract class MailReplies
{
    /// <summary>How the local part of its addresses begins, unlike those of every other kind.</summary>
    public abstract string AddressStart { get; }

    /// <summary>Whether a mail goes to one of its addresses.</summary>
    public bool IsAddressed(ReceivedMail mail) => mail.To.Any(address => address.StartsWith(AddressStart, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a mail, and stores the answer if it is one.</summary>
    public abstract Task<MailTaking> TakeAsync(ReceivedMail mail, CancellationToken cancellation);
}

/// <summary>What became of a mail.</summary>
public enum MailTaking
{
    /// <summary>It is stored as an answer, now or by an earlier delivery.</summary>
    Stored,

    /// <summary>It is an answer that only a person can understand.</summary>
    Unreadable,

    /// <summary>It is no answer.</summary>
    Refused,
}
