using PlaceLeadership.Core.Places;
using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>Mends sets after people left, joined or declined their set.</summary>
public static class SeatingRepair
{
    /// <summary>
    /// Gives everybody a place so that every rule is kept, as few people as possible move who did not ask, and then the sets are
    /// as diverse as can be. Sizes may come to differ by more than one; they stay within 4 to 8. A set may be given up, and one
    /// more may be opened. Where nothing was found like that, a set may have 3 or 9 people, and none is opened.
    /// </summary>
    /// <param name="request">The sets, and what has changed.</param>
    /// <param name="time">The clock that stops the search.</param>
    /// <param name="cancellation">Gives up without an answer.</param>
    /// <exception cref="ArgumentException">The request contradicts itself: the sentence says how.</exception>
    public static RepairResult Repair(RepairRequest request, TimeProvider time, CancellationToken cancellation = default)
    {
        request.Check();
        IReadOnlyList<Profile> people = [.. request.People.Where(person => !request.Leaving.Contains(person.Id))];
        var impossible = Impossibilities.Always(people, request.Rules);
        if (impossible.Count > 0)
        {
            return new RepairResult.NotRepaired(impossible);
        }

        RepairResult Within(int least, int most, bool mayOpen) =>
            new RepairSearch(request, people, new SetSize(least, most), mayOpen, time).Run(cancellation);

        var usual = Within(SetCount.Least, SetCount.Most, mayOpen: true);
        return usual is RepairResult.NotRepaired && Within(SetCount.Least - 1, SetCount.Most + 1, mayOpen: false) is RepairResult.Repaired stretched
            ? stretched with { SizesStretched = true }
            : usual;
    }
}
