using NodaTime;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail;

namespace PlaceLeadership.Simulation.Tests;

/// <summary>A provider that accepts, refuses for now, or leaves the sender in doubt; it knows the truth.</summary>
/// <param name="faults">When what goes wrong.</param>
/// <param name="clock">When it happens.</param>
/// <param name="givesEvidence">Whether it can be asked what became of a message.</param>
public sealed class FaultyMailer(Faults faults, SimulatedClock clock, bool givesEvidence) : IMailer
{
    private readonly List<Acceptance> _accepted = [];

    /// <summary>Every acceptance, in order.</summary>
    public IReadOnlyList<Acceptance> Accepted => _accepted;

    /// <param name="Await">At which await it was, counted from 1.</param>
    /// <param name="Brings">All that it brings, each as the message it would be by itself.</param>
    public sealed record Acceptance(LetterId Id, string Address, string Text, Instant At, int Await, IReadOnlyList<MessageId> Brings);

    public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        switch (faults.Next())
        {
            case Misfortune.CrashBefore:
                throw new SimulatedCrashException();
            case Misfortune.CrashAfter:
                Accept(mail);
                throw new SimulatedCrashException();
            case Misfortune.Timeout:
                return Task.FromResult<SendOutcome>(new SendOutcome.InDoubt("Timed out before the provider took it."));
            case Misfortune.LostResponse:
                Accept(mail);
                return Task.FromResult<SendOutcome>(new SendOutcome.InDoubt("Timed out after the provider took it."));
            case Misfortune.Conflict:
                return Task.FromResult<SendOutcome>(new SendOutcome.NotAccepted("Too many requests.", Duration.FromMinutes(7)));
            default:
                Accept(mail);
                return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(null));
        }
    }

    public Task<bool?> WasAcceptedAsync(string messageId, CancellationToken cancellation) => Task.FromResult<bool?>(
        givesEvidence ? _accepted.Any(item => item.Id.ToString() == messageId) : null);

    private void Accept(OutgoingMail mail)
    {
        var id = LetterId.Parse(mail.MessageId)!.Value;
        _accepted.Add(new Acceptance(
            id, mail.To.Email, mail.Text, clock.Now, faults.Awaits, [.. mail.Brings.Select(step => new MessageId(id.Cohort, step, id.Participant, MessageKind.Prompt))]));
    }
}
