namespace PlaceLeadership.Core.Places;

/// <summary>Reads the cells of one row and reports everything that is wrong with them.</summary>
internal sealed class RosterRowReader(
    RosterColumns columns, SheetRow row, Confirmations confirmed, List<RosterProblem> problems, List<string> notes)
{
    private const int PatternCharsMax = 200;
    private const int WordCharsMax = 100;

    public RosterDraft Read()
    {
        problems.AddRange(columns.Known.Where(column => CellText.PointsAbove(row[column])).Select(column => new RosterProblem(
            row.Number, columns.Title(column), $"“{row[column]}” points at the row above.", "Write out what is meant, or fill the column down.")));
        var written = Name();
        var email = Required(RosterField.Email, "Every person needs an address for messages.", EmailText.Read);
        var name = Greeted(written, email);
        var organisation = Required(
            RosterField.Organisation, "Every person needs an organisation; a resident can name the street, group or ward.",
            cell => CellText.Named(cell, RosterLimits.OrganisationCharsMax));
        var sector = Required(
            RosterField.Sector, $"Write one of {string.Join(", ", Sectors.All)}.", cell => Word(cell, RosterWords.Sector));
        var role = Optional(RosterField.Role, "", cell => CellText.Line(cell, RosterLimits.RoleCharsMax));
        var level = Optional<Level?>(RosterField.Level, null, cell => Widen(Word(cell, RosterWords.Level)));
        var manager = Optional<string?>(RosterField.LineManager, null, LineManager);
        var language = Optional(RosterField.Language, Language.NotKnown, cell => Word(cell, RosterWords.Language));
        var pattern = Read<WorkingPattern?>(
            RosterField.WorkingPattern, cell => Widen(Word(cell, WorkingPatternText.Read, PatternCharsMax)));
        var hour = Read<int?>(
            RosterField.PreferredHour, cell => Widen(Word(cell, text => PreferredHourText.Read(text, pattern ?? WorkingPattern.FullWeek))));
        var strengths = Items(RosterField.StrengthsOffered);
        var growth = Items(RosterField.GrowthSought);
        var access = Optional<string?>(
            RosterField.AccessNeeds, null, cell => CellText.Block(cell, RosterLimits.AccessNeedsCharsMax)!);

        return new RosterDraft(
            row.Number, name, email, organisation, sector, role, level, manager, language, pattern, hour, strengths, growth, access);
    }

    private string? Name()
    {
        if (columns.Has(RosterField.Name))
        {
            return Sure(RosterField.Name, Required(RosterField.Name, "Write the name as the person is addressed.", NameLine));
        }

        if (!columns.Has(RosterField.FirstName) || !columns.Has(RosterField.LastName))
        {
            return null;
        }

        if (columns.Text(row, RosterField.FirstName).Length + columns.Text(row, RosterField.LastName).Length == 0)
        {
            Report(RosterField.FirstName, "The name is missing.", "Write the first or the last name, or both.");
            return null;
        }

        var first = Part(RosterField.FirstName);
        var last = Part(RosterField.LastName);
        var name = $"{first} {last}".Trim();
        if (first is null || last is null || name.Length <= RosterLimits.NameCharsMax)
        {
            return first is null || last is null ? null : name;
        }

        Report(RosterField.LastName, $"The name has {name.Length} characters.", $"Shorten it to {RosterLimits.NameCharsMax}.");
        return null;
    }

    private string? Part(RosterField field) => Read(field, NameLine) is { Length: > 0 } part ? Sure(field, part) : columns.Text(row, field).Length == 0 ? "" : null;

    private string? Greeted(string? name, string? email)
    {
        if (name is null || (NameMending.AsGreeted(name, columns.Has(RosterField.Name) ? email : null) is var mended && mended == name))
        {
            return name;
        }

        notes.Add(mended is null
            ? $"The name “{name}” (row {row.Number}) is kept as it is written, for it is not certain how the person is greeted. Write it so, such as “Siân Price”."
            : $"The name “{name}” (row {row.Number}) was read as {mended}.");
        return mended ?? name;
    }

    /// <summary>The part of a name that stands in a column, or null and a question where it may be none.</summary>
    private string? Sure(RosterField field, string? name)
    {
        if (name is null || NameDoubts.Of(name) is not var (what, mend) || confirmed.Has(NameDoubts.Confirmed(name)))
        {
            return name;
        }

        var statement = NameDoubts.Confirmed(name);
        problems.Add(new RosterProblem(row.Number, columns.Title(field), what, $"{mend} If it is the name, confirm “{statement}”.") { Confirm = statement });
        return null;
    }

    private static Parsed<string> NameLine(string cell) => CellText.Line(cell, RosterLimits.NameCharsMax);

    private static Parsed<string?> LineManager(string cell)
    {
        var read = cell.Contains('@', StringComparison.Ordinal) && cell[0] != '@'
            ? EmailText.Read(cell)
            : CellText.Named(cell, RosterLimits.LineManagerCharsMax);
        return read!;
    }

    private List<string> Items(RosterField field)
    {
        var items = columns.Text(row, field).Split([';', ',', '\n'], StringSplitOptions.TrimEntries)
            .Select(item => item.TrimStart('-', '–', '•', '*', '·', ' '))
            .Where(item => !CellText.SaysNothing(item))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (items.Count > RosterLimits.ListItemsMax)
        {
            Report(field, $"The cell lists {items.Count} things.", $"Keep the {RosterLimits.ListItemsMax} that matter most.");
            return [];
        }

        var read = items.Select(item => CellText.Line(item, RosterLimits.ListItemCharsMax)).ToList();
        foreach (var failed in read.Where(item => item.Failed).Take(1))
        {
            Report(field, failed.What!, failed.Mend! + " Separate several things by semicolons or new lines.");
        }

        return [.. read.Where(item => !item.Failed).Select(item => item.Value!)];
    }

    // A cell of which only known words make sense: first what is wrong with any text, then what it means.
    private static Parsed<T> Word<T>(string cell, Func<string, Parsed<T>> meaning, int charsMax = WordCharsMax)
    {
        var text = cell is "-" ? cell : CellText.Line(cell.Replace('\n', ' '), charsMax);
        return text.Failed ? Parsed<T>.Not(text.What!, text.Mend!) : meaning(text.Value!);
    }

    private static Parsed<T?> Widen<T>(Parsed<T> parsed)
        where T : struct => new(parsed.Failed ? null : parsed.Value, parsed.What, parsed.Mend);

    private T? Required<T>(RosterField field, string mend, Func<string, Parsed<T>> read)
        where T : class
    {
        if (!columns.Has(field))
        {
            return null;
        }

        if (CellText.GivesNoAnswer(columns.Text(row, field)))
        {
            Report(field, $"{RosterHeaders.NameOf(field)} is missing.", mend);
            return null;
        }

        return Read(field, read);
    }

    private T? Optional<T>(RosterField field, T otherwise, Func<string, Parsed<T>> read) =>
        CellText.SaysNothing(columns.Text(row, field)) ? otherwise : Read(field, read);

    private T? Read<T>(RosterField field, Func<string, Parsed<T>> read)
    {
        var parsed = read(columns.Text(row, field));
        if (parsed.Failed)
        {
            Report(field, parsed.What!, parsed.Mend!);
        }

        return parsed.Value;
    }

    private void Report(RosterField field, string what, string mend) =>
        problems.Add(new RosterProblem(row.Number, columns.Title(field), what, mend));
}
