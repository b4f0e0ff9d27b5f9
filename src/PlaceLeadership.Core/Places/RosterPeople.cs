namespace PlaceLeadership.Core.Places;

/// <summary>Which rows below the header are people: titles of sections, repeated headers, totals and remarks stand between them.</summary>
internal sealed class RosterPeople(RosterColumns columns, Confirmations confirmed, List<RosterProblem> problems, List<string> notes)
{
    private static readonly string[] Totals = ["total", "subtotal", "sub total", "grand total", "cyfanswm", "count", "headcount"];

    // As a cell says it alone, without blanks and punctuation.
    private static readonly string[] Gone =
    [
        "withdrawn", "withdrew", "left", "leaver", "hasleft", "leftthepost", "nolongerattending", "nolongerparticipating", "nolongerinpost", "notattending",
        "notparticipating", "nottakingpart", "declined", "cancelled", "canceled", "inactive", "dropped", "droppedout", "resigned", "removed", "retired",
        "apologies", "cannotattend", "nolongercoming", "notcoming", "wedigadael", "wedityynnuynôl",
    ];

    private static readonly string[] HeadersOfTheGone = ["withdr", "cancel", "declin", "leaver", "leftthe", "dropout", "droppedout", "apolog", "reserve"];

    private static readonly string[] HeadersOfYesAndNo = ["attend", "confirm", "takingpart", "participat", "rsvp", "active", "accepted"];

    /// <summary>The rows of people. What else stands there is noted, or asked about where it may be one.</summary>
    public IReadOnlyList<SheetRow> In(IReadOnlyList<SheetRow> below)
    {
        var organisations = below.Where(row => !IsAlone(row)).Select(row => Synonyms.Key(columns.Text(row, RosterField.Organisation))).ToHashSet();
        return [.. below.Where(row => IsPerson(row, organisations))];
    }

    /// <summary>Asks about each column that is not read and says of somebody that they do not take part.</summary>
    public void AskWhoTakesPart(IReadOnlyList<SheetRow> people)
    {
        foreach (var column in columns.Unknown.Concat(columns.Of(RosterField.Role)))
        {
            var gone = people.Where(row => SaysGone(row[column], columns.Header(column))).ToList();
            var statement = $"who is in the file takes part, whatever “{columns.Header(column)}” says";
            if (gone.Count > 0 && !confirmed.Has(statement))
            {
                problems.Add(new RosterProblem(
                    gone[0].Number, columns.Title(column),
                    $"The column says “{CellText.Shown(gone[0][column])}” here, which sends nobody away{(gone.Count == 1 ? "" : $", and the like in {gone.Count - 1} more")}.",
                    $"Delete the rows of those who do not take part, or confirm “{statement}”.")
                {
                    Confirm = statement,
                });
            }
        }
    }

    private bool IsPerson(SheetRow row, HashSet<string> organisations)
    {
        var filled = columns.Known.Where(column => row[column].Length > 0).ToList();
        if (filled.Count == 0)
        {
            return Not(row, "has nothing in the columns of a roster");
        }

        if (filled.Count <= 2 && IsTotal(row))
        {
            return Not(row, $"(“{string.Join(' ', filled.Select(column => row[column]))}”) is a total");
        }

        // Also where one of them was renamed further down.
        if (filled.Count(column => RosterHeaders.FieldOf(row[column]) is { } field && columns.Are([field], column)) is >= 2 and var headers
            && headers * 3 >= filled.Count * 2)
        {
            return Not(row, "repeats the headers");
        }

        if (!IsAlone(row))
        {
            return true;
        }

        NoteOrAsk(row, row[filled[0]], organisations);
        return false;
    }

    private void NoteOrAsk(SheetRow row, string text, HashSet<string> organisations)
    {
        var (shown, key) = (CellText.Shown(text.ReplaceLineEndings(" ")), Synonyms.Key(text));
        var statement = $"{shown} is nobody";
        if (Sectors.All.Contains(key) || organisations.Contains(key) || confirmed.Has(statement))
        {
            Not(row, $"(“{shown}”) is no person");
            return;
        }

        problems.Add(new RosterProblem(
            row.Number, "", $"Nothing but “{shown}” stands in this row.", $"Fill in the person's row, delete it, or confirm “{statement}”.")
        {
            Confirm = statement,
        });
    }

    private bool Not(SheetRow row, string what)
    {
        notes.Add($"Row {row.Number} {what} and was not read.");
        return false;
    }

    private bool IsAlone(SheetRow row) => columns.Known.Skip(1).Any() && row.Cells.Count(cell => cell.Length > 0) == 1;

    private static bool IsTotal(SheetRow row) => Spelling.Fold(row.Cells.First(cell => cell.Length > 0)) is var first
        && Totals.Any(word => first == word || first.StartsWith(word + " ", StringComparison.Ordinal))
        && row.Cells.All(cell => !cell.Contains('@', StringComparison.Ordinal));

    private static bool SaysGone(string cell, string header)
    {
        var (said, title) = (Synonyms.Key(cell), Synonyms.Key(header));
        return Gone.Contains(said)
            || (said is "no" or "n" && HeadersOfYesAndNo.Any(word => title.Contains(word, StringComparison.Ordinal)))
            || (cell.Length > 0 && said is not ("no" or "n" or "0" or "false") && !CellText.GivesNoAnswer(cell)
                && HeadersOfTheGone.Any(word => title.Contains(word, StringComparison.Ordinal)));
    }
}
