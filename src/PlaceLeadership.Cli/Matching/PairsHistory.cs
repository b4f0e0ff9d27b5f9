using System.Globalization;
using PlaceLeadership.Core.Journeys.Coaching.Pairing;

namespace PlaceLeadership.Cli.Matching;

/// <summary>Earlier rounds from files as <see cref="PairsFile"/> writes them: round, first, second, third; whoever stands alone was left out.</summary>
internal sealed class PairsHistory(IReadOnlyDictionary<string, string> known, List<string> problems)
{
    private readonly SortedDictionary<int, (List<IReadOnlyList<string>> Groups, List<string> LeftOut)> _rounds = [];
    private readonly Dictionary<(int Round, string Person), string> _placeOf = [];
    private readonly SortedSet<string> _left = new(StringComparer.OrdinalIgnoreCase);

    public int LastRound => _rounds.Count == 0 ? 0 : _rounds.Keys.Max();

    public IReadOnlyList<PastRound> Rounds => [.. _rounds.Values.Select(round => new PastRound(round.Groups) { LeftOut = round.LeftOut })];

    public IEnumerable<string> Notes => _left.Count == 0
        ? []
        : [$"{string.Join(", ", _left)} {(_left.Count == 1 ? "is" : "are")} in the history and not in the roster: taken for people who have left."];

    public Task ReadAsync(FileInfo file, CancellationToken cancellation) =>
        AddressTable.ReadAsync(file, known, problems, (table, row) => Take(file, table, row), cancellation);

    private void Take(FileInfo file, AddressTable table, AddressRow row)
    {
        if (!int.TryParse(row[0], NumberStyles.None, CultureInfo.InvariantCulture, out var round) || round is 0 or > 10_000)
        {
            table.Problem(row, 0, $"“{row[0]}” is not the number of a round.", "Write 1, 2, 3 and so on.");
            return;
        }

        if (People(file, table, row, round) is not { } people)
        {
            return;
        }

        if (people.Count == 0)
        {
            table.Problem(row, 1, "There is no address.", "Write at least one, or delete the row.");
            return;
        }

        if (!_rounds.TryGetValue(round, out var found))
        {
            _rounds.Add(round, found = ([], []));
        }

        if (people.Count == 1)
        {
            found.LeftOut.AddRange(people);
        }
        else
        {
            found.Groups.Add(people);
        }
    }

    private List<string>? People(FileInfo file, AddressTable table, AddressRow row, int round)
    {
        List<string> people = [];
        for (var column = 1; column <= 3; column++)
        {
            if (row[column].Length == 0)
            {
                continue;
            }

            if (!row[column].Contains('@', StringComparison.Ordinal))
            {
                table.Problem(row, column, $"“{row[column]}” is not an address.", "Write the address of the roster.");
                return null;
            }

            if (!_placeOf.TryAdd((round, row[column].ToUpperInvariant()), $"{file.Name}, row {row.Number}"))
            {
                table.Problem(
                    row, column, $"{row[column]} is in round {round} already ({_placeOf[(round, row[column].ToUpperInvariant())]}).", "Keep one of the two rows.");
                return null;
            }

            people.Add(Known(row[column]));
        }

        return people;
    }

    private string Known(string address)
    {
        if (known.TryGetValue(address, out var person))
        {
            return person;
        }

        _left.Add(address);
        return address;
    }
}
