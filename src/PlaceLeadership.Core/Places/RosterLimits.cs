namespace PlaceLeadership.Core.Places;

/// <summary>
/// How much a roster may hold. A place cohort has 24 to 60 people, so the sizes leave ample room; they exist because
/// everything that is uploaded needs an end.
/// </summary>
public static class RosterLimits
{
    /// <summary>Largest file, in mebibytes.</summary>
    public const int FileMebibytesMax = 5;

    /// <summary>Largest content of a compressed workbook, in mebibytes once unpacked.</summary>
    public const int UnpackedMebibytesMax = 20;

    /// <summary>Most parts of a workbook, such as sheets, styles and pictures.</summary>
    public const int PartsMax = 1_000;

    /// <summary>Most sheets of a workbook.</summary>
    public const int SheetsMax = 30;

    /// <summary>Most cells of a workbook, in all its sheets.</summary>
    public const int CellsMax = 250_000;

    /// <summary>Longest text of a cell, as spreadsheet programs allow it, in characters.</summary>
    public const int CellCharsMax = 32_767;

    /// <summary>Most characters in all cells of a workbook.</summary>
    public const int WorkbookCharsMax = 8_000_000;

    /// <summary>After how many questions about organisations no more are asked at once.</summary>
    public const int QuestionsMax = 200;

    /// <summary>Most problems, and most notes, that are told of one roster.</summary>
    public const int ShownMax = 300;

    /// <summary>Most people in one roster.</summary>
    public const int PeopleMax = 2_000;

    /// <summary>Last spreadsheet row that is looked at, header and empty rows included.</summary>
    public const int SheetRowMax = 10_000;

    /// <summary>Most columns that are looked at; what stands further right is not read.</summary>
    public const int ColumnsMax = 100;

    /// <summary>Longest name of a person, in characters.</summary>
    public const int NameCharsMax = 100;

    /// <summary>Longest name of an organisation, in characters.</summary>
    public const int OrganisationCharsMax = 150;

    /// <summary>Longest role, in characters.</summary>
    public const int RoleCharsMax = 100;

    /// <summary>Longest line manager (a name or an address), in characters.</summary>
    public const int LineManagerCharsMax = 254;

    /// <summary>Longest single strength or growth area, in characters.</summary>
    public const int ListItemCharsMax = 100;

    /// <summary>Most strengths, and most growth areas, of one person.</summary>
    public const int ListItemsMax = 20;

    /// <summary>Longest description of access needs, in characters.</summary>
    public const int AccessNeedsCharsMax = 500;
}
