using System.Globalization;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;

namespace PlaceLeadership.Cli.Seating;

/// <summary>Mended sets, for people and for a script.</summary>
internal sealed class RepairTold(SeatingFile people, StandingSets standing, Output output)
{
    public void Repaired(RepairResult.Repaired repaired)
    {
        output.Document(Document(repaired));
        foreach (var gone in people.Gone)
        {
            output.Line($"{people.Names.Person(gone.Id)} is not in the roster any more and leaves set {standing.NumberOf(gone.Id)}.");
        }

        foreach (var move in repaired.Moves)
        {
            output.Line(move.Say(people.Names));
        }

        var before = Enumerable.Range(1, standing.Members.Count).Select(standing.NumberAt).ToList();
        foreach (var set in before.Except(repaired.Sets.Select(set => set.Number)))
        {
            output.Line($"Nobody is left in set {set}, and it is given up.");
        }

        foreach (var set in repaired.Sets.Where(set => !before.Contains(set.Number)))
        {
            output.Line($"Set {set.Number} is new.");
        }

        if (repaired.SizesStretched)
        {
            output.Line($"With {SetCount.Least} to {SetCount.Most} people in each set nothing was found, so a set has one fewer or one more.");
        }

        output.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{people.People.Count} people in {repaired.Sets.Count} {(repaired.Sets.Count == 1 ? "set" : "sets")}, every rule kept. {Unasked(repaired)} Diversity {repaired.Diversity}. "
            + $"{(repaired.BestProven ? "No way to mend them that moves as few is more diverse." : "A longer search may find a little more.")}"));
    }

    public static void NotRepaired(RepairResult.NotRepaired not, SeatingFile people, Output output)
    {
        output.Document(new { ok = false, proven = not.Proven, reasons = not.Reasons.Select(reason => reason.Say(people.Names)) });
        output.Line("The sets are as they were.");
        foreach (var reason in not.Reasons)
        {
            output.Line(reason.Say(people.Names));
        }

        foreach (var rule in not.Reasons.SelectMany(reason => reason.Rules).Distinct())
        {
            output.Line($"It may go without “{RuleWords.Of(rule)}”: --without {RuleWords.Key(rule)}");
        }
    }

    private static string Unasked(RepairResult.Repaired repaired) => repaired switch
    {
        { MovedUnasked: 0 } => "Nobody moves who did not ask.",
        { MovedUnasked: var moved, FewestProven: var proven } =>
            $"{moved} {(moved == 1 ? "person moves" : "people move")} who did not ask; "
            + (proven ? "it cannot be done with fewer." : "a longer search (--seconds) may find a way with fewer."),
    };

    private object Document(RepairResult.Repaired repaired) => new
    {
        ok = true,
        diversity = repaired.Diversity,
        people = people.People.Count,
        movedUnasked = repaired.MovedUnasked,
        fewestProven = repaired.FewestProven,
        bestProven = repaired.BestProven,
        sizesStretched = repaired.SizesStretched,
        left = people.Gone.Select(gone => new { name = people.Names.Person(gone.Id), email = gone.Id, from = standing.NumberOf(gone.Id) }),
        moves = repaired.Moves.Select(move => new
        {
            name = people.Names.Person(move.Person),
            email = move.Person,
            move.From,
            move.To,
            move.Cause,
            why = move.Say(people.Names),
        }),
        sets = repaired.Sets.Select(set => SeatingDocument.Set(set, people)),
    };
}
