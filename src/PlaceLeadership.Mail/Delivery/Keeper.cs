using NodaTime;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Mail.Delivery;

/// <summary>What looking after a cohort once came to.</summary>
/// <param name="Queued">Messages that became due.</param>
/// <param name="Delivery">What the courier did.</param>
/// <param name="NextWake">When to look again at the latest, or null when nothing comes by itself.</param>
/// <param name="Ended">Whether the cohort has ended.</param>
public sealed record KeepResult(int Queued, DeliveryResult Delivery, Instant? NextWake, bool Ended);

/// <summary>
/// One round of looking after a cohort: tend, bring people together where that is due, deliver, and tend again what delivery took back. The embedded runtime, the
/// demonstration and the simulation all run this round; the Functions host spreads it over activities.
/// </summary>
public sealed class Keeper(Tender tender, Convener convener, Courier courier)
{
    private const int RoundsMax = 3;

    /// <summary>Runs one round; null when there is no such cohort.</summary>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="now">The moment of tending.</param>
    /// <param name="soleSender">Whether claims found now must be a dead sender's; see <see cref="Courier.DeliverAsync"/>.</param>
    /// <param name="cancellation">Stops between transactions.</param>
    public async Task<KeepResult?> KeepAsync(CohortId cohortId, Instant now, bool soleSender, CancellationToken cancellation)
    {
        var queued = 0;
        for (var round = 1; ; round++)
        {
            if (await tender.TendAsync(cohortId, now, cancellation).ConfigureAwait(false) is not { } tended)
            {
                return null;
            }

            queued += tended.Queued;
            if (tended.Convene && await convener.ConveneAsync(cohortId, now, cancellation).ConfigureAwait(false)
                && await tender.TendAsync(cohortId, now, cancellation).ConfigureAwait(false) is { } again)
            {
                tended = again;
                queued += tended.Queued;
            }

            var delivery = await courier.DeliverAsync(cohortId, soleSender, cancellation).ConfigureAwait(false);
            if (delivery.Withdrawn == 0 || round == RoundsMax)
            {
                return new KeepResult(queued, delivery, Earlier(tended.NextWake, delivery.NextAttempt), tended.Ended);
            }
        }
    }

    private static Instant? Earlier(Instant? one, Instant? other) =>
        one is { } first && other is { } second ? Instant.Min(first, second) : one ?? other;
}
