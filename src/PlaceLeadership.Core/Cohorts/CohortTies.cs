using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// Line management among the people of a cohort: tied to the person, so that a later change of a name or an address does not undo
/// it. What an earlier release stored is tied by what it says, in any spelling.
/// </summary>
public static class CohortTies
{
    /// <summary>The people with their line managers tied, as far as they are certain.</summary>
    public static IReadOnlyList<Identity> Tie(IReadOnlyCollection<Identity> people)
    {
        var ties = new ManagerTies(People(people));
        return [.. people.Select(person => person.LineManagerId is null && Certain(ties, person) is { } manager ? person with { LineManagerId = manager } : person)];
    }

    /// <summary>What has to be answered before these people are stored: line managers who may be somebody of the cohort.</summary>
    /// <param name="people">Everybody, tied.</param>
    /// <param name="changed">The ids of those who are new, or of whom something is new.</param>
    /// <param name="confirmed">What is answered already.</param>
    public static IReadOnlyList<string> Questions(IReadOnlyCollection<Identity> people, IReadOnlySet<ParticipantId> changed, Confirmations confirmed)
    {
        var ties = new ManagerTies(People(people));
        var names = people.ToDictionary(person => person.ParticipantId, person => $"{person.Entry.Name} ({person.Entry.Email})");
        var questions = new List<string>();
        foreach (var person in people.Where(person => person.LineManagerId is null && !string.IsNullOrWhiteSpace(person.Entry.LineManager)))
        {
            var written = person.Entry.LineManager!;
            bool Concerns(ManagedPerson other) =>
                new ParticipantId(other.Id) is var id && id != person.ParticipantId && (changed.Contains(id) || changed.Contains(person.ParticipantId));
            var found = ties.Are(written).Where(Concerns).ToList();
            var statement = ManagerTies.Outside(written);
            if (found.Count == 0 && !confirmed.Has(statement))
            {
                found = [.. ties.MayBe(written).Where(Concerns)];
            }

            if (found.Count > 0)
            {
                questions.Add(
                    $"The line manager of {person.Entry.Name}, “{written}”, may be {string.Join(" or ", found.Take(3).Select(other => names[new ParticipantId(other.Id)]))}. "
                    + $"Give that person's address as the line manager, or confirm “{statement}”.");
            }
        }

        return questions;
    }

    private static ParticipantId? Certain(ManagerTies ties, Identity person) =>
        ties.Are(person.Entry.LineManager).Where(manager => manager.Id != person.ParticipantId.Value).ToList() is [var only] ? new ParticipantId(only.Id) : null;

    private static List<ManagedPerson> People(IReadOnlyCollection<Identity> people) =>
    [
        .. people.Select(person => new ManagedPerson(person.ParticipantId.Value, person.Entry.Name, person.Entry.Email, person.Entry.LineManager)),
    ];
}
