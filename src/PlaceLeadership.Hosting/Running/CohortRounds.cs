using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Time;
using PlaceLeadership.Core.Together;
using PlaceLeadership.Hosting.Telemetry;
using PlaceLeadership.Mail.Delivery;

namespace PlaceLeadership.Hosting.Running;

/// <summary>What a round is asked to tend. Ids and moments only, for runtimes store what they are asked.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Noted">What was last noted about it, so that nothing is noted twice; null when nobody knows.</param>
/// <param name="Cause">The trace of what woke it (W3C traceparent), or null.</param>
public sealed record TendOrder(string Cohort, Noted? Noted, string? Cause);

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
public sealed record ConveneOrder(string Cohort, string? Cause);

/// <summary>Which part of an outbox to deliver.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Slice">Which slice, from 0.</param>
/// <param name="Slices">How many slices there are.</param>
/// <param name="Cause">The trace of the tending, or null.</param>
public sealed record DeliverOrder(string Cohort, int Slice, int Slices, string? Cause);

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
public sealed record NoteOrder(string Cohort, string Mark, DateTimeOffset WakeAt);

/// <summary>
/// The pieces of one round of looking after a cohort, for a runtime that runs each by itself. Each is safe to run twice, also
/// at the same time: tending decides anew from the tables, and delivering sends only what it has claimed.
/// </summary>
public sealed partial class CohortRounds(
    Tender tender, Convener convener, Courier courier, CohortDirectory directory, HostClock clock, Instruments instruments, ILogger<CohortRounds> log)
{
    /// <summary>Tends the cohort, and notes in the directory when it wants to be tended again.</summary>
    public Task<TendReport> TendAsync(TendOrder order, CancellationToken cancellation) =>
        instruments.MeasureAsync("tend", order.Cohort, order.Cause, async span =>
        {
            await clock.RefreshAsync(cancellation).ConfigureAwait(false);
            // The mark is read before tending: what is marked while we tend is then a new mark.
            var entry = await directory.FindAsync(order.Cohort, cancellation).ConfigureAwait(false);
            var now = clock.Now();
            if (await tender.TendAsync(order.Cohort, now, cancellation).ConfigureAwait(false) is not { } tended)
            {
                NoSuchCohort(log, order.Cohort);
                return new TendReport(false, false, 0, 0, null, null, null);
            }

            instruments.Tended(tended, now);
            var noted = new Noted(entry?.Mark ?? "", tended.NextWake?.ToDateTimeOffset(), tended.Ended);
            if (noted != order.Noted)
            {
                await directory.NoteAsync(
                    order.Cohort, new Look(noted.Mark, tended.NextWake, noted.Ended), cancellation).ConfigureAwait(false);
            }

            Tended(log, order.Cohort, tended.Queued, tended.Waiting);
            return new TendReport(
                true, tended.Ended, tended.Waiting, tended.Waiting == 0 ? 0 : Slice.CountFor(tended.Waiting),
                clock.RealMomentOf(tended.NextWake), noted, span?.Id, tended.Convene);
        });

    /// <summary>Forms pairs and sets that are due, and mends them. The cohort is tended again afterwards.</summary>
    public Task<bool> ConveneAsync(ConveneOrder order, CancellationToken cancellation) =>
        instruments.MeasureAsync("convene", order.Cohort, order.Cause, async _ =>
        {
            await clock.RefreshAsync(cancellation).ConfigureAwait(false);
            return await convener.ConveneAsync(order.Cohort, clock.Now(), cancellation).ConfigureAwait(false);
        });

    /// <summary>Delivers one slice of the outbox.</summary>
    public Task<DeliverReport> DeliverAsync(DeliverOrder order, CancellationToken cancellation) =>
        instruments.MeasureAsync("deliver", order.Cohort, order.Cause, async _ =>
        {
            await clock.RefreshAsync(cancellation).ConfigureAwait(false);
            var delivered = await courier.DeliverAsync(
                order.Cohort, new Slice(order.Slice, order.Slices), soleSender: false, cancellation).ConfigureAwait(false);
            instruments.Delivered(delivered);
            Delivered(log, order.Cohort, delivered.Sent, delivered.Postponed, delivered.Refused, delivered.InDoubt);
            return new DeliverReport(
                delivered.Sent, delivered.InDoubt, delivered.Withdrawn, clock.RealMomentOf(delivered.NextAttempt));
        });

    /// <summary>Notes that the cohort wants to be looked after sooner than tending alone would say.</summary>
    public Task NoteAsync(NoteOrder order, CancellationToken cancellation) => directory.NoteAsync(
        order.Cohort, new Look(order.Mark, Instant.FromDateTimeOffset(order.WakeAt), Ended: false), cancellation);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {Cohort} tended: {Queued} queued, {Waiting} waiting")]
    private static partial void Tended(ILogger log, string cohort, int queued, int waiting);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {Cohort} delivered: {Sent} sent, {Postponed} postponed, {Refused} refused, {InDoubt} in doubt")]
    private static partial void Delivered(ILogger log, string cohort, int sent, int postponed, int refused, int inDoubt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cohort {Cohort} is not there any more")]
    private static partial void NoSuchCohort(ILogger log, string cohort);
}
