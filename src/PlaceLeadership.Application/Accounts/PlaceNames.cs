using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Accounts;

/// <summary>How places are written in cohorts, by how grants name them; one that has no cohort is named as its grant names it.</summary>
public sealed class PlaceNames
{
    private readonly Dictionary<string, string> _names;

    /// <summary>Of these places.</summary>
    public PlaceNames(IEnumerable<string> places) => _names = places
        .GroupBy(place => Scope.OfPlace(place).Place!).ToDictionary(same => same.Key, same => same.First());

    /// <summary>The places, by name.</summary>
    public IReadOnlyList<string> All => [.. _names.Values.Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Of all cohorts there are.</summary>
    public static async Task<PlaceNames> ReadAsync(CohortDirectory directory, CancellationToken cancellation) =>
        new((await directory.ListAsync(cancellation).ConfigureAwait(false)).Select(entry => entry.Place));

    /// <summary>Such as 'manager for the place “Elmbridge Vale”'.</summary>
    public string Say(Grant grant) => $"{grant.Role.Word()} {Say(grant.Scope)}";

    private string Say(Scope scope) => scope.Cohort is { } cohort ? $"for the cohort {cohort}"
        : scope.Place is { } place ? $"for the place “{_names.GetValueOrDefault(place, place)}”" : "for everything";
}
