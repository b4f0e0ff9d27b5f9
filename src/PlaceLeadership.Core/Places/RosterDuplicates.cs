namespace PlaceLeadership.Core.Places;

/// <summary>Finds addresses that stand in two rows: two people cannot share one, for each gets mail of their own.</summary>
internal static class RosterDuplicates
{
    public static void Report(IEnumerable<RosterDraft> drafts, string column, List<RosterProblem> problems)
    {
        var rowOf = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var draft in drafts)
        {
            if (draft.Email is { } email && !rowOf.TryAdd(email, draft.Number))
            {
                problems.Add(new RosterProblem(
                    draft.Number, column, $"The address {email} is in rows {rowOf[email]} and {draft.Number}.",
                    "Delete one of the rows if it is the same person; otherwise give each person an address of their own."));
            }
        }
    }
}
