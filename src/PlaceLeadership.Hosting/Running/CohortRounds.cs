using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Hosting.Telemetry;
using PlaceLeadership.Mail.Delivery;

namespace PlaceLeadership.Hosting.Running;

/// <summary>What a round is asked to tend. Ids and moments only, for runtimes store what they are asked.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Noted">What was last noted about it, so that nothing is noted twice; null when nobody knows.</param>
/// <param name="Cause">The trace of what woke it (W3C traceparent), or null.</param>
/// <param name="Convened">Whether people have been brought together in this round already.</param>
public sealed record TendOrder(string Cohort, Noted? Noted, string? Cause, bool Convened = false)
{
    internal CohortId Id => new(Cohort);
}

/// <summary>What was last noted in the directory, in words that a runtime can keep.</summary>
/// <param name="Mark">The directory's mark.</param>
/// <param name="NextWake">Round-trip form of the instant, or null.</param>
/// <param name="Ended">Whether the cohort has ended.</param>
public sealed record Noted(string Mark, DateTimeOffset? NextWake, bool Ended);

/// <summary>What tending came to.</summary>
/// <param name="Exists">False when there is no such cohort: nothing is left to do, ever.</param>
/// <param name="Ended">Whether the cohort has ended.</param>
/// <param name="Waiting">Messages in the outbox.</param>
/// <param name="Slices">Into how many slices delivery is cut; 0 when nothing waits.</param>
/// <param name="WakeAt">The real moment at which to tend again at the latest, or null.</param>
/// <param name="Noted">What is noted now.</param>
/// <param name="Trace">The trace of this tending, for what follows from it.</param>
/// <param name="Convene">Whether people are to be brought together, and the cohort then tended again.</param>
public sealed record TendReport(
    bool Exists, bool Ended, int Waiting, int Slices, DateTimeOffset? WakeAt, Noted? Noted, string? Trace, bool Convene = false);

/// <summary>In which cohort to bring people together.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Cause">The trace of the tending, or null.</param>
public sealed record ConveneOrder(string Cohort, string? Cause)
{
    internal CohortId Id => new(Cohort);
}

/// <summary>Which part of an outbox to deliver.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Slice">Which slice, from 0.</param>
/// <param name="Slices">How many slices there are.</param>
/// <param name="Cause">The trace of the tending, or null.</param>
public sealed record DeliverOrder(string Cohort, int Slice, int Slices, string? Cause)
{
    internal CohortId Id => new(Cohort);
}

/// <summary>What delivering came to.</summary>
/// <param name="Sent">Messages the provider accepted.</param>
/// <param name="InDoubt">Messages of which nobody knows.</param>
/// <param name="Withdrawn">Messages taken back because the day was over: tending plans them anew.</param>
/// <param name="WakeAt">The real moment at which there is something to do again, or null.</param>
public sealed record DeliverReport(int Sent, int InDoubt, int Withdrawn, DateTimeOffset? WakeAt);

/// <summary>What a runtime knows of a cohort whose outbox could not be emptied.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Mark">The directory's mark when it was tended.</param>
/// <param name="WakeAt">When it wants to be looked after again.</param>
public sealed record NoteOrder(string Cohort, string Mark, DateTimeOffset WakeAt)
{
    internal CohortId Id => new(Cohort);
}

