namespace PlaceLeadership.Core.Places;

/// <summary>
/// One organisation, one spelling, one sector. Spellings that differ only in how they are typed become the first one; two that
/// may be one are a question; an organisation under two sectors is a problem, for sets and pairs are mixed by sector.
/// </summary>
internal static class RosterOrganisations
{
    public static IReadOnlyList<RosterDraft> Unify(
        IReadOnlyList<RosterDraft> drafts, RosterColumns columns, Confirmations confirmed, List<RosterProblem> problems, List<string> notes,
        CancellationToken cancellation)
    {
        var sectorColumn = columns.Title(RosterField.Sector);
        var firstOf = new Dictionary<string, RosterDraft>(StringComparer.Ordinal);
        var sectorOf = new Dictionary<string, RosterDraft>(StringComparer.Ordinal);
        var spellings = new HashSet<string>(StringComparer.Ordinal);
        IReadOnlyList<RosterDraft> unified = [.. drafts.Select(Unified)];
        Ask([.. firstOf.Values], columns.Title(RosterField.Organisation), confirmed, problems, cancellation);
        return unified;

        RosterDraft Unified(RosterDraft draft)
        {
            if (draft.Organisation is not { } written)
            {
                return draft;
            }

            var key = OrganisationName.Key(written);
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

    // Colleagues who count as strangers would be brought together.
    private static void Ask(
        IReadOnlyList<RosterDraft> firsts, string column, Confirmations confirmed, List<RosterProblem> problems, CancellationToken cancellation)
    {
        var words = firsts.Select(draft => OrganisationName.Words(draft.Organisation!)).ToList();
        var most = problems.Count + RosterLimits.QuestionsMax;
        for (var at = 1; at < firsts.Count && problems.Count < most; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var before = 0; before < at; before++)
            {
                var (one, other) = (firsts[at].Organisation!, firsts[before].Organisation!);
                if (OrganisationName.MayBe(words[at], words[before]) && !OrganisationName.AreConfirmedToDiffer(one, other, confirmed))
                {
                    var statement = OrganisationName.Differs(one, other);
                    problems.Add(new RosterProblem(
                        firsts[at].Number, column, $"“{one}” may be “{other}” (row {firsts[before].Number}).",
                        $"Write one organisation in one way, or confirm “{statement}”.")
                    {
                        Confirm = statement,
                    });
                }
            }
        }
    }
}
