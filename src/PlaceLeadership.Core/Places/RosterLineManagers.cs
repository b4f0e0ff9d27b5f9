namespace PlaceLeadership.Core.Places;

/// <summary>
/// Line managers have to be certain, because nobody may meet their own in a set or a pair: one person of the roster or
/// somebody outside it, never oneself, never in a circle.
/// </summary>
internal static class RosterLineManagers
{
    public static void Report(IReadOnlyList<RosterDraft> drafts, string column, List<RosterProblem> problems)
    {
        var byEmail = drafts.Where(draft => draft.Email is not null).ToLookup(draft => draft.Email!, StringComparer.OrdinalIgnoreCase);
        var byName = drafts.Where(draft => draft.Name is not null).ToLookup(draft => draft.Name!, StringComparer.OrdinalIgnoreCase);
        var managerOf = new Dictionary<int, int>();
        foreach (var draft in drafts.Where(draft => draft.LineManager is not null))
        {
            var manager = draft.LineManager!;
            var isEmail = manager.Contains('@', StringComparison.Ordinal);
            var found = (isEmail ? byEmail : byName)[manager].Select(match => match.Number).ToList();
            if (found.Count > 1 && !isEmail)
            {
                problems.Add(new RosterProblem(
                    draft.Number, column, $"The line manager “{manager}” can be the person in row {string.Join(" or ", found)}.",
                    "Write the e-mail address of the line manager instead."));
            }
            else if (found.Contains(draft.Number))
            {
                problems.Add(new RosterProblem(
                    draft.Number, column, "The person is given as their own line manager.",
                    "Write the name or address of the line manager, or leave the cell empty."));
            }
            else if (found.Count > 0)
            {
                managerOf[draft.Number] = found[0];
            }
        }

        ReportCircles(managerOf, column, problems);
    }

    private static void ReportCircles(Dictionary<int, int> managerOf, string column, List<RosterProblem> problems)
    {
        var done = new HashSet<int>();
        foreach (var start in managerOf.Keys.Order())
        {
            var path = new List<int>();
            var row = start;
            while (done.Add(row))
            {
                path.Add(row);
                if (!managerOf.TryGetValue(row, out row))
                {
                    break;
                }
            }

            var from = path.IndexOf(row);
            if (from >= 0)
            {
                var circle = path[from..];
                problems.Add(new RosterProblem(
                    circle.Min(), column, $"The line managers of rows {string.Join(", ", circle.Order())} go round in a circle.",
                    "Correct at least one of them, or leave the cell empty."));
            }
        }
    }
}
