using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Mail.Composing;

namespace PlaceLeadership.Mail.Delivery;

/// <summary>
/// Sends what waits in a cohort's outbox. Messages are claimed in sub-batches, of <see cref="BatchMax"/> for all slices together, because what is
/// claimed together is in doubt together after a crash; storing how one batch ended and claiming the next is one
/// transaction. Only what is known not to have been accepted is tried again.
/// </summary>
public sealed class Courier(
    CohortReader reader, UnitOfWork work, IMailer mailer, MessageComposer composer, JourneyLetters letters,
    TimeProvider clock)
{
    /// <summary>The most messages of a stored part of a cohort that a crash can leave in doubt; its slices share it.</summary>
    public const int BatchMax = 10;

    private const int RestartsMax = 50;

    /// <summary>How long a claim counts as being worked on. After it, the sender is taken for dead.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(10);

    /// <summary>Sends what waits.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="soleSender">
    /// True when no other sender can be alive, as at the start of a process that holds the lock of its data: claims found
    /// then are a dead sender's whatever their age.
    /// </param>
    /// <param name="cancellation">Stops between batches; a batch that was begun is finished.</param>
    public Task<DeliveryResult> DeliverAsync(CohortId cohortId, bool soleSender, CancellationToken cancellation) =>
        DeliverAsync(cohortId, Slice.Whole, soleSender, cancellation);

    /// <summary>Sends what waits in one slice of the outbox.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="slice">The people whose messages are sent by this run; the other slices never touch them.</param>
    /// <param name="soleSender">As above, of this slice.</param>
    /// <param name="cancellation">As above.</param>
    public async Task<DeliveryResult> DeliverAsync(
        CohortId cohortId, Slice slice, bool soleSender, CancellationToken cancellation)
    {
        var tally = new Tally();
        if (await reader.FindAsync(cohortId, cancellation).ConfigureAwait(false) is not var (cohort, timetable))
        {
            return tally.Result(null);
        }

        var outbox = await WaitingAsync(cohortId, slice, cancellation).ConfigureAwait(false);
        await SettleAsync(outbox, timetable, soleSender, tally, cancellation).ConfigureAwait(false);
        var rows = outbox.Count > 0 && timetable.Steps.Any(step => step.Kind is Journey)
            ? await reader.RowsAsync(cohortId, cancellation).ConfigureAwait(false) : JourneyRows.None;
        await WithdrawAsync(outbox, cohort.Value, timetable, rows, tally, cancellation).ConfigureAwait(false);
        if (cohort.Value.EndedOn is null)
        {
            var run = new Run(cohort.Value, timetable, rows, tally, slice);
            for (var restart = 0; await SendAsync(run, outbox, cancellation).ConfigureAwait(false) && restart < RestartsMax; restart++)
            {
                outbox = await WaitingAsync(cohortId, slice, cancellation).ConfigureAwait(false);
            }
        }

        var left = outbox.Count == 0 ? outbox : await WaitingAsync(cohortId, slice, cancellation).ConfigureAwait(false);
        var next = NextAttempt(left);
        return tally.Result(tally.Stopped is not null && next is { } soon ? Instant.Max(soon, clock.Now() + OutboxRules.AfterStop) : next);
    }

    private async Task<IReadOnlyList<Stored<OutboxMessage>>> WaitingAsync(
        CohortId cohortId, Slice slice, CancellationToken cancellation)
    {
        var outbox = await reader.OutboxAsync(cohortId, cancellation).ConfigureAwait(false);
        return slice.Count == 1 ? outbox : [.. outbox.Where(message => slice.Holds(message.Value.Id.Participant))];
    }

    private async Task SettleAsync(
        IReadOnlyList<Stored<OutboxMessage>> outbox, Timetable timetable, bool soleSender, Tally tally,
        CancellationToken cancellation)
    {
        foreach (var message in outbox)
        {
            var claim = message.Value.State.ClaimedBy;
            var abandoned = message.Value.State is OutboxState.Sending
                && (soleSender || message.Value.Since + Lease <= clock.Now());
            if (!abandoned && message.Value.State is not OutboxState.InDoubt)
            {
                continue;
            }

            OutboxEvent? what = await mailer.WasAcceptedAsync(message.Value.Id.ToString(), cancellation).ConfigureAwait(false) switch
            {
                true => new OutboxEvent.Answered(new SendOutcome.Accepted(null), claim),
                false => new OutboxEvent.Answered(new SendOutcome.NotAccepted("The provider has no record of it.", Duration.Zero), claim),
                null => abandoned ? new OutboxEvent.Abandoned(claim) : null,
            };
            if (what is not null)
            {
                await CompleteOneAsync(message.Value.Id, what, timetable, tally, cancellation).ConfigureAwait(false);
            }
        }
    }

    private async Task WithdrawAsync(
        IReadOnlyList<Stored<OutboxMessage>> outbox, Cohort cohort, Timetable timetable, JourneyRows rows, Tally tally,
        CancellationToken cancellation)
    {
        var now = clock.Now();
        bool IsOver(OutboxMessage message) => message.State is OutboxState.Queued
            && (message.SendBy <= now || message.Unwanted || cohort.EndedOn is not null || HoldsWhatIsNotTheirs(message, timetable, rows));
        foreach (var person in outbox.Where(message => IsOver(message.Value)).GroupBy(message => message.Value.Id.Participant))
        {
            var withdrawn = 0;
            await work.ChangePersonAsync(cohort.Id, Actor.Rule, person.Key, default, context =>
            {
                IReadOnlyList<Stored<OutboxMessage>> theirs = [.. context.Outbox.Where(message => IsOver(message.Value))];
                withdrawn = theirs.Count;
                return theirs.Count == 0
                    ? null
                    : ParticipantEdit.After(
                        new OutboxEvent.Over(), theirs.SelectMany(message => message.Value.DeedsOf(Deeds.Withdrawn)), context.Person,
                        context.Timetable, theirs, now);
            }, cancellation).ConfigureAwait(false);
            tally.Withdrawn += withdrawn;
        }
    }

    /// <summary>Sends batch after batch.</summary>
    /// <returns>True when somebody changed the outbox in between, so that it must be read again.</returns>
    private async Task<bool> SendAsync(Run run, IReadOnlyList<Stored<OutboxMessage>> outbox, CancellationToken cancellation)
    {
        var now = clock.Now();
        IReadOnlyList<Stored<OutboxMessage>[]> batches =
        [
            .. outbox.Where(message => message.Value is { State: OutboxState.Queued, Unwanted: false }
                    && message.Value.NotBefore <= now && now < message.Value.SendBy && run.MaySend(message.Value))
                .Select(run.WithWhatIsTheirs).Chunk(run.Slice.ClaimsMax).SelectMany(ClaimRows.Fitting),
        ];
        if (batches.Count == 0)
        {
            return false;
        }

        run.Identities ??= await reader.IdentitiesAsync(run.Cohort.Id, cancellation).ConfigureAwait(false);
        var waiting = new Queue<Stored<OutboxMessage>[]>(batches);
        var claimed = await ClaimAsync(run, waiting.Dequeue(), cancellation).ConfigureAwait(false);
        while (claimed is not null)
        {
            var outcomes = await Task.WhenAll(claimed.Select(message => SendOneAsync(run, message.Value))).ConfigureAwait(false);
            var goesOn = !cancellation.IsCancellationRequested && !outcomes.Any(what => what is OutboxEvent.Answered { Outcome: SendOutcome.Stopped });
            var next = goesOn && waiting.TryDequeue(out var batch) ? batch : null;
            claimed = await CompleteAndClaimAsync(run, claimed, outcomes, next).ConfigureAwait(false);
            if (claimed is null && next is null)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<OutboxEvent> SendOneAsync(Run run, OutboxMessage message)
    {
        var claim = message.State.ClaimedBy;
        if (!run.Identities!.TryGetValue(message.Id.Participant, out var identity))
        {
            return new OutboxEvent.Gone(claim);
        }

        var parts = new List<LetterItem>();
        foreach (var item in message.Brought)
        {
            if (await FilledAsync(run, message, item).ConfigureAwait(false) is not { } part)
            {
                return new OutboxEvent.Gone(claim);
            }

            parts.Add(part);
        }

        // Nobody is welcomed before they take part, so the day it was due spares a look at most people.
        var joinsLater = parts.Any(part => part.Step.Id == run.Timetable.Programme.Welcome?.Id) && run.Timetable.JoinsLater(run.Cohort, message.DueOn)
            && await reader.FindParticipantAsync(run.Cohort.Id, message.Id.Participant, run.Timetable, CancellationToken.None).ConfigureAwait(false) is { } person
            && run.Timetable.JoinsLater(run.Cohort, person.Value.JoinedFrom);
        var mail = composer.Compose(run.Timetable.Programme, run.Cohort, identity.Value, message, parts, joinsLater, run.NextMeeting(message, clock.Now()), run.StillOpen(message));
        return new OutboxEvent.Answered(await mailer.SendAsync(mail, CancellationToken.None).ConfigureAwait(false), claim);
    }

    /// <summary>One thing that a message brings, filled in for its reader; null when it is not there any more.</summary>
    private async Task<LetterItem?> FilledAsync(Run run, OutboxMessage message, OutboxItem item)
    {
        if (run.Timetable.FindStep(item.Step) is not { } step)
        {
            return null;
        }

        var about = await letters.ForAsync(
            run.Timetable, run.Cohort, step, message.Id.Participant, run.Rows, message.DueOn, CancellationToken.None, run.Identities,
            [.. message.Brought.Select(other => other.Step).Where(other => other != item.Step)]).ConfigureAwait(false);
        return about is null && step.Kind is Journey ? null : new LetterItem(item, about?.Step ?? step) { About = about };
    }

    private async Task<IReadOnlyList<Stored<OutboxMessage>>?> ClaimAsync(
        Run run, IReadOnlyList<Stored<OutboxMessage>> batch, CancellationToken cancellation)
    {
        var claims = ClaimRows.Claims(batch, clock.Now());
        try
        {
            var etags = await reader.Tables.SubmitAsync(
                Table.Cohorts, run.Cohort.Id.Value, [.. ClaimRows.Replace(claims)], cancellation).ConfigureAwait(false);
            return [.. claims.Select((claim, index) => claim with { ETag = etags[index] })];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The store may have taken the claim and lost the answer. Nothing was sent yet, so if the claim is ours, go on.
            var mine = await MineAsync(run, claims[0].Value.State.ClaimedBy!, cancellation).ConfigureAwait(false);
            if (mine.Count == 0 && failure is not StoreConflictException)
            {
                throw;
            }

            return mine.Count > 0 ? mine : null;
        }
    }

    private async Task<IReadOnlyList<Stored<OutboxMessage>>> MineAsync(Run run, string claim, CancellationToken cancellation)
    {
        var outbox = await WaitingAsync(run.Cohort.Id, run.Slice, cancellation).ConfigureAwait(false);
        return [.. outbox.Where(message => message.Value.State is OutboxState.Sending sending && sending.Claim == claim)];
    }

    private async Task<IReadOnlyList<Stored<OutboxMessage>>?> CompleteAndClaimAsync(
        Run run, IReadOnlyList<Stored<OutboxMessage>> claimed, IReadOnlyList<OutboxEvent> outcomes,
        IReadOnlyList<Stored<OutboxMessage>>? next)
    {
        var now = clock.Now();
        var claims = next is null ? [] : ClaimRows.Claims(next, now);
        var decided = new List<(Stored<OutboxMessage> Message, OutboxDecision Decision)>();
        var told = new List<OutboxEvent>();
        foreach (var (message, what) in claimed.Zip(outcomes))
        {
            var decision = OutboxRules.Decide(message.Value, what, now);
            if (decision is OutboxDecision.Ends { RefusesAddress: true } && await GiveBackAsync(run, message.Value.Id, what).ConfigureAwait(false))
            {
                run.Tally.Count(decision, what);
                continue;
            }

            decided.Add((message, decision));
            told.Add(what);
        }

        List<RowChange> changes = [.. ClaimRows.Replace(claims), .. decided.Count == 0 ? [] : ClaimRows.Of(decided, run.Timetable, now)];
        if (changes.Count == 0)
        {
            return null;
        }

        try
        {
            var etags = await reader.Tables
                .SubmitAsync(Table.Cohorts, run.Cohort.Id.Value, changes, CancellationToken.None).ConfigureAwait(false);
            foreach (var (index, item) in decided.Index())
            {
                run.Tally.Count(item.Decision, told[index]);
            }

            return next is null ? null : [.. claims.Select((claim, index) => claim with { ETag = etags[index] })];
        }
        catch (StoreConflictException)
        {
            // A pause took back something of the next batch, or an earlier answer of the store was lost: one at a time.
            foreach (var (message, what) in decided.Zip(told))
            {
                await CompleteOneAsync(message.Message.Value.Id, what, run.Timetable, run.Tally, CancellationToken.None).ConfigureAwait(false);
            }

            var mine = claims.Count == 0 ? [] : await MineAsync(run, claims[0].Value.State.ClaimedBy!, CancellationToken.None).ConfigureAwait(false);
            return mine.Count > 0 ? mine : null;
        }
    }

    private async Task CompleteOneAsync(
        LetterId id, OutboxEvent what, Timetable timetable, Tally tally, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < RestartsMax; attempt++)
        {
            var row = await reader.Tables
                .GetAsync(Table.Cohorts, id.Cohort.Value, CohortKeys.Outbox(id), cancellation).ConfigureAwait(false);
            if (row is null)
            {
                return;
            }

            var stored = CohortRows.ReadOutbox(row);
            var now = clock.Now();
            var decision = OutboxRules.Decide(stored.Value, what, now);
            if (decision is OutboxDecision.Stays)
            {
                return;
            }

            try
            {
                await reader.Tables.SubmitAsync(
                    Table.Cohorts, id.Cohort.Value, [.. ClaimRows.Of([(stored, decision)], timetable, now)], cancellation).ConfigureAwait(false);
                tally.Count(decision, what);
                return;
            }
            catch (StoreConflictException)
            {
                // A reply or another sender settled it at this moment: look again.
            }
        }
    }

    /// <summary>
    /// Ends a letter that was refused for good with what it says given back: nothing is written to the address again until somebody changes or
    /// confirms it, and then that comes anew.
    /// </summary>
    /// <returns>False when nobody is there any more to whom it could be given back.</returns>
    private async Task<bool> GiveBackAsync(Run run, LetterId id, OutboxEvent what)
    {
        var isPresent = await reader.HasAddressAsync(
            id.Cohort, id.Participant, run.Identities![id.Participant].Value.Entry.Email, CancellationToken.None).ConfigureAwait(false);
        return await work.ChangePersonAsync(id.Cohort, Actor.Provider, id.Participant, default, context =>
        {
            var now = clock.Now();
            return context.Outbox.FirstOrDefault(message => message.Value.Id == id) is { } message
                && OutboxRules.Decide(message.Value, what, now) is OutboxDecision.Ends { RefusesAddress: true }
                    ? ParticipantEdit.Refused(message, what, context, isPresent ? now.InZone(context.Cohort.Zone).Date : null, now) : null;
        }, CancellationToken.None).ConfigureAwait(false) is not null;
    }

    private static bool IsTheirs(Step step, ParticipantId person, JourneyRows rows) =>
        step.Kind is not Journey journey || journey.IsTheirs(step, person, rows);

    // A step that a version does not have any more is gone; beside others it is theirs no longer, so that those are decided again without it.
    private static bool HoldsWhatIsNotTheirs(OutboxMessage message, Timetable timetable, JourneyRows rows)
    {
        var brought = message.Brought.ToList();
        return brought.Any(item => timetable.FindStep(item.Step) is { } step ? !IsTheirs(step, message.Id.Participant, rows) : brought.Count > 1);
    }

    private static Instant? NextAttempt(IEnumerable<Stored<OutboxMessage>> left)
    {
        Instant? next = null;
        foreach (var message in left.Select(stored => stored.Value).Where(message => message.Waits))
        {
            var moment = message.State is OutboxState.Sending
                ? message.Since + Lease
                : Instant.Min(message.NotBefore, message.SendBy);
            next = next is { } earliest && earliest <= moment ? next : moment;
        }

        return next;
    }

    private sealed class Run(Cohort cohort, Timetable timetable, JourneyRows rows, Tally tally, Slice slice)
    {
        // By their dates, and of all days: the rows are read once for all messages of a run.
        private readonly IReadOnlyList<StandingMeeting> _meetings = CohortJourneys.Standing(timetable, rows, LocalDate.MinIsoValue.AtMidnight(), null);

        public Slice Slice => slice;

        public Cohort Cohort => cohort;

        public Timetable Timetable => timetable;

        public JourneyRows Rows => rows;

        public Tally Tally => tally;

        public IReadOnlyDictionary<ParticipantId, Stored<Identity>>? Identities { get; set; }

        /// <summary>What the message names as still open.</summary>
        public IReadOnlyList<StillOpenStep> StillOpen(OutboxMessage message) =>
        [
            .. from item in message.Named
               let step = timetable.FindStep(item.Step)!
               select new StillOpenStep(item, step) { LastDay = (step.Kind as Journey)?.LastDay(step, message.Id.Participant, rows, timetable, cohort) },
        ];

        /// <summary>The reader's next meeting that stands, as it is by now; null when none has a date.</summary>
        public StandingMeeting? NextMeeting(OutboxMessage message, Instant now)
        {
            var at = now.InZone(cohort.Zone).LocalDateTime;
            return _meetings.FirstOrDefault(meeting => meeting.At > at && meeting.ToldFrom <= at.Date && meeting.Members.Contains(message.Id.Participant));
        }

        /// <summary>The message without what it names though it is not its reader's any more.</summary>
        public Stored<OutboxMessage> WithWhatIsTheirs(Stored<OutboxMessage> message) => message.Value.Items.Count == 1 ? message : message with
        {
            Value = message.Value with
            {
                Items =
                [
                    .. message.Value.Items.Where((item, at) => at == 0 || item.Kind == MessageKind.Prompt
                        || (timetable.FindStep(item.Step) is { } step && IsTheirs(step, message.Value.Id.Participant, rows))),
                ],
            },
        };

        /// <summary>In a pause nothing goes but what says when a set meets, or that it does not.</summary>
        public bool MaySend(OutboxMessage message) =>
            cohort.Pause is null || message.Brought.All(item => timetable.FindStep(item.Step)?.IsUrgent == true);
    }
}
