namespace PlaceLeadership.Matching.Rotations;

/// <summary>
/// Rounds made by arithmetic: people stand in columns as high as there are groups, and two people of different columns meet
/// exactly once in as many rounds (a transversal design over a finite field; Colbourn and Dinitz, "Handbook of Combinatorial
/// Designs", III.3). People of one column never meet, so whole organisations go into a column each. Full columns without
/// colleagues can afterwards be rotated among themselves in the same way.
/// </summary>
internal static class ColumnDesign
{
    private const int PackingsTried = 2_000;

    /// <summary>Rounds without a repeated meeting and without colleagues; none when the design does not fit the people.</summary>
    public static IReadOnlyList<int[]> Rounds(RotationProblem problem, Dice dice)
    {
        if (GaloisField.Of(problem.Groups) is not { } field || problem.SizeMost > field.Order || Pack(problem, dice) is not { } columnOf)
        {
            return [];
        }

        var place = new int[problem.People];
        var height = new int[problem.SizeMost];
        for (var person = 0; person < problem.People; person++)
        {
            place[person] = height[columnOf[person]]++;
        }

        List<int[]> rounds = [];
        for (var round = 0; round < field.Order; round++)
        {
            rounds.Add([.. place.Select((row, person) => field.Sum(row, field.Product(round, columnOf[person])))]);
        }

        rounds.AddRange(InsideColumns(problem, columnOf, place, dice));
        return rounds;
    }

    // Groups of one column each: everybody of a column that is full and a multiple of the size.
    private static IEnumerable<int[]> InsideColumns(RotationProblem problem, int[] columnOf, int[] place, Dice dice)
    {
        var (groups, size) = (problem.Groups, problem.SizeMost);
        if (problem.People != groups * size || groups % size != 0 || problem.OrganisationOf.OfType<int>().GroupBy(id => id).Any(all => all.Count() > 1))
        {
            return [];
        }

        var inside = groups == size
            ? [new int[groups]]
            : Rounds(new RotationProblem(new int?[groups], size, 1), dice);
        return inside.Select(round => columnOf.Select((column, person) => (column * (groups / size)) + round[place[person]]).ToArray());
    }

    // Whole organisations into columns, the largest first into the fullest column that takes them, which leaves the gaps in
    // the last column; where that fails, in other orders.
    private static int[]? Pack(RotationProblem problem, Dice dice)
    {
        var organisations = Enumerable.Range(0, problem.People)
            .GroupBy(person => problem.OrganisationOf[person] ?? -1 - person)
            .Select(people => people.ToArray())
            .OrderByDescending(people => people.Length)
            .ToArray();
        int[]? best = null;
        var bestGaps = int.MaxValue;
        for (var attempt = 0; attempt < PackingsTried && bestGaps > 1; attempt++)
        {
            if (attempt > 0)
            {
                dice.Shuffle<int[]>(organisations);
            }

            if (Pack(problem, organisations) is { } columns && Gaps(problem, columns) is var gaps && gaps < bestGaps)
            {
                (best, bestGaps) = (columns, gaps);
            }
        }

        return best;
    }

    private static int Gaps(RotationProblem problem, int[] columnOf) =>
        Enumerable.Range(0, problem.SizeMost).Count(column => columnOf.Count(mine => mine == column) < problem.Groups);

    private static int[]? Pack(RotationProblem problem, int[][] organisations)
    {
        var room = new int[problem.SizeMost];
        Array.Fill(room, problem.Groups);
        var columnOf = new int[problem.People];
        foreach (var people in organisations)
        {
            var column = Enumerable.Range(0, room.Length).Where(some => room[some] >= people.Length).DefaultIfEmpty(-1).MinBy(some => some < 0 ? 0 : room[some]);
            if (column < 0)
            {
                return null;
            }

            room[column] -= people.Length;
            foreach (var person in people)
            {
                columnOf[person] = column;
            }
        }

        return columnOf;
    }
}
