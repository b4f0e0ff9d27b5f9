using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;

namespace PlaceLeadership.Application.Overview;

/// <summary>How a cohort stands, in numbers.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="People">How many take part.</param>
/// <param name="Paused">How many of them are paused, by themselves or with their organisation.</param>
/// <param name="Left">How many have left.</param>
/// <param name="AddressRefused">To how many of them nothing can be sent until their address is changed.</param>
/// <param name="Waiting">Messages on their way out.</param>
/// <param name="InDoubt">Messages of which nobody knows whether they were accepted.</param>
/// <param name="Held">Messages that the provider refused for what is in them, and why.</param>
public sealed record CohortSummary(
    Cohort Cohort, int People, int Paused, int Left, int AddressRefused, int Waiting, IReadOnlyList<LetterId> InDoubt,
    IReadOnlyList<(LetterId Message, string Reason)> Held)
{
    /// <summary>The numbers of a cohort that was read.</summary>
    public static CohortSummary Of(CohortView view)
    {
        var cohort = view.Cohort.Value;
        var people = view.Participants.Select(person => person.Value).ToList();
        var active = people.Where(person => person.LeftOn is null).ToList();
        return new CohortSummary(
            cohort,
            active.Count,
            active.Count(person => person.Pause is not null || cohort.OrganisationPauses.ContainsKey(person.Organisation)),
            people.Count - active.Count,
            active.Count(person => person.AddressRefusedOn is not null),
            view.Outbox.Count(message => message.Value.Waits),
            [.. view.Outbox.Where(message => message.Value.State is OutboxState.InDoubt).Select(message => message.Value.Id)],
            [.. view.Outbox.Select(message => message.Value).Where(message => message.State is OutboxState.Held).Select(message => (message.Id, ((OutboxState.Held)message.State).Reason))]);
    }
}
