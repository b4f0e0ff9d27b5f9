using System.Globalization;
using PlaceLeadership.Cli.Matching;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Cli.Seating;

/// <summary>Sets that exist, from a file as <see cref="SetsCsv"/> writes it: set, name, email, organisation, sector. Problems are gathered.</summary>
internal sealed class StandingSets
{
    private const int NumberMost = 10_000;

    private readonly FileInfo _file;
    private readonly IReadOnlyDictionary<string, string> _known;
    private readonly SortedDictionary<int, List<string>> _sets = [];
    private readonly Dictionary<string, int> _rowOf = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<RosterEntry> _gone = [];

    private StandingSets(FileInfo file, IReadOnlyDictionary<string, string> known) => (_file, _known) = (file, known);

    /// <summary>The members of each set by their addresses, in the order of the sets' numbers.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Members => [.. _sets.Values];

    /// <summary>Who is in a set and not in the roster any more, with what the file says of them.</summary>
    public IReadOnlyList<RosterEntry> Gone => _gone;

    /// <summary>Reads the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="known">The addresses of the roster, in any case, as they are written there.</param>
    /// <param name="problems">Where problems go, each with file, row, column and a way out.</param>
    public static async Task<StandingSets> ReadAsync(
        FileInfo file, IReadOnlyDictionary<string, string> known, List<string> problems, CancellationToken cancellation)
    {
        var standing = new StandingSets(file, known);
        var before = problems.Count;
        await AddressTable.ReadAsync(file, known, problems, standing.Take, cancellation).ConfigureAwait(false);
        if (standing._sets.Count == 0 && problems.Count == before)
        {
            problems.Add($"{file.Name}: There are no sets in it. Give the file that 'placelead sets --out' wrote.");
        }

        return standing;
    }

    /// <summary>Whether the person with this address has a set.</summary>
    public bool Has(string email) => _rowOf.ContainsKey(email);

    /// <summary>The number of the set at a place, counted from 1; those that are new count on from the last.</summary>
    public int NumberAt(int place) => place <= _sets.Count ? _sets.Keys.ElementAt(place - 1) : _sets.Keys.Last() + place - _sets.Count;

    /// <summary>The number of the set that this person has.</summary>
    public int NumberOf(string email) => _sets.First(set => set.Value.Contains(email)).Key;

    private void Take(AddressTable table, AddressRow row)
    {
        // A quotation mark that is not closed would take whole rows into its cell, and their people would have no set.
        if (row.Cells.Index().FirstOrDefault(cell => cell.Item.AsSpan().IndexOfAny('\r', '\n') >= 0) is { Item: not null } broken)
        {
            table.Problem(row, broken.Index, "The cell goes on over several lines.", "Take out the quotation mark in it, or close it on the same line.");
            return;
        }

        var (number, name, email, organisation, sector) = (row[0], row[1], row[2], row[3], row[4]);
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var set) || set is < 1 or > NumberMost)
        {
            table.Problem(row, 0, $"“{number}” is not the number of a set.", "Write 1, 2, 3 and so on.");
        }

        if (!email.Contains('@', StringComparison.Ordinal))
        {
            table.Problem(row, 2, $"“{email}” is not an address.", "Write the address of the person, or delete the row.");
        }
        else if (!_rowOf.TryAdd(email, row.Number))
        {
            table.Problem(row, 2, $"{email} has a set already ({_file.Name}, row {_rowOf[email]}).", "Keep one of the two rows.");
        }
        else if (set is >= 1 and <= NumberMost)
        {
            if (!_sets.TryGetValue(set, out var members))
            {
                _sets.Add(set, members = []);
            }

            members.Add(_known.GetValueOrDefault(email, email));
            if (!_known.ContainsKey(email))
            {
                _gone.Add(Left(name.Length == 0 ? email : name, email, organisation, sector));
            }
        }
    }

    // Only the organisation of somebody who has left still matters.
    private static RosterEntry Left(string name, string email, string organisation, string sector) => new(
        name, email, organisation, sector, "", null, null, Language.NotKnown, WorkingPattern.FullWeek, WorkingPattern.EarliestHour, [], [], null);
}
