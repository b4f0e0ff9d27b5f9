namespace PlaceLeadership.Core.Places;

/// <summary>
/// Who stands in whose line of management, so that nobody meets their own in a pair or a set: the line manager and the
/// manager's manager, either way round.
/// </summary>
public sealed class LineManagement
{
    /// <summary>How many levels up count.</summary>
    public const int Levels = 2;

    private readonly Dictionary<string, string?> _managerOf;

    /// <summary>The lines of management among these people.</summary>
    public LineManagement(IEnumerable<Profile> people) =>
        _managerOf = people.ToDictionary(person => person.Id, person => person.LineManager, StringComparer.Ordinal);

    /// <summary>Whether one is the line manager of the other, or the manager's manager.</summary>
    public bool Ties(string one, string other) => Above(other).Contains(one) || Above(one).Contains(other);

    /// <summary>The ids of the line manager and of the manager's manager, as far as they are known.</summary>
    public IEnumerable<string> Above(string person)
    {
        for (var level = 0; level < Levels && _managerOf.GetValueOrDefault(person) is { } above; level++)
        {
            yield return above;
            person = above;
        }
    }
}
