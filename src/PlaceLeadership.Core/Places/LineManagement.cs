namespace PlaceLeadership.Core.Places;

/// <summary>
/// Who stands in whose line of management, so that nobody meets their own in a pair or a set: the line manager and the
/// manager's manager, either way round.
/// </summary>
public sealed class LineManagement
{
    private readonly Dictionary<string, Profile> _people;

    /// <summary>The lines of management among these people.</summary>
    public LineManagement(IEnumerable<Profile> people) =>
        _people = people.ToDictionary(person => person.Id, StringComparer.Ordinal);

    /// <summary>Whether one is the line manager of the other, or the manager's manager.</summary>
    public bool Ties(string one, string other) => Above(other).Contains(one) || Above(one).Contains(other);

    /// <summary>The ids of the line manager and of the manager's manager, as far as they are known.</summary>
    public IEnumerable<string> Above(string person) => _people.GetValueOrDefault(person) is { LineManager: { } manager } profile
        ? new[] { manager, profile.NextLineManager ?? _people.GetValueOrDefault(manager)?.LineManager }.OfType<string>()
        : [];
}
