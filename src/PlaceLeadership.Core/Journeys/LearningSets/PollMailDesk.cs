using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets.ByMail;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>
/// Takes the answer to a poll for a date out of a mail. Whoever writes to the address in somebody's poll is that person. What the
/// mail says of its writer proves nothing, but when it names somebody else of the cohort, as an answer to everybody does, it is no
/// vote. A vote is stored as one from the page is, and nothing is answered. Who cannot be understood gets one message that says so,
/// at the address of the roster and not at that of the mail.
/// </summary>
public sealed class PollMailDesk(
    CohortDirectory directory, CohortReader reader, UnitOfWork work, ReplyDesk replies, LinkTokens tokens, TimeProvider clock)
    : MailReplies
{
    /// <summary>How the local part of an address of a poll begins.</summary>
    public const string PollStart = "poll+";

    private const int MarkBytes = 8;
    private const string OtherTimes = "The times to choose from are others by now, so the numbers mean nothing.";

    // It answers a mail, so it waits for no working day; after that it would only confuse.
    private static readonly Duration UnclearFor = Duration.FromDays(1);

    private readonly PollTokens _polls = new(tokens.Keys);

    /// <inheritdoc/>
    public override string AddressStart => PollStart;

    /// <inheritdoc/>
    public override async Task<MailTaking> TakeAsync(ReceivedMail mail, CancellationToken cancellation) =>
        await ReceiveAsync(mail, cancellation).ConfigureAwait(false) switch
        {
            PollMailOutcome.Taken => MailTaking.Stored,
            PollMailOutcome.Unreadable => MailTaking.Unreadable,
            _ => MailTaking.Refused,
        };

    /// <summary>Reads a mail, and stores the vote if it is one.</summary>
    public async Task<PollMailOutcome> ReceiveAsync(ReceivedMail mail, CancellationToken cancellation)
    {
        IReadOnlyList<string> named = [.. mail.To.Select(TokenIn).OfType<string>().Distinct()];
        IReadOnlyList<PollToken> genuine = [.. named.Select(_polls.Read).OfType<PollToken>()];
        if (genuine.Count != 1)
        {
            return genuine.Count > 1 ? new PollMailOutcome.Unreadable("It is addressed to more than one poll.")
                : Refused(named.Count == 0 ? PollMailRefusal.NoPoll : PollMailRefusal.NotOurs);
        }

        var token = genuine[0];
        return clock.Now() >= token.Expires ? Refused(PollMailRefusal.Expired)
            : mail.Automatic ? Refused(PollMailRefusal.Automatic)
            : await FindAsync(token, cancellation).ConfigureAwait(false) is not { } link
                || await replies.ViewAsync(link, cancellation).ConfigureAwait(false) is not { } view ? Refused(PollMailRefusal.Gone)
            : !view.Open ? Refused(PollMailRefusal.Closed)
            : string.Equals(mail.From, view.Cohort.Sender.Email, StringComparison.OrdinalIgnoreCase) ? Refused(PollMailRefusal.FromSender)
            : await VoteAsync(mail, link, view.Cohort, view.Letter?.ByMail is PollByMail { Times: var times } && token.Offered(times) ? times : [], cancellation)
                .ConfigureAwait(false);
    }

    private async Task<PollMailOutcome> VoteAsync(
        ReceivedMail mail, AnswerLink link, Cohort cohort, IReadOnlyList<LocalDateTime> times, CancellationToken cancellation)
    {
        var people = (await reader.IdentitiesAsync(link.Cohort, cancellation).ConfigureAwait(false)).ToDictionary(
            person => person.Key, person => person.Value.Value.Entry);
        var own = people.GetValueOrDefault(link.Participant);
        if (people.Values.Any(other => other != own && string.Equals(other.Email, mail.From, StringComparison.OrdinalIgnoreCase)))
        {
            return Refused(PollMailRefusal.FromAnother);
        }

        var vote = times.Count == 0 ? new MailVote.Unreadable(OtherTimes) : DatePollMail.Read(mail.Text, times.Count, own?.Name ?? "");
        if (vote is MailVote.Unreadable unreadable)
        {
            var told = await TellAsync(link, cancellation).ConfigureAwait(false);
            return new PollMailOutcome.Unreadable(
                unreadable.Reason, told ? cohort : null, await StandsAsync(link, cancellation).ConfigureAwait(false));
        }

        IReadOnlyList<string> chosen = vote is MailVote.Times { Numbers: var numbers }
            ? [.. numbers.Select(number => (number - 1).ToString(CultureInfo.InvariantCulture))]
            : [SetMessages.NoneOfThese];
        var form = new AnswerForm(new Dictionary<string, IReadOnlyList<string>> { [SetMessages.Question] = chosen });
        var outcome = mail.Id.Length > 0
            ? await replies.AnswerByMailAsync(link, form, Mark(mail.Id), cancellation).ConfigureAwait(false)
            : await replies.AnswerAsync(link, form, cancellation).ConfigureAwait(false);
        return outcome switch
        {
            ReplyOutcome.Done => new PollMailOutcome.Taken(cohort, vote, times),
            ReplyOutcome.Closed => Refused(PollMailRefusal.Closed),
            ReplyOutcome.Gone => Refused(PollMailRefusal.Gone),
            _ => throw new InvalidOperationException($"A vote for times that were offered was not taken: {outcome.GetType().Name}."),
        };
    }

    private async Task<IReadOnlyList<LocalDateTime>?> StandsAsync(AnswerLink link, CancellationToken cancellation)
    {
        var sets = StandingSets.Of(await reader.RowsAsync(link.Cohort, cancellation).ConfigureAwait(false));
        var meeting = sets.SetOf(link.Participant)?.Meetings.FirstOrDefault(meeting => meeting.StepId.About(SetMessages.Poll) == link.Step);
        return meeting?.Votes.GetValueOrDefault(link.Participant) is { } votes ? [.. votes.Select(place => meeting.Options[place])] : null;
    }

    /// <summary>Puts the message that says so into the outbox, once for each poll and person.</summary>
    private async Task<bool> TellAsync(AnswerLink link, CancellationToken cancellation)
    {
        var id = LetterId.Of(new MessageId(link.Cohort, link.Step, link.Participant, MessageKind.Unclear));
        var told = false;
        await work.ChangePersonAsync(
            link.Cohort, Actor.Person(link.Participant), link.Participant, new PersonReads(Beside: [CohortKeys.Message(id)]),
            context =>
            {
                told = context.Beside is [null] && context.Person.AddressRefusedOn is null
                    && context.Outbox.All(message => message.Value.Id != id);
                return told ? new ParticipantEdit(new Deed(Deeds.NotUnderstood, link.Participant, link.Step), context.Person, [], [], [Queued(id, context)]) : null;
            },
            cancellation).ConfigureAwait(false);
        return told;
    }

    private RowChange.Insert Queued(LetterId id, ParticipantContext context)
    {
        var now = clock.Now();
        var today = now.InZone(context.Cohort.Zone).Date;
        var message = new OutboxMessage(
            id, new OutboxState.Queued(), today, [new OutboxItem(id.About!.Value.Step, MessageKind.Unclear, today)], now, now + UnclearFor, Attempts: 0, Since: now);
        return new RowChange.Insert(CohortKeys.Outbox(id), CohortRows.OutboxShape, CohortRows.Write(message));
    }

    /// <summary>What the token is about. It holds the start of a hash of the cohort, so the directory is looked through.</summary>
    private async Task<AnswerLink?> FindAsync(PollToken token, CancellationToken cancellation)
    {
        var entries = await directory.ListAsync(cancellation).ConfigureAwait(false);
        foreach (var cohort in entries.Select(entry => entry.Id).Where(token.IsOf))
        {
            if (await reader.FindAsync(cohort, cancellation).ConfigureAwait(false) is var (_, timetable)
                && timetable.Steps.FirstOrDefault(step => step.Id.Message == SetMessages.Poll && token.IsAbout(step.Id)) is { } step
                && await reader.FindParticipantAsync(cohort, token.Participant, timetable, cancellation).ConfigureAwait(false) is not null)
            {
                return new AnswerLink(cohort, token.Participant, step.Id, token.SentOn, token.Expires);
            }
        }

        return null;
    }

    private static string? TokenIn(string address) =>
        address.LastIndexOf('@') is > 0 and var at && address.StartsWith(PollStart, StringComparison.OrdinalIgnoreCase) && at > PollStart.Length
            ? address[PollStart.Length..at].ToLowerInvariant() : null;

    private static string Mark(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id.Trim())).AsSpan(0, MarkBytes));

    private static PollMailOutcome.Refused Refused(PollMailRefusal reason) => new(reason);
}
