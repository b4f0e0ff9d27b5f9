using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Application.People;

/// <summary>
/// Changes or adds one person by the cells of a roster, as somebody typed them. Problems name their column, or none where the cohort as a whole has one.
/// </summary>
public sealed class PersonDesk(RosterDesk roster)
{
    /// <summary>Lets somebody join a running cohort from tomorrow on.</summary>
    /// <param name="cohort">The cohort, or one part of a large one.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="cells">The cells, by their columns.</param>
    /// <param name="confirmed">What somebody confirmed.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>What stands in the way; then nobody joined.</returns>
    public async Task<IReadOnlyList<RosterProblem>> JoinAsync(
        CohortId cohort, Actor by, IReadOnlyDictionary<string, string> cells, Confirmations confirmed, CancellationToken cancellation)
    {
        var read = PersonCells.Read(cells, confirmed);
        return read.Problems.Count > 0 ? read.Problems
            : [.. (await roster.JoinAsync(cohort.Whole, by, [read.Rows[0].Entry], Enrolment.NewId, cancellation, confirmed).ConfigureAwait(false)).Select(Whole)];
    }

    /// <summary>Changes what the roster says of a person; cells that are not given stay.</summary>
    /// <param name="cohort">The cohort, or the part of a large one that holds them.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="who">The person, as the roster has them now.</param>
    /// <param name="cells">The cells that are given, by their columns.</param>
    /// <param name="confirmed">What somebody confirmed.</param>
    /// <param name="confirmsAddress">Whether somebody says that the address is right as it is: a refusal is then taken back.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>What stands in the way, and what the roster says now; null where it was not changed.</returns>
    public async Task<(IReadOnlyList<RosterProblem> Problems, RosterEntry? Entry)> ChangeAsync(
        CohortId cohort, Actor by, Identity who, IReadOnlyDictionary<string, string> cells, Confirmations confirmed, bool confirmsAddress, CancellationToken cancellation)
    {
        var read = PersonCells.Changed(who.Entry, cells, confirmed);
        if (read.Problems.Count > 0)
        {
            return (read.Problems, null);
        }

        var entry = read.Rows[0].Entry;
        return await roster.ChangeAsync(cohort, by, who.ParticipantId, _ => entry, cancellation, confirmed, confirmsAddress).ConfigureAwait(false) is { } problem
            ? ([Whole(problem)], null) : ([], entry);
    }

    private static RosterProblem Whole(string problem) => new(0, "", problem, "");
}
