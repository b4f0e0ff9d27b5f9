namespace PlaceLeadership.Core.Places;

/// <summary>Somebody among whom line managers are looked for.</summary>
/// <param name="Id">An id that is unique among these people.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address.</param>
/// <param name="LineManager">Their own line manager as written, or null.</param>
internal sealed record ManagedPerson(string Id, string Name, string Email, string? LineManager);

/// <summary>Finds line managers among people, whatever the spelling. It never guesses: what may be somebody is said to be so.</summary>
internal sealed class ManagerTies
{
    private readonly Lazy<IReadOnlyList<(ManagedPerson Person, IReadOnlyList<string> Name)>> _people;
    private readonly ILookup<string, ManagedPerson> _byName;
    private readonly ILookup<string, ManagedPerson> _byEmail;

    public ManagerTies(IReadOnlyCollection<ManagedPerson> people)
    {
        _people = new(() => [.. people.Select(person => (person, PersonName.Parts(person.Name)))]);
        _byName = people.ToLookup(person => WrittenManager.KeyOf(person.Name, person.Email, address: false), StringComparer.Ordinal);
        _byEmail = people.ToLookup(person => WrittenManager.KeyOf(person.Name, person.Email, address: true), StringComparer.Ordinal);
    }

    /// <summary>Everybody who is this line manager, for certain. More than one only where people have one name.</summary>
    public IReadOnlyList<ManagedPerson> Are(string? written) => string.IsNullOrWhiteSpace(written) ? []
        : new WrittenManager(written) is { Key.Length: > 0 } manager ? [.. (manager.IsAddress ? _byEmail : _byName)[manager.Key]] : [];

    /// <summary>Everybody who may be this line manager, when nobody is for certain.</summary>
    public IReadOnlyList<ManagedPerson> MayBe(string written)
    {
        var manager = new WrittenManager(written);
        return [.. _people.Value.Where(known => manager.MayBe(known.Name, known.Person.Email)).Select(known => known.Person)];
    }

    /// <summary>The statement that a line manager is nobody of these people.</summary>
    public static string Outside(string written) => $"{written.Trim()} is nobody of the roster";

    /// <summary>What everybody has in common who is managed by this person from outside.</summary>
    public static string OutsideKey(string written) => "outside:" + (new WrittenManager(written).Key is { Length: > 0 } key ? key : written.Trim());
}
