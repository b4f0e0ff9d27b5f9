using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Replies;

/// <summary>What a page behind an answer link shows.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Programme">Its programme.</param>
/// <param name="Step">The step.</param>
/// <param name="Person">The person, without a name.</param>
/// <param name="Reply">The reply so far, or null.</param>
/// <param name="HasText">Whether words of the person are kept for this step.</param>
/// <param name="ClosesOn">The last day on which it can be answered.</param>
/// <param name="Open">Whether it can be answered now.</param>
public sealed record ReplyView(
    Cohort Cohort, Programme Programme, Step Step, Participant Person, Reply? Reply, bool HasText, LocalDate ClosesOn, bool Open)
{
    /// <summary>What its journey filled in; null for a step whose kind fills in nothing, and when that has changed since.</summary>
    public JourneyLetter? Letter { get; init; }
}

/// <summary>
/// What people do behind the private link of a prompt. Whoever holds a valid link is the person it was sent to; the link
/// has been checked before any of this is called.
/// </summary>
public sealed class ReplyDesk(
    CohortReader reader, UnitOfWork work, ReflectionVault vault, JourneyLetters letters, TimeProvider clock)
{
    /// <summary>The shape of a stored reply.</summary>
    public const string Shape = "reply/2";

    /// <summary>The shape of a stored reply before replies had revisions.</summary>
    public const string ShapeOne = "reply/1";

    /// <summary>The shape of the row that says which mails were taken as an answer.</summary>
    public const string MailsShape = "answer-mail/1";

    private const int MailsMax = 16;
    private const int DigestBytes = 8;

    /// <summary>What the page shows, or null when cohort, person or step is not there any more.</summary>
    public async Task<ReplyView?> ViewAsync(AnswerLink link, CancellationToken cancellation)
    {
        if (await reader.FindPersonAsync(link.Cohort, link.Participant, cancellation).ConfigureAwait(false) is not var (cohort, timetable, person)
            || timetable.FindStep(link.Step) is not { } step)
        {
            return null;
        }

        var reply = await FindAsync(link, cancellation).ConfigureAwait(false);
        var hasText = await vault.HoldsAsync(link.Participant, link.Step, cancellation).ConfigureAwait(false);
        var today = clock.Now().InZone(cohort.Value.Zone).Date;
        var letter = step.Kind is Journey
            ? await letters.ForAsync(
                timetable, cohort.Value, step, person.Value.Id,
                await reader.RowsAsync(link.Cohort, cancellation).ConfigureAwait(false),
                today, cancellation).ConfigureAwait(false)
            : null;
        var closesOn = step.ClosesOn(link.SentOn, letter?.LastDay);
        var shown = letter?.Step ?? (step.Kind.NeedsMatching ? JourneyLetters.Outdated(step, today > closesOn ? cohort.Value.Sender : null) : step);
        return new ReplyView(
            cohort.Value, timetable.Programme, shown, person.Value, reply, hasText, closesOn,
            IsOpen(shown, link, cohort.Value, person.Value))
        {
            Letter = letter,
        };
    }

    /// <summary>Stores answers instead of what was answered before.</summary>
    public Task<ReplyOutcome> AnswerAsync(AnswerLink link, AnswerForm form, CancellationToken cancellation) =>
        AnswerAsync(link, form, null, cancellation);

    /// <summary>The same for an answer that came by mail. A mail that was taken before changes nothing, even after a later answer.</summary>
    /// <param name="link">Whose answer it is, and to what.</param>
    /// <param name="form">The answers.</param>
    /// <param name="mail">A mark of the mail that no other has, and that tells nothing of it.</param>
    /// <param name="cancellation">Cancels the reads and the writes.</param>
    public async Task<ReplyOutcome> AnswerByMailAsync(AnswerLink link, AnswerForm form, string mail, CancellationToken cancellation)
    {
        var key = CohortKeys.AnswerMails(link.Step, link.Participant);
        return Mails(await reader.Tables.GetAsync(Table.Cohorts, link.Cohort.Value, key, cancellation).ConfigureAwait(false)).Contains(mail)
            ? new ReplyOutcome.Done()
            : await AnswerAsync(link, form, mail, cancellation).ConfigureAwait(false);
    }

    private async Task<ReplyOutcome> AnswerAsync(
        AnswerLink link, AnswerForm form, string? mail, CancellationToken cancellation)
    {
        if (await ViewAsync(link, cancellation).ConfigureAwait(false) is not { } view)
        {
            return new ReplyOutcome.Gone();
        }

        if (!view.Open)
        {
            return new ReplyOutcome.Closed(view.ClosesOn);
        }

        var (answers, problems) = Answers.Check(view.Step, form);
        if (answers is null)
        {
            return new ReplyOutcome.Problems(problems);
        }

        // The words come first: if the second write is lost, the person sees that it failed and sends them again.
        if (answers.Private.Count > 0)
        {
            await vault.KeepAsync(link.Participant, link.Step, answers.Private, cancellation).ConfigureAwait(false);
        }
        else if (view.HasText)
        {
            await vault.DeleteAsync(link.Participant, link.Step, cancellation).ConfigureAwait(false);
        }

        var outcome = await RecordAsync(link, view, ReplyKind.Answered, answers, mail, cancellation).ConfigureAwait(false);
        if (outcome is ReplyOutcome.Gone)
        {
            // The cohort was deleted while this was kept: nobody could ever read or delete it.
            await vault.DeleteAsync(link.Participant, link.Step, cancellation).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>
    /// Records 'I reflected and kept it to myself' or 'not this week'. Words kept before stay until their author deletes
    /// them.
    /// </summary>
    public async Task<ReplyOutcome> SayAsync(AnswerLink link, ReplyKind kind, CancellationToken cancellation)
    {
        if (await ViewAsync(link, cancellation).ConfigureAwait(false) is not { } view)
        {
            return new ReplyOutcome.Gone();
        }

        return view.Open
            ? await RecordAsync(link, view, kind, null, null, cancellation).ConfigureAwait(false)
            : new ReplyOutcome.Closed(view.ClosesOn);
    }

    /// <summary>The author's own words about the step, or null. Possible as long as the link is valid, also after closing.</summary>
    public Task<IReadOnlyDictionary<string, string>?> ReadBackAsync(AnswerLink link, CancellationToken cancellation) =>
        vault.ReadAsync(link.Participant, link.Step, cancellation);

    /// <summary>Deletes the author's words about the step at once. That there was a reply stays a fact.</summary>
    public Task DeleteTextAsync(AnswerLink link, CancellationToken cancellation) =>
        vault.DeleteAsync(link.Participant, link.Step, cancellation);

    private bool IsOpen(Step step, AnswerLink link, Cohort cohort, Participant person) =>
        step.AsksForReply && person.LeftOn is null && cohort.EndedOn is null
        && clock.Now().InZone(cohort.Zone).Date <= step.ClosesOn(link.SentOn);

    private async Task<Reply?> FindAsync(AnswerLink link, CancellationToken cancellation)
    {
        var row = await reader.Tables
            .GetAsync(Table.Cohorts, link.Cohort.Value, CohortKeys.Reply(link.Step, link.Participant), cancellation)
            .ConfigureAwait(false);
        if (row is null)
        {
            return null;
        }

        var document = Documents.Read<Document>(row, Shape, ShapeOne);
        return new Reply(link.Step, link.Participant, document.Kind, Texts.Day(document.FirstOn));
    }

    private async Task<ReplyOutcome> RecordAsync(
        AnswerLink link, ReplyView view, ReplyKind kind, CheckedAnswers? answers, string? mail, CancellationToken cancellation)
    {
        var today = clock.Now().InZone(view.Cohort.Zone).Date;
        var key = CohortKeys.Reply(link.Step, link.Participant);
        var mails = CohortKeys.AnswerMails(link.Step, link.Participant);
        var found = await work.ChangePersonAsync(
            link.Cohort, Actor.Person(link.Participant), link.Participant,
            new PersonReads(view.Letter is not null && answers is not null, mail is null ? [key] : [key, mails]),
            context =>
            {
                var before = context.Beside[0] is { } stored ? Documents.Read<Document>(stored, Shape, ShapeOne) : null;
                var reply = new Reply(link.Step, link.Participant, kind, before is null ? today : Texts.Day(before.FirstOn));
                var told = view.Letter is null || answers is null || view.Step.Kind is not Journey journey
                    ? Told.Nothing : journey.Hear(new Heard(view.Step, link.Participant, answers, context.Rows, today));
                if (mail is null)
                {
                    return Edit(context, reply, link.SentOn, before, answers, told, clock.Now(), []);
                }

                // Another delivery of the same mail may have come first.
                var taken = Mails(context.Beside[1]);
                return taken.Contains(mail) ? null : Edit(
                    context, reply, link.SentOn, before, answers, told, clock.Now(),
                    [new RowChange.Put(mails, MailsShape, Documents.Write(new MailsDocument([.. taken.Append(mail).TakeLast(MailsMax)])))]);
            },
            cancellation).ConfigureAwait(false);
        return found is null ? new ReplyOutcome.Gone() : new ReplyOutcome.Done();
    }

    private static ParticipantEdit Edit(
        ParticipantContext context, Reply reply, LocalDate sentOn, Document? before, CheckedAnswers? answers, Told told, Instant now, IReadOnlyList<RowChange> more)
    {
        var person = context.Person;
        var step = context.Timetable.FindStep(reply.Step)!;
        Fact About(string kind) => Fact.About(step, reply.FirstOn, person.Id, kind);

        // Nothing names what was answered. To a prompt that no other message named, a reply also proves that it arrived; where another
        // did, nobody can tell which of the two. One that was named before it was taken back and sent anew has another day.
        var replied = new OutboxEvent.Replied(
            step.Id, Proves: person.Open.Any(open => open.StepId == step.Id && open.Reminders == 0 && open.PromptedOn == sentOn));

        // The same said again, as a browser may send it twice, is the same reply.
        IReadOnlyList<Fact> said =
        [
            About(Word(reply.Kind)),
            .. (answers?.Counted ?? new Dictionary<string, string>())
                .Select(answer => About(FactKinds.Answer) with { Question = answer.Key, Value = answer.Value }),
            .. told.Facts.Select(fact => About(fact.Kind) with { Value = fact.Value }),
        ];
        var digest = Digest(said);
        var revision = before is null ? 0 : before.Said == digest ? before.Revision : before.Revision + 1;
        var after = person with
        {
            Open = [.. person.Open.Where(open => open.StepId != step.Id)],
            Amendments = [.. person.Amendments.Where(amendment => amendment.StepId != step.Id)],
        };
        var edit = ParticipantEdit.After(
            replied, [new Deed(Deeds.Replied, person.Id, step.Id, Word(reply.Kind))], after, context.Timetable, context.Outbox, now);
        return edit with
        {
            Facts = [.. said.Select(fact => fact with { Revision = revision })],
            More =
            [
                new RowChange.Put(
                    CohortKeys.Reply(step.Id, person.Id), Shape,
                    Documents.Write(new Document(reply.Kind, Texts.Day(reply.FirstOn), revision, digest))),
                .. edit.More,
                .. told.Changes,
                .. more,
            ],
        };
    }

    private static IReadOnlyList<string> Mails(Row? row) => row is null ? [] : Documents.Read<MailsDocument>(row, MailsShape).Mails;

    private static string Word(ReplyKind kind) => kind switch
    {
        ReplyKind.Answered => FactKinds.Answered,
        ReplyKind.Kept => FactKinds.Kept,
        _ => FactKinds.NotThisWeek,
    };

    private static string Digest(IEnumerable<Fact> said) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', said.Select(fact => $"{fact.Kind}|{fact.Question}|{fact.Value}").Order(StringComparer.Ordinal)))).AsSpan(0, DigestBytes));

    private sealed record Document(ReplyKind Kind, string FirstOn, int Revision = 0, string? Said = null);

    private sealed record MailsDocument(IReadOnlyList<string> Mails);
}
