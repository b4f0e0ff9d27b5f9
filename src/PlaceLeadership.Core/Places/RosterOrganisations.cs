namespace PlaceLeadership.Core.Places;

/// <summary>
/// One organisation, one spelling, one sector. Spellings that differ only in case, blanks and “&amp;” for “and” become the
/// first one; an organisation under two sectors is a problem, for sets and pairs are mixed by sector.
/// </summary>
internal static class RosterOrganisations
{
    public static IReadOnlyList<RosterDraft> Unify(
        IReadOnlyList<RosterDraft> drafts, string sectorColumn, List<RosterProblem> problems, List<string> notes)
    {
        var firstOf = new Dictionary<string, RosterDraft>(StringComparer.Ordinal);
        var sectorOf = new Dictionary<string, RosterDraft>(StringComparer.Ordinal);
        var spellings = new HashSet<string>(StringComparer.Ordinal);
        return [.. drafts.Select(Unified)];

        RosterDraft Unified(RosterDraft draft)
        {
            if (draft.Organisation is not { } written)
            {
                return draft;
            }

            var key = KeyOf(written);
            firstOf.TryAdd(key, draft);
            var name = firstOf[key].Organisation!;
            if (name != written && spellings.Add(written))
            {
                notes.Add($"“{written}” (row {draft.Number}) was read as “{name}” (row {firstOf[key].Number}).");
            }

            if (draft.Sector is { } sector && !sectorOf.TryAdd(key, draft) && sectorOf[key].Sector != sector)
            {
                problems.Add(new RosterProblem(
                    draft.Number, sectorColumn,
                    $"{name} is {sectorOf[key].Sector} in row {sectorOf[key].Number} and {sector} in row {draft.Number}.",
                    "Give all people of one organisation the same sector, or write the organisations differently if they are two."));
            }

            return draft with { Organisation = name };
        }
    }

    private static string KeyOf(string organisation) =>
        string.Concat(organisation.Replace("&", "and", StringComparison.Ordinal).Where(letter => letter != ' ')).ToUpperInvariant();
}
