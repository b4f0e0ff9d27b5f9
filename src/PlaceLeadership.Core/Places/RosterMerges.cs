namespace PlaceLeadership.Core.Places;

/// <summary>What was written once for several people, in cells that were merged.</summary>
internal static class RosterMerges
{
    // Two people have no name or address in common; one that is merged is missing below, and said to be.
    private static readonly RosterField[] OfOnePerson = [RosterField.Name, RosterField.FirstName, RosterField.LastName, RosterField.Email];

    public static IReadOnlyList<SheetRow> Fill(IReadOnlyList<SheetRow> people, IReadOnlyList<SheetMerge> merges, RosterColumns columns, List<string> notes)
    {
        var rows = people.ToList();
        foreach (var merge in merges.Where(merge => columns.Known.Contains(merge.Column) && !columns.Are(OfOnePerson, merge.Column)))
        {
            var first = rows.FindIndex(row => row.Number == merge.FirstRow);
            if (first < 0 || rows[first][merge.Column].Length == 0)
            {
                continue;
            }

            for (var at = first + 1; at < rows.Count && rows[at].Number <= merge.LastRow && rows[at][merge.Column].Length == 0; at++)
            {
                rows[at] = rows[at].With(merge.Column, rows[first][merge.Column]);
            }

            notes.Add($"The cells {merge} are merged; “{rows[first][merge.Column]}” was read for each of these rows.");
        }

        return rows;
    }
}
