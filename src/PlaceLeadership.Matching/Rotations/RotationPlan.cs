namespace PlaceLeadership.Matching.Rotations;

/// <summary>Who meets whom in which round.</summary>
/// <param name="Rounds">For each round the group of each person.</param>
public sealed record RotationPlan(IReadOnlyList<IReadOnlyList<int>> Rounds)
{
    /// <summary>Counts, from nothing, meetings that should not be.</summary>
    public RotationWorth Worth(RotationProblem problem)
    {
        var met = new HashSet<(int, int)>();
        var (repeats, colleagues, clean) = (0, 0, 0);
        foreach (var (index, round) in Rounds.Index())
        {
            foreach (var group in round.Index().GroupBy(person => person.Item, person => person.Index))
            {
                int[] members = [.. group];
                for (var one = 0; one < members.Length; one++)
                {
                    for (var other = one + 1; other < members.Length; other++)
                    {
                        repeats += met.Add((members[one], members[other])) ? 0 : 1;
                        colleagues += problem.AreColleagues(members[one], members[other]) ? 1 : 0;
                    }
                }
            }

            clean = repeats + colleagues == 0 ? index + 1 : clean;
        }

        return new RotationWorth(clean, repeats, colleagues);
    }
}

/// <summary>What a plan is worth.</summary>
/// <param name="CleanRounds">Rounds from the first on in which nobody meets somebody again or a colleague.</param>
/// <param name="Repeats">Meetings of two people who have met before.</param>
/// <param name="Colleagues">Meetings of two people of one organisation.</param>
public readonly record struct RotationWorth(int CleanRounds, int Repeats, int Colleagues);
