using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.People;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Cli.Seating;

/// <summary><c>placelead sets --people FILE --repair FILE</c>.</summary>
/// <param name="People">Everybody who is to have a set.</param>
/// <param name="Sets">The sets as they were formed or last mended.</param>
/// <param name="Declined">Addresses or names of people who asked for another set.</param>
/// <param name="Apart">Pairs who must not share a set, or null.</param>
/// <param name="Rules">The rules, as for new sets.</param>
/// <param name="Limits">When the search stops.</param>
/// <param name="Out">Where to write the sets, or null.</param>
/// <param name="Explain">Whether to show each set with its reasons.</param>
/// <param name="Confirmed">Answers to questions about the roster.</param>
internal sealed record SetsRepair(
    FileInfo People, FileInfo Sets, IReadOnlyList<string> Declined, FileInfo? Apart, SeatingRules Rules, SearchLimits Limits, FileInfo? Out, bool Explain,
    Confirmations Confirmed)
{
    private const int ProblemsMost = 50;

    public async Task<int> RunAsync(Output output, CancellationToken cancellation)
    {
        var (people, standing, declining, rules) = await ReadAsync(cancellation).ConfigureAwait(false);
        var request = new RepairRequest([.. people.People, .. people.Gone], standing.Members, Limits)
        {
            Leaving = [.. people.Gone.Select(person => person.Id)],
            Declining = declining,
            Rules = rules,
        };
        var result = await output.WhileAsync(
            "Mending the sets …", () => Task.Run(() => SeatingRepair.Repair(request, TimeProvider.System, cancellation), cancellation)).ConfigureAwait(false);
        if (result is not RepairResult.Repaired repaired)
        {
            RepairTold.NotRepaired((RepairResult.NotRepaired)result, people, output);
            return ExitCodes.No;
        }

        repaired = Numbered(repaired, standing);
        if (Out is { } file)
        {
            await SetsCsv.WriteAsync(file, repaired.Sets, people, cancellation).ConfigureAwait(false);
        }

        new RepairTold(people, standing, output).Repaired(repaired);
        if (Explain)
        {
            new SeatingText(people, rules, output).Explained(repaired.Sets);
        }

        return ExitCodes.Done;
    }

    /// <summary>Everything that is given, read and checked as a whole.</summary>
    private async Task<(SeatingFile People, StandingSets Standing, IReadOnlyList<string> Declining, SeatingRules Rules)> ReadAsync(CancellationToken cancellation)
    {
        var roster = await RosterFile.ReadAsync(People, Confirmed, cancellation).ConfigureAwait(false);
        List<string> problems = [.. Output.Sentences(People.Name, roster)];
        var known = roster.Rows.ToDictionary(row => row.Entry.Email, row => row.Entry.Email, StringComparer.OrdinalIgnoreCase);
        var standing = await StandingSets.ReadAsync(Sets, known, problems, cancellation).ConfigureAwait(false);
        if (known.Count + standing.Gone.Count > SetsProblem.PeopleMax)
        {
            problems.Add($"{known.Count} people and {standing.Gone.Count} who have left are more than {SetsProblem.PeopleMax}. Mend the sets in parts.");
        }

        // Without a roster that can be read, nobody can be looked up.
        if (roster.Problems.Count > 0)
        {
            throw Refusal(problems);
        }

        var people = new SeatingFile([.. roster.Rows.Select(row => row.Entry)], standing.Gone);
        var declining = Declining(people, standing, problems);
        IReadOnlyCollection<(string, string)> apart = [];
        try
        {
            apart = Apart is null ? [] : await ApartFile.ReadAsync(Apart, people, cancellation).ConfigureAwait(false);
        }
        catch (Refusal mistakes)
        {
            problems.AddRange(mistakes.Sentences);
        }

        return problems.Count == 0 ? (people, standing, declining, Rules with { Apart = apart }) : throw Refusal(problems);
    }

    private IReadOnlyList<string> Declining(SeatingFile people, StandingSets standing, List<string> problems)
    {
        var declining = new List<string>();
        foreach (var who in Declined)
        {
            var found = people.Find(who);
            if (found.Count != 1)
            {
                problems.Add(found.Count == 0
                    ? $"--declined: '{who}' is nobody of the roster. Write the address or the name as the roster has it; whoever has left needs no mention."
                    : $"--declined: '{who}' are {found.Count} people of the roster. Write the address.");
            }
            else if (!standing.Has(found[0]))
            {
                problems.Add($"--declined: '{who}' has no set in {Sets.Name} to decline. Leave it out: everybody without a set gets one.");
            }
            else
            {
                declining.Add(found[0]);
            }
        }

        return [.. declining.Distinct(StringComparer.Ordinal)];
    }

    private static Refusal Refusal(IReadOnlyList<string> problems) => new(problems.Count <= ProblemsMost
        ? problems
        : [.. problems.Take(ProblemsMost), $"And {problems.Count - ProblemsMost} more problems."]);

    /// <summary>The same with the numbers of the file, in which a set may be missing.</summary>
    private static RepairResult.Repaired Numbered(RepairResult.Repaired repaired, StandingSets standing) => repaired with
    {
        Sets = [.. repaired.Sets.Select(set => set with { Number = standing.NumberAt(set.Number) })],
        Moves =
        [
            .. repaired.Moves.Select(move => move with
            {
                From = move.From is { } from ? standing.NumberAt(from) : null,
                To = standing.NumberAt(move.To),
                SizesOtherwise = [.. move.SizesOtherwise.Select(size => (standing.NumberAt(size.Set), size.People))],
            }),
        ],
    };
}
