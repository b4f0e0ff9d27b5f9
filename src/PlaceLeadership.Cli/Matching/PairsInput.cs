using System.Globalization;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.People;
using PlaceLeadership.Core.Journeys.Coaching.Pairing;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Cli.Matching;

/// <summary>Everything that <c>match --people</c> is given, read and checked as a whole.</summary>
/// <param name="Request">What is to be planned; ids are the addresses of the roster.</param>
/// <param name="NameOf">Names by address.</param>
/// <param name="FirstRound">The number of the first round ahead.</param>
/// <param name="Notes">What was decided by the way and somebody may want to check.</param>
internal sealed record PairsInput(CoachingRequest Request, IReadOnlyDictionary<string, string> NameOf, int FirstRound, IReadOnlyList<string> Notes)
{
    private const int ProblemsMost = 50;

    public static async Task<PairsInput> ReadAsync(PairsOrder order, CancellationToken cancellation)
    {
        var roster = await RosterFile.ReadAsync(order.People, order.Confirmed, cancellation).ConfigureAwait(false);
        var problems = Output.Sentences(order.People.Name, roster).ToList();
        if (roster.Rows.Count > CoachingRequest.PeopleMax)
        {
            problems.Add($"{order.People.Name}: {roster.Rows.Count} people are more than {CoachingRequest.PeopleMax}. Make one file for each part of the cohort.");
        }

        var known = roster.Rows.ToDictionary(row => row.Entry.Email, row => row.Entry.Email, StringComparer.OrdinalIgnoreCase);
        var history = new PairsHistory(known, problems);
        foreach (var file in order.History)
        {
            await history.ReadAsync(file, cancellation).ConfigureAwait(false);
        }

        var first = history.LastRound + 1;
        var apart = order.Apart is null ? [] : await ApartAsync(order.Apart, known, problems, cancellation).ConfigureAwait(false);
        var rounds = await RoundsAsync(order, first, known, problems, cancellation).ConfigureAwait(false);
        if (problems.Count > 0)
        {
            throw new Refusal(problems.Count <= ProblemsMost
                ? problems
                : [.. problems.Take(ProblemsMost), $"And {problems.Count - ProblemsMost} more problems."]);
        }

        var profiles = Profiles.Of([.. roster.Rows.Select(row => (row.Entry.Email, row.Entry.Organisation, row.Entry))]);
        var request = new CoachingRequest(profiles, rounds) { Apart = apart, History = history.Rounds, Seed = order.Seed };
        return new PairsInput(
            request, roster.Rows.ToDictionary(row => row.Entry.Email, row => row.Entry.Name, StringComparer.Ordinal), first, [.. roster.Notes, .. history.Notes]);
    }

    private static async Task<IReadOnlyList<(string One, string Other)>> ApartAsync(
        FileInfo file, IReadOnlyDictionary<string, string> known, List<string> problems, CancellationToken cancellation)
    {
        List<(string, string)> apart = [];
        await AddressTable.ReadAsync(file, known, problems, (table, row) =>
        {
            if (row[0].Length > 0 && string.Equals(row[0], row[1], StringComparison.OrdinalIgnoreCase))
            {
                table.Problem(row, 1, $"{row[0]} cannot be apart from themselves.", "Write the other address, or delete the row.");
            }
            else if ((table.Known(row, 0), table.Known(row, 1)) is ({ } one, { } other))
            {
                apart.Add((one, other));
            }
        }, cancellation).ConfigureAwait(false);
        return apart;
    }

    private static async Task<IReadOnlyList<RoundAhead>> RoundsAsync(
        PairsOrder order, int first, IReadOnlyDictionary<string, string> known, List<string> problems, CancellationToken cancellation)
    {
        var away = Enumerable.Range(0, order.Rounds).Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToList();
        var last = first + order.Rounds - 1;
        if (order.Away is { } file)
        {
            await AddressTable.ReadAsync(file, known, problems, (table, row) =>
            {
                var address = table.Known(row, 0);
                if (row[1].Length == 0)
                {
                    away.ForEach(round => round.Add(address ?? ""));
                }
                else if (!int.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < first || number > last)
                {
                    table.Problem(
                        row, 1, $"“{row[1]}” is not a round that is planned.",
                        $"Write {(first == last ? $"{first}" : $"a number from {first} to {last}")}, or leave it empty for all of them.");
                }
                else
                {
                    away[number - first].Add(address ?? "");
                }
            }, cancellation).ConfigureAwait(false);
        }

        return [.. away.Select(round => new RoundAhead(round))];
    }
}
