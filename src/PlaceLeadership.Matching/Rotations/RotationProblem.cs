namespace PlaceLeadership.Matching.Rotations;

/// <summary>People who meet in groups over several rounds, nobody twice and nobody with a colleague while that can be had.</summary>
public sealed class RotationProblem
{
    /// <summary>More people than this are not rotated at once.</summary>
    public const int PeopleMax = 1_000;

    /// <summary>More rounds than this are not planned at once.</summary>
    public const int RoundsMax = 200;

    /// <summary>States a problem.</summary>
    /// <param name="organisationOf">The organisation of each person by its number; null for somebody who has none.</param>
    /// <param name="sizeMost">How many people a group has at most, at least two.</param>
    /// <param name="rounds">How many rounds there are.</param>
    public RotationProblem(IReadOnlyList<int?> organisationOf, int sizeMost, int rounds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(organisationOf.Count, PeopleMax);
        ArgumentOutOfRangeException.ThrowIfLessThan(organisationOf.Count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(sizeMost, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rounds, RoundsMax);
        OrganisationOf = [.. organisationOf];
        SizeMost = Math.Min(sizeMost, organisationOf.Count);
        Rounds = rounds;
        Groups = (People + SizeMost - 1) / SizeMost;
    }

    /// <summary>How many people there are.</summary>
    public int People => OrganisationOf.Count;

    /// <summary>How many groups meet in a round: as few as the size allows.</summary>
    public int Groups { get; }

    /// <summary>How many people a group has at most.</summary>
    public int SizeMost { get; }

    /// <summary>How many rounds there are.</summary>
    public int Rounds { get; }

    /// <summary>The organisation of each person.</summary>
    public IReadOnlyList<int?> OrganisationOf { get; }

    /// <summary>Whether two people are of one organisation.</summary>
    public bool AreColleagues(int one, int other) => OrganisationOf[one] is { } organisation && organisation == OrganisationOf[other];
}
