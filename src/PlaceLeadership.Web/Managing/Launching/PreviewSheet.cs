using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Web.Managing.Launching;

/// <summary>What would be stored, as a page shows it.</summary>
/// <param name="Draft">The launch.</param>
/// <param name="CarriedField">The launch as it travels.</param>
/// <param name="Days">The messages of the first weeks, by day.</param>
/// <param name="Load">What the programme asks of one participant.</param>
public sealed record PreviewSheet(LaunchDraft Draft, string CarriedField, IReadOnlyList<PreviewDay> Days, ProgrammeLoad Load)
{
    internal IEnumerable<IGrouping<string, Identity>> Organisations => Draft.Plan!.People
        .Select(person => person.Identity)
        .GroupBy(identity => identity.OrganisationId)
        .OrderBy(group => group.First().Entry.Organisation, StringComparer.OrdinalIgnoreCase);
}
