using System.Globalization;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// A cohort of more people than one partition tends well is kept as parts, <c>town.1</c>, <c>town.2</c> and so on: each a
/// cohort of its own to whoever tends it, and all of them one cohort to its manager. A cohort of the usual size is its own
/// only part.
/// </summary>
/// <param name="tables">Where they are kept.</param>
/// <param name="directory">Where they are entered.</param>
public sealed class CohortParts(ITables tables, CohortDirectory directory)
{
    private const char Mark = CohortId.PartMark;

    /// <summary>The id of one part.</summary>
    public static CohortId IdOf(CohortId cohort, int part) => new(string.Create(CultureInfo.InvariantCulture, $"{cohort}{Mark}{part}"));

    /// <summary>
    /// The cohorts that a plan is stored as. The people of each organisation are dealt out, so that every part crosses
    /// organisations as the whole does.
    /// </summary>
    public static IReadOnlyList<LaunchPlan> Split(LaunchPlan plan)
    {
        var count = (plan.People.Count + Cohort.PeopleMax - 1) / Cohort.PeopleMax;
        if (count <= 1)
        {
            return [plan];
        }

        var dealt = plan.People.GroupBy(person => person.Participant.Organisation).SelectMany(people => people)
            .Select((person, place) => (person, Part: place % count)).ToLookup(item => item.Part, item => item.person);
        return
        [
            .. Enumerable.Range(0, count).Select(part =>
                plan with { Cohort = plan.Cohort with { Id = IdOf(plan.Cohort.Id, part + 1) }, People = [.. dealt[part]] }),
        ];
    }

    /// <summary>The parts of a cohort in order, or none when there is no such cohort. The id of a part names that part alone.</summary>
    public async Task<IReadOnlyList<CohortId>> OfAsync(CohortId cohort, CancellationToken cancellation)
    {
        if (!cohort.CanBe)
        {
            return [];
        }

        if (await RowAsync(tables, cohort, cancellation).ConfigureAwait(false) is not null)
        {
            return [cohort];
        }

        if (cohort.Value.Contains(Mark, StringComparison.Ordinal))
        {
            return [];
        }

        var parts = new List<CohortId>();
        foreach (var entry in await directory.PartsAsync(cohort, cancellation).ConfigureAwait(false))
        {
            if (await RowAsync(tables, entry.Id, cancellation).ConfigureAwait(false) is not null
                || await MendAsync(tables, entry.Id, cancellation).ConfigureAwait(false))
            {
                parts.Add(entry.Id);
            }
        }

        return [.. parts.OrderBy(NumberOf)];
    }

    /// <summary>
    /// Completes a launch that broke off. The first part is stored last but for the bare rows of the others: once it is
    /// there, the cohort is, and the row of a part that is entered in the directory and misses one is a copy of it.
    /// </summary>
    /// <returns>False when there is nothing to complete.</returns>
    public static async Task<bool> MendAsync(ITables tables, CohortId id, CancellationToken cancellation)
    {
        var first = IdOf(id.Whole, 1);
        if (id == id.Whole || id == first
            || await RowAsync(tables, first, cancellation).ConfigureAwait(false) is not { } row
            || await new CohortDirectory(tables).FindAsync(id, cancellation).ConfigureAwait(false) is null)
        {
            return false;
        }

        try
        {
            await tables.SubmitAsync(
                Table.Cohorts, id.Value,
                [new RowChange.Insert(CohortKeys.Cohort, row.Shape, CohortRows.Write(CohortRows.ReadCohort(row).Value with { Id = id }))],
                cancellation).ConfigureAwait(false);
        }
        catch (StoreConflictException)
        {
            // Somebody else completed it.
        }

        return true;
    }

    private static Task<Row?> RowAsync(ITables tables, CohortId id, CancellationToken cancellation) =>
        tables.GetAsync(Table.Cohorts, id.Value, CohortKeys.Cohort, cancellation);

    private static int NumberOf(CohortId part) => int.Parse(part.Value.AsSpan(part.Value.IndexOf(Mark, StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
}
