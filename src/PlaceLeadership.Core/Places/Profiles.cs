namespace PlaceLeadership.Core.Places;

/// <summary>Profiles of the people of a roster.</summary>
public static class Profiles
{
    /// <summary>The profiles, in the order of the people, with line managers found among them by address or name.</summary>
    /// <param name="people">Each person's id, id of the organisation, and row of the roster.</param>
    public static IReadOnlyList<Profile> Of(IReadOnlyCollection<(string Id, string Organisation, RosterEntry Entry)> people)
    {
        var byEmail = people.ToLookup(person => person.Entry.Email, person => person.Id, StringComparer.OrdinalIgnoreCase);
        var byName = people.ToLookup(person => person.Entry.Name, person => person.Id, StringComparer.OrdinalIgnoreCase);
        string? Manager(RosterEntry entry) => string.IsNullOrWhiteSpace(entry.LineManager)
            ? null
            : byEmail[entry.LineManager].Concat(byName[entry.LineManager]).FirstOrDefault()
                ?? "outside:" + entry.LineManager.Trim().ToUpperInvariant();
        var managers = people.ToDictionary(person => person.Id, person => Manager(person.Entry), StringComparer.Ordinal);
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
