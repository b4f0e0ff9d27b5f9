using Microsoft.Azure.Functions.Worker;
using PlaceLeadership.Hosting.Running;

namespace PlaceLeadership.Functions.Cohorts;

/// <summary>The pieces of a round as activities.</summary>
internal sealed class CohortActivities(CohortRounds rounds)
{
    [Function(nameof(Tend))]
    public Task<TendReport> Tend([ActivityTrigger] TendOrder order, CancellationToken cancellation) =>
        rounds.TendAsync(order, cancellation);

    [Function(nameof(Convene))]
    public Task<bool> Convene([ActivityTrigger] ConveneOrder order, CancellationToken cancellation) =>
        rounds.ConveneAsync(order, cancellation);

    [Function(nameof(Deliver))]
    public Task<DeliverReport> Deliver([ActivityTrigger] DeliverOrder order, CancellationToken cancellation) =>
        rounds.DeliverAsync(order, cancellation);

    [Function(nameof(Note))]
    public Task Note([ActivityTrigger] NoteOrder order, CancellationToken cancellation) =>
        rounds.NoteAsync(order, cancellation);
}
