using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Application.People;

/// <summary>Whether rows of a roster fit the people who are in a cohort already, by the rules that hold within one roster.</summary>
internal static class RosterAgreement
{
    /// <summary>The row with the spelling of its organisation that the cohort has.</summary>
    public static RosterEntry InTheSpellingOf(Organisations organisations, RosterEntry entry) =>
        organisations.Member(entry.Organisation) is { } member ? entry with { Organisation = member.Organisation } : entry;

    /// <summary>What does not fit, or has to be answered, each a sentence with a way out.</summary>
    public static IEnumerable<string> Problems(Organisations organisations, IEnumerable<RosterEntry> entries, Confirmations confirmed)
    {
        foreach (var entry in entries)
        {
            if (organisations.Member(entry.Organisation) is { } member)
            {
                if (member.Sector != entry.Sector)
                {
                    yield return $"{entry.Name}: {member.Organisation} is {member.Sector} in this cohort, and not {entry.Sector}. "
                        + "Give the same sector, or write the organisation differently if it is another one.";
                }

                continue;
            }

            foreach (var other in organisations.MayBe(entry.Organisation)
                .Where(other => !OrganisationName.AreConfirmedToDiffer(entry.Organisation, other.Organisation, confirmed)))
            {
                yield return $"{entry.Name}: “{entry.Organisation}” may be {other.Organisation}, which is in this cohort. "
                    + $"Write it the same way, or confirm “{OrganisationName.Differs(entry.Organisation, other.Organisation)}”.";
            }
        }
    }
}
