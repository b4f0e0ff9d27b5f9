namespace PlaceLeadership.Core.Places;

/// <summary>
/// Line managers have to be certain, because nobody may meet their own in a set or a pair: one person of the roster or
/// somebody outside it, never oneself, never in a circle. Who may be somebody of the roster is asked about.
/// </summary>
internal static class RosterLineManagers
{
    private const int NamedMost = 3;
    private const int OutsideNamedMost = 40;

    public static void Report(
        IReadOnlyList<RosterDraft> drafts, string column, Confirmations confirmed, List<RosterProblem> problems, List<string> notes,
        CancellationToken cancellation)
    {
        var rowOf = drafts.ToDictionary(draft => $"{draft.Number}", StringComparer.Ordinal);
        var ties = new ManagerTies([.. drafts.Select(draft => new ManagedPerson($"{draft.Number}", draft.Name ?? "", draft.Email ?? "", draft.LineManager))]);
        // A post is nobody's name, but somebody of the roster may hold it.
        var holders = drafts.Where(draft => draft.Role is { Length: > 0 }).ToLookup(draft => Synonyms.Key(draft.Role!), StringComparer.Ordinal);
        var managerOf = new Dictionary<int, int>();
        var outside = new List<RosterDraft>();
        foreach (var draft in drafts.Where(draft => draft.LineManager is not null))
        {
            cancellation.ThrowIfCancellationRequested();
            var manager = draft.LineManager!;
            var found = ties.Are(manager).Select(person => rowOf[person.Id]).ToList();
            if (found.Count > 1 && !manager.Contains('@', StringComparison.Ordinal))
            {
                problems.Add(new RosterProblem(
                    draft.Number, column, $"The line manager “{manager}” can be the person in row {AnyOf([.. found.Select(row => $"{row.Number}")])}.",
                    "Write the e-mail address of the line manager instead."));
            }
            else if (found.Contains(draft))
            {
                problems.Add(new RosterProblem(
                    draft.Number, column, "The person is given as their own line manager.",
                    "Write the name or address of the line manager, or leave the cell empty."));
            }
            else if (found.Count > 0)
            {
                managerOf[draft.Number] = found[0].Number;
                Note(draft, found[0], notes);
            }
            else if (!confirmed.Has(ManagerTies.Outside(manager)))
            {
                IReadOnlyList<RosterDraft> near =
                    [.. ties.MayBe(manager).Select(person => rowOf[person.Id]).Union(holders[Synonyms.Key(manager)]).Where(other => other != draft)];
                if (near.Count == 0)
                {
                    outside.Add(draft);
                }
                else
                {
                    Ask(draft, near, column, problems);
                }
            }
        }

        NoteOutside(outside, notes);
        ReportCircles(managerOf, column, problems);
    }

    private static void Note(RosterDraft draft, RosterDraft manager, List<string> notes)
    {
        if (!draft.LineManager!.Contains('@', StringComparison.Ordinal)
            && !string.Equals(draft.LineManager, manager.Name, StringComparison.OrdinalIgnoreCase))
        {
            notes.Add($"The line manager “{draft.LineManager}” (row {draft.Number}) was read as {manager.Name} (row {manager.Number}).");
        }
    }

    // Whoever is written in a way that nothing recognises would otherwise be matched with their own manager without a word.
    private static void NoteOutside(List<RosterDraft> outside, List<string> notes)
    {
        if (outside.Count > 0)
        {
            var named = outside.Take(OutsideNamedMost).Select(draft => $"{draft.LineManager} (row {draft.Number})");
            notes.Add($"These line managers are nobody of this roster: {string.Join(", ", named)}{(outside.Count > OutsideNamedMost ? $" and {outside.Count - OutsideNamedMost} more" : "")}. "
                + "If one of them is, write the e-mail address instead.");
        }
    }

    private static void Ask(RosterDraft draft, IReadOnlyList<RosterDraft> near, string column, List<RosterProblem> problems)
    {
        var statement = ManagerTies.Outside(draft.LineManager!);
        problems.Add(new RosterProblem(
            draft.Number, column,
            $"The line manager “{draft.LineManager}” may be {AnyOf([.. near.Select(other => $"{other.Name ?? other.Email} (row {other.Number})")])}.",
            $"Write that person's e-mail address instead, or confirm “{statement}”.")
        {
            Confirm = statement,
        });
    }

    private static string AnyOf(IReadOnlyList<string> people) =>
        string.Join(" or ", people.Take(NamedMost)) + (people.Count > NamedMost ? " or others" : "");

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
