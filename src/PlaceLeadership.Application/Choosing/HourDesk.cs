using PlaceLeadership.Application.People;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Application.Choosing;

/// <summary>People choose at which hour and in which language they are written to. Choosing the same again changes nothing.</summary>
public sealed class HourDesk(RosterDesk roster)
{
    /// <summary>Stores what a person chose; what waits for them is planned again by it.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="person">The person, who has not left.</param>
    /// <param name="hour">One of the hours in which they work.</param>
    /// <param name="language">A language that the programme has, or both.</param>
    /// <param name="cancellation">Cancels before the change is stored.</param>
    /// <returns>Whether it is as they chose; it may have been so before.</returns>
    public async Task<bool> ChooseAsync(CohortId cohort, Participant person, int hour, Language language, CancellationToken cancellation) =>
        (person.Hour == hour && person.Language == language)
        || await roster.ChangeAsync(
            cohort, Actor.Person(person.Id), person.Id, entry => entry with { PreferredHour = hour, Language = language }, cancellation).ConfigureAwait(false) is null;
}
