using System.Globalization;
using CsvHelper;
using PlaceLeadership.Cli.CommandLine;

namespace PlaceLeadership.Cli.Seating;

/// <summary>
/// Pairs of people who must not share a set: two addresses or names a line, separated by a comma. A first line with words such
/// as <c>person,apart from</c> is taken for a header.
/// </summary>
internal static class ApartFile
{
    private static readonly string[] HeaderWords =
        ["person", "name", "e-mail", "email", "one", "other", "first", "second", "apart", "apart from", "not with", "person 1", "person 2"];

    public static async Task<IReadOnlyList<(string One, string Other)>> ReadAsync(FileInfo file, SeatingFile people, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            throw new Refusal($"There is no file {file.FullName}.");
        }

        using var csv = new CsvParser(
            new StringReader(await File.ReadAllTextAsync(file.FullName, cancellation).ConfigureAwait(false)), CultureInfo.InvariantCulture);
        List<string> problems = [];
        List<(string, string)> pairs = [];
        for (var row = 0; csv.Read(); row++)
        {
            var cells = (csv.Record ?? []).Select(cell => cell.Trim()).Where(cell => cell.Length > 0).ToList();
            if (cells.Count == 0 || (row == 0 && cells.All(cell => HeaderWords.Contains(cell, StringComparer.OrdinalIgnoreCase))))
            {
                continue;
            }

            var found = cells.Select(who => (Who: who, Ids: people.Find(who))).ToList();
            var mistakes = Mistakes(found).ToList();
            problems.AddRange(mistakes.Select(mistake => $"{file.Name}:{csv.RawRow}: {mistake}"));
            if (mistakes.Count == 0)
            {
                pairs.Add((found[0].Ids[0], found[1].Ids[0]));
            }
        }

        return problems.Count == 0 ? pairs : throw new Refusal(problems);
    }

    private static IEnumerable<string> Mistakes(List<(string Who, IReadOnlyList<string> Ids)> found)
    {
        if (found.Count != 2)
        {
            yield return $"There are {found.Count} people in this line. Write two, separated by a comma.";
        }

        foreach (var (who, ids) in found.Where(person => person.Ids.Count != 1))
        {
            yield return ids.Count == 0
                ? $"'{who}' is nobody of the roster. Write the address or the name as the roster has it."
                : $"'{who}' are {ids.Count} people of the roster. Write the address.";
        }

        if (found.Count == 2 && found.All(person => person.Ids.Count == 1) && found[0].Ids[0] == found[1].Ids[0])
        {
            yield return $"'{found[0].Who}' and '{found[1].Who}' are the same person. Write two different people.";
        }
    }
}
