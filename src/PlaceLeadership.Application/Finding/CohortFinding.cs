using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Application.Finding;

/// <summary>Finds what a manager names by an id, a name, an address or a number: in all parts of a large cohort.</summary>
public sealed class CohortFinding(CohortReader reader, CohortParts parts, CohortDirectory directory)
{
    /// <summary>The ids of the cohorts there are; a launch that broke off is none.</summary>
    public async Task<IReadOnlyList<CohortId>> KnownAsync(CancellationToken cancellation)
    {
        var known = new List<CohortId>();
        foreach (var id in (await directory.ListAsync(cancellation).ConfigureAwait(false)).Select(entry => entry.Id.Whole).Distinct())
        {
            if (await WholeAsync(id, cancellation).ConfigureAwait(false) is not null)
            {
                known.Add(id);
            }
        }

        return known;
    }

    /// <summary>The cohorts there are, each with its place.</summary>
    public async Task<IReadOnlyList<(CohortId Id, string Place)>> PlacesAsync(CancellationToken cancellation) =>
        [.. (await directory.ListAsync(cancellation).ConfigureAwait(false)).Select(entry => (entry.Id.Whole, entry.Place)).Distinct()];

    /// <summary>The place of a cohort, or of the cohort that a part belongs to; null when there is none with this id.</summary>
    public async Task<string?> PlaceOfAsync(CohortId id, CancellationToken cancellation) =>
        await directory.FindAsync(id, cancellation).ConfigureAwait(false) is { } entry ? entry.Place
        : await directory.PartsAsync(id.Whole, cancellation).ConfigureAwait(false) is [var part, ..] ? part.Place : null;

    /// <summary>A cohort, or a part of a large one, or null when there is none with this id.</summary>
    public async Task<(Cohort Cohort, Timetable Timetable)?> OneAsync(CohortId id, CancellationToken cancellation) =>
        await reader.FindAsync(id, cancellation).ConfigureAwait(false) is var (cohort, timetable) ? (cohort.Value, timetable) : null;

    /// <summary>A person of a cohort, or null when there is no such person.</summary>
    public async Task<(Cohort Cohort, Timetable Timetable, Participant Person)?> PersonAsync(CohortId id, ParticipantId person, CancellationToken cancellation) =>
        await reader.FindPersonAsync(id, person, cancellation).ConfigureAwait(false) is var (cohort, timetable, found)
            ? (cohort.Value, timetable, found.Value) : null;

    /// <summary>
    /// What there is first of the cohort that an id, or the id of one of its parts, belongs to; null when nothing is left of it. It mends nothing.
    /// </summary>
    public async Task<Cohort?> WholeAsync(CohortId id, CancellationToken cancellation)
    {
        var whole = id.Whole;
        var parts = (await directory.PartsAsync(whole, cancellation).ConfigureAwait(false)).Select(entry => entry.Id);
        foreach (var part in parts.Prepend(CohortParts.IdOf(whole, 1)).Prepend(whole))
        {
            if (await OneAsync(part, cancellation).ConfigureAwait(false) is var (cohort, _))
            {
                return cohort;
            }
        }

        return null;
    }

    /// <summary>The first part of a large cohort, which is shown by its parts; null where the id is of no such cohort as a whole.</summary>
    public async Task<CohortId?> FirstPartAsync(CohortId id, CancellationToken cancellation) =>
        id == id.Whole && await WholeAsync(id, cancellation).ConfigureAwait(false) is { } first && first.Id != id ? first.Id : null;

    /// <summary>What journeys keep of a cohort.</summary>
    public Task<JourneyRows> RowsAsync(CohortId id, CancellationToken cancellation) => reader.RowsAsync(id, cancellation);

    /// <summary>The parts of a cohort, of which one of the usual size has just one; none when there is no such cohort.</summary>
    public async Task<IReadOnlyList<(Cohort Cohort, Timetable Timetable)>> PartsAsync(CohortId id, CancellationToken cancellation)
    {
        var found = new List<(Cohort, Timetable)>();
        foreach (var part in await parts.OfAsync(id, cancellation).ConfigureAwait(false))
        {
            if (await OneAsync(part, cancellation).ConfigureAwait(false) is { } one)
            {
                found.Add(one);
            }
        }

        return found;
    }

    /// <summary>The people whom an address, a name or an id fits, each with the part of the cohort that holds them.</summary>
    public async Task<IReadOnlyList<(Cohort Cohort, Identity Identity)>> PeopleAsync(CohortId id, string who, CancellationToken cancellation)
    {
        var found = new List<(Cohort, Identity)>();
        foreach (var (part, _) in await PartsAsync(id, cancellation).ConfigureAwait(false))
        {
            var identities = await reader.IdentitiesAsync(part.Id, cancellation).ConfigureAwait(false);
            found.AddRange(identities.Values.Select(identity => identity.Value)
                .Where(identity => identity.ParticipantId.Value == who
                    || string.Equals(identity.Entry.Email, who, StringComparison.OrdinalIgnoreCase)
                    || string.Equals(identity.Entry.Name, who, StringComparison.OrdinalIgnoreCase))
                .Select(identity => (part, identity)));
        }

        return found;
    }

    /// <summary>The parts of a cohort to which people of an organisation belong, with its id in each: a part has ids of its own for those that came later.</summary>
    /// <param name="id">The cohort.</param>
    /// <param name="organisation">The organisation as the roster names it.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    /// <returns>Where it was found, and the names there are.</returns>
    public async Task<(IReadOnlyList<(Cohort Cohort, string Organisation)> Found, IReadOnlyCollection<string> Known)> OrganisationAsync(
        CohortId id, string organisation, CancellationToken cancellation)
    {
        var (found, known) = (new List<(Cohort, string)>(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var (part, _) in await PartsAsync(id, cancellation).ConfigureAwait(false))
        {
            var identities = (await reader.IdentitiesAsync(part.Id, cancellation).ConfigureAwait(false)).Values.Select(identity => identity.Value).ToList();
            known.UnionWith(identities.Select(identity => identity.Entry.Organisation));
            if (new Organisations(identities).Find(organisation) is { } there)
            {
                found.Add((part, there));
            }
        }

        return (found, known);
    }

    /// <summary>The learning sets with a number, each with the part of the cohort that has it.</summary>
    /// <returns>Where it was found, and the numbers there are.</returns>
    public async Task<(IReadOnlyList<(Cohort Cohort, LearningSet Set)> Found, IReadOnlyCollection<int> Known)> SetsAsync(
        CohortId id, int number, CancellationToken cancellation)
    {
        var (found, known) = (new List<(Cohort, LearningSet)>(), new SortedSet<int>());
        foreach (var (part, _) in await PartsAsync(id, cancellation).ConfigureAwait(false))
        {
            var sets = StandingSets.Of(await reader.RowsAsync(part.Id, cancellation).ConfigureAwait(false)).All;
            known.UnionWith(sets.Select(set => set.Number));
            found.AddRange(sets.Where(set => set.Number == number).Select(set => (part, set)));
        }

        return (found, known);
    }

    /// <summary>Who facilitates a learning set, or null when nobody is named.</summary>
    public Task<Facilitator?> FacilitatorAsync(CohortId id, int set, CancellationToken cancellation) =>
        StandingSets.FacilitatorAsync(reader, id, set, cancellation);
}