/// <summary>
/// The pieces of one round of looking after a cohort, for a runtime that runs each by itself. Each is safe to run twice, also
/// at the same time: tending decides anew from the tables, and delivering sends only what it has claimed.
/// </summary>
public sealed partial class CohortRounds(
    Tender tender, Convener convener, Courier courier, CohortDirectory directory, TroubleDesk troubles, HostClock clock, Instruments instruments,
    ILogger<CohortRounds> log)
{
    private const int RoundsMax = 3;

    /// <summary>Tends the cohort, and notes in the directory when it wants to be tended again.</summary>
    public Task<TendReport> TendAsync(TendOrder order, CancellationToken cancellation) =>
        MeasureAsync("tend", order.Id, order.Cause, async span =>
        {
            await clock.RefreshAsync(cancellation).ConfigureAwait(false);
            // The mark is read before tending: what is marked while we tend is then a new mark.
            var entry = await directory.FindAsync(order.Id, cancellation).ConfigureAwait(false);
            var now = clock.Now();
            if (await tender.TendAsync(order.Id, now, cancellation).ConfigureAwait(false) is not { } tended)
            {
                NoSuchCohort(log, order.Cohort);
                return new TendReport(false, false, 0, 0, null, null, null);
            }

            instruments.Tended(tended, now);
            if (!tended.Convene)
            {
                await troubles.ClearAsync(order.Id, TroubleDesk.Tending, cancellation).ConfigureAwait(false);
            }

            // Until people have been brought together it is due still: nobody may take the cohort for looked after.
            var nextWake = tended.Convene && !order.Convened ? now : tended.NextWake;
            var noted = new Noted(entry?.Mark ?? "", nextWake?.ToDateTimeOffset(), tended.Ended);
            if (noted != order.Noted)
            {
                await directory.NoteAsync(
                    order.Id, new Look(noted.Mark, nextWake, noted.Ended), cancellation).ConfigureAwait(false);
            }

            Tended(log, order.Cohort, tended.Queued, tended.Waiting);
            return new TendReport(
                true, tended.Ended, tended.Waiting, tended.Waiting == 0 ? 0 : Slice.CountFor(tended.Waiting),
                clock.RealMomentOf(tended.NextWake), noted, span?.Id, tended.Convene);
        }, cancellation);

    /// <summary>Forms pairs and sets that are due, and mends them. The cohort is tended again afterwards.</summary>
    public Task<bool> ConveneAsync(ConveneOrder order, CancellationToken cancellation) =>
        MeasureAsync("convene", order.Id, order.Cause, async _ =>
        {
            await clock.RefreshAsync(cancellation).ConfigureAwait(false);
            return await convener.ConveneAsync(order.Id, clock.Now(), cancellation).ConfigureAwait(false);
        }, cancellation);

    /// <summary>Delivers one slice of the outbox.</summary>
    public Task<DeliverReport> DeliverAsync(DeliverOrder order, CancellationToken cancellation) =>
        MeasureAsync("deliver", order.Id, order.Cause, async _ =>
        {
            await clock.RefreshAsync(cancellation).ConfigureAwait(false);
            var delivered = await courier.DeliverAsync(
                order.Id, new Slice(order.Slice, order.Slices), soleSender: false, cancellation).ConfigureAwait(false);
            instruments.Delivered(delivered);
            await NoteSendingAsync(order.Id, delivered, cancellation).ConfigureAwait(false);
            Delivered(log, order.Cohort, delivered.Sent, delivered.Postponed, delivered.Refused, delivered.InDoubt);
            return new DeliverReport(
                delivered.Sent, delivered.InDoubt, delivered.Withdrawn, clock.RealMomentOf(delivered.NextAttempt));
        }, cancellation);

    /// <summary>Runs a whole round in one go, as a runtime would run it in pieces.</summary>
    public async Task RunAsync(CohortId cohort, CancellationToken cancellation)
    {
        for (var again = 0; again < RoundsMax; again++)
        {
            var tended = await TendAsync(new TendOrder(cohort.Value, null, null), cancellation).ConfigureAwait(false);
            if (tended.Convene)
            {
                await ConveneAsync(new ConveneOrder(cohort.Value, tended.Trace), cancellation).ConfigureAwait(false);
                tended = await TendAsync(new TendOrder(cohort.Value, tended.Noted, null, Convened: true), cancellation).ConfigureAwait(false);
            }

            if (tended.Waiting == 0)
            {
                return;
            }

            var delivered = await DeliverAsync(new DeliverOrder(cohort.Value, 0, 1, tended.Trace), cancellation).ConfigureAwait(false);
            if (delivered.WakeAt is { } sooner && (tended.WakeAt is null || sooner < tended.WakeAt))
            {
                await NoteAsync(new NoteOrder(cohort.Value, tended.Noted!.Mark, sooner), cancellation).ConfigureAwait(false);
            }

            if (delivered.Withdrawn == 0)
            {
                return;
            }
        }
    }

    /// <summary>Notes that the cohort wants to be looked after sooner than tending alone would say.</summary>
    public Task NoteAsync(NoteOrder order, CancellationToken cancellation) => directory.NoteAsync(
        order.Id, new Look(order.Mark, Instant.FromDateTimeOffset(order.WakeAt), Ended: false), cancellation);

    /// <summary>Does one piece; what fails is kept for people to see, and is the runtime's to try again.</summary>
    private async Task<T> MeasureAsync<T>(string what, CohortId cohort, string? cause, Func<Activity?, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await instruments.MeasureAsync(what, cohort, cause, work).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            try
            {
                await troubles.NoteAsync(cohort, TroubleDesk.Tending, $"It fails in '{what}' ({failure.GetType().Name}).", cancellation).ConfigureAwait(false);
            }
            catch (Exception away)
            {
                // Where the store itself is away nothing can be noted, and readiness says so.
                NotNoted(log, cohort, away.GetType().Name);
            }

            throw;
        }
    }

    private async Task NoteSendingAsync(CohortId cohort, DeliveryResult delivered, CancellationToken cancellation)
    {
        if (delivered.Stopped is { } reason)
        {
            SendingStopped(log, cohort, reason);
            await troubles.NoteAsync(cohort, TroubleDesk.Sending, reason, cancellation).ConfigureAwait(false);
        }
        else if (delivered.Sent > 0)
        {
            await troubles.ClearAsync(cohort, TroubleDesk.Sending, cancellation).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cohort {Cohort} fails, and that could not be noted ({Failure})")]
    private static partial void NotNoted(ILogger log, CohortId cohort, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Cohort {Cohort}: nothing is sent. {Reason}")]
    private static partial void SendingStopped(ILogger log, CohortId cohort, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {Cohort} tended: {Queued} queued, {Waiting} waiting")]
    private static partial void Tended(ILogger log, string cohort, int queued, int waiting);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {Cohort} delivered: {Sent} sent, {Postponed} postponed, {Refused} refused, {InDoubt} in doubt")]
    private static partial void Delivered(ILogger log, string cohort, int sent, int postponed, int refused, int inDoubt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {Cohort} is not there any more")]
    private static partial void NoSuchCohort(ILogger log, string cohort);
}
