using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>Rows that are stored together or not at all, and what they come to.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Deeds">What is done by them.</param>
public sealed record ChangedRows(IReadOnlyList<RowChange> Rows, params IReadOnlyList<Deed> Deeds);

/// <summary>What a decision about a cohort comes to.</summary>
/// <param name="Outcome">What whoever asked is told once it is stored.</param>
/// <param name="Groups">What is stored, in order; nothing at all when nothing changes.</param>
public sealed record Change<T>(T Outcome, params IReadOnlyList<ChangedRows> Groups)
{
    /// <summary>The row of the cohort, where the decision rests on how the cohort was read; null when it does not.</summary>
    public CohortChange? Cohort { get; init; }

    /// <summary>Whether anything is to be stored.</summary>
    internal bool IsAny => Groups.Any(group => group.Rows.Count + group.Deeds.Count > 0)
        || (Cohort is { } cohort && CohortRows.Write(cohort.Last) != CohortRows.Write(cohort.Read.Value));
}

/// <summary>
/// A cohort whose row is replaced in every transaction of a change, so that of two changes that rest on it one loses and is decided
/// again.
/// </summary>
/// <param name="Read">The cohort as it was read.</param>
/// <param name="First">As it stands from the first transaction on.</param>
/// <param name="Last">As it stands with the last one.</param>
public sealed record CohortChange(Stored<Cohort> Read, Cohort First, Cohort Last)
{
    /// <summary>Stays as it is.</summary>
    public static CohortChange None(Stored<Cohort> read) => new(read, read.Value, read.Value);

    /// <summary>Changes at once: a crash leaves the rest to be asked for again.</summary>
    public static CohortChange AtOnce(Stored<Cohort> read, Cohort after) => new(read, after, after);

    /// <summary>Changes with the last transaction: a crash before it leaves the rest to be decided again.</summary>
    public static CohortChange AtLast(Stored<Cohort> read, Cohort after) => new(read, read.Value, after);
}
