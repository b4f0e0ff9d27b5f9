using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>Profiles of the people of a cohort, for whoever brings them together.</summary>
internal static class CohortProfiles
{
    /// <summary>The profiles, in the order of the people: line managers by their ties, colleagues whatever the spelling.</summary>
    public static IReadOnlyList<Profile> Of(IReadOnlyCollection<Identity> people)
    {
        var managers = CohortTies.Tie(people).ToDictionary(person => person.ParticipantId, person => person.LineManagerId?.Value);
        var organisations = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var person in people)
        {
            organisations.TryAdd(OrganisationName.Key(person.Entry.Organisation), person.OrganisationId);
        }

        return Profiles.Of(
            [.. people.Select(person => (person.ParticipantId.Value, organisations[OrganisationName.Key(person.Entry.Organisation)], person.Entry))],
            person => managers[new ParticipantId(person.Id)]);
    }
}
