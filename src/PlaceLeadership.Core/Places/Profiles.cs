namespace PlaceLeadership.Core.Places;

/// <summary>Profiles of the people of a roster.</summary>
public static class Profiles
{
    /// <summary>The profiles, in the order of the people, with line managers found among them by address or name in any spelling.</summary>
    /// <param name="people">Each person's id, id of the organisation, and row of the roster.</param>
    public static IReadOnlyList<Profile> Of(IReadOnlyCollection<(string Id, string Organisation, RosterEntry Entry)> people)
    {
        var ties = new ManagerTies([.. people.Select(person => new ManagedPerson(person.Id, person.Entry.Name, person.Entry.Email, person.Entry.LineManager))]);
        return Of(people, person => ties.Are(person.Entry.LineManager) is [var manager, ..] ? manager.Id : null);
    }

    /// <summary>The profiles, in the order of the people, with line managers as they are tied to each of them.</summary>
    /// <param name="people">Each person's id, id of the organisation, and row of the roster.</param>
    /// <param name="tied">The id of a person's line manager; null when it is nobody of the cohort, or nobody at all.</param>
    public static IReadOnlyList<Profile> Of(
        IReadOnlyCollection<(string Id, string Organisation, RosterEntry Entry)> people,
        Func<(string Id, string Organisation, RosterEntry Entry), string?> tied)
    {
        string? Manager((string Id, string Organisation, RosterEntry Entry) person) =>
            tied(person) ?? (string.IsNullOrWhiteSpace(person.Entry.LineManager) ? null : ManagerTies.OutsideKey(person.Entry.LineManager));
        var managers = people.ToDictionary(person => person.Id, Manager, StringComparer.Ordinal);
        return
        [
            .. people.Select(person => new Profile(
                person.Id, person.Organisation, person.Entry.Sector, person.Entry.Level, person.Entry.Language, person.Entry.Pattern,
                person.Entry.StrengthsOffered, person.Entry.GrowthSought, person.Entry.AccessNeeds, managers[person.Id])
            {
                NextLineManager = managers[person.Id] is { } manager ? managers.GetValueOrDefault(manager) : null,
            }),
        ];
    }
}
