using System.Globalization;
using System.Text;

namespace PlaceLeadership.Core.Places;

/// <summary>Writes a roster as CSV that <see cref="RosterReader"/> reads back equal, and that spreadsheet programs open.</summary>
public static class RosterWriter
{
    internal static readonly RosterField[] Columns =
        [.. Enum.GetValues<RosterField>().Where(field => field is not (RosterField.FirstName or RosterField.LastName))];

    /// <summary>The text of the file, with a header and CRLF line ends (RFC 4180).</summary>
    /// <param name="entries">Entries as the reader makes them; what the reader would refuse is written as it stands.</param>
    /// <param name="delimiter">Comma, semicolon, tab or bar.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another delimiter, which the reader would not recognise.</exception>
    public static string Csv(IEnumerable<RosterEntry> entries, char delimiter = ',')
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (delimiter is not (',' or ';' or '\t' or '|'))
        {
            throw new ArgumentOutOfRangeException(nameof(delimiter), delimiter, "A roster is separated by comma, semicolon, tab or bar.");
        }

        var text = new StringBuilder();
        Line(Columns.Select(RosterHeaders.NameOf));
        foreach (var entry in entries)
        {
            Line(Cells(entry));
        }

        return text.ToString();

        void Line(IEnumerable<string> cells) => text.AppendJoin(delimiter, cells.Select(cell => Quoted(cell, delimiter))).Append("\r\n");
    }

    private static string[] Cells(RosterEntry entry) =>
    [
        entry.Name,
        entry.Email,
        entry.Organisation,
        entry.Sector,
        entry.Role,
        LevelOf(entry.Level),
        entry.LineManager ?? "",
        entry.Language == Language.NotKnown ? "" : entry.Language.ToString(),
        PatternOf(entry.Pattern),
        entry.PreferredHour.ToString("00", CultureInfo.InvariantCulture) + ":00",
        string.Join("; ", entry.StrengthsOffered),
        string.Join("; ", entry.GrowthSought),
        entry.AccessNeeds ?? "",
    ];

    private static string LevelOf(Level? level) => level switch
    {
        Level.TeamLeader => "Team leader",
        Level.MiddleManager => "Middle manager",
        Level.SeniorManager => "Senior manager",
        _ => level?.ToString() ?? "",
    };

    private static string PatternOf(WorkingPattern pattern)
    {
        var days = pattern.Days == Weekdays.All
            ? "Mon-Fri"
            : string.Join(", ", pattern.Days.Each().Select(day => day.ToString()[..3]));
        return string.Create(CultureInfo.InvariantCulture, $"{days} {pattern.FromHour:00}:00-{pattern.ToHour:00}:00");
    }

    private static string Quoted(string cell, char delimiter) =>
        cell.AsSpan().IndexOfAny(['"', '\r', '\n', delimiter]) >= 0
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
