using System.Globalization;
using CsvHelper;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Matching.Rotations;

namespace PlaceLeadership.Cli.Rotating;

/// <summary>People by id with their organisations, as CSV with the columns <c>id</c> and <c>organisation</c>.</summary>
internal sealed record PeopleFile(IReadOnlyList<string> Ids, IReadOnlyList<int?> OrganisationOf)
{
    public static async Task<PeopleFile> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            throw new Refusal($"There is no file {file.FullName}.");
        }

        using var csv = new CsvParser(
            new StringReader(await File.ReadAllTextAsync(file.FullName, cancellation).ConfigureAwait(false)), CultureInfo.InvariantCulture);
        var header = csv.Read() ? csv.Record ?? [] : [];
        var id = Column(header, "id");
        var organisation = Column(header, "organisation");
        if (id < 0)
        {
            throw new Refusal($"{file.Name}:1: There is no column 'id'. Write 'id,organisation' in the first line; organisation may be left out.");
        }

        return Rows(file.Name, csv, id, organisation);
    }

    private static PeopleFile Rows(string name, CsvParser csv, int id, int organisation)
    {
        List<string> problems = [];
        List<string> ids = [];
        List<int?> organisationOf = [];
        var organisations = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var lineOf = new Dictionary<string, int>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var cells = csv.Record ?? [];
            var person = Cell(cells, id);
            if (person.Length == 0)
            {
                problems.Add($"{name}:{csv.RawRow}: There is no id. Give everybody one, or delete the line.");
            }
            else if (!lineOf.TryAdd(person, csv.RawRow))
            {
                problems.Add($"{name}:{csv.RawRow}: '{person}' is already in line {lineOf[person]}. Give everybody one line.");
            }

            var theirs = Cell(cells, organisation);
            ids.Add(person);
            organisationOf.Add(theirs.Length == 0 ? null : organisations.TryAdd(theirs, organisations.Count) ? organisations.Count - 1 : organisations[theirs]);
        }

        if (ids.Count is 0 or > RotationProblem.PeopleMax)
        {
            problems.Add($"{name}: There are {ids.Count} people. A rotation takes 1 to {RotationProblem.PeopleMax}.");
        }

        return problems.Count == 0 ? new PeopleFile(ids, organisationOf) : throw new Refusal(problems);
    }

    private static int Column(string[] header, string name) =>
        Array.FindIndex(header, cell => string.Equals(cell.Trim(), name, StringComparison.OrdinalIgnoreCase));

    private static string Cell(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column].Trim() : "";
}
