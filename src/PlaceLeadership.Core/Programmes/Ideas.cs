namespace PlaceLeadership.Core.Programmes;

/// <summary>The ideas of leadership that the programme rests on, by the ids that steps name.</summary>
public static class Ideas
{
    /// <summary>Leading a whole place from its strengths, not one organisation.</summary>
    public const string SystemLeadership = "system-leadership";

    /// <summary>Power and leadership in the community as much as in services.</summary>
    public const string CommunityEmpowerment = "community-empowerment";

    /// <summary>Time to reflect, enabling instead of fixing, compassion.</summary>
    public const string RelationshipBased = "relationship-based";

    /// <summary>People can try things, be thanked where they stand, and be looked after.</summary>
    public const string SafeWorking = "safe-working";

    /// <summary>From being led, to own expertise, to working across boundaries, without rescuing.</summary>
    public const string Interdependence = "interdependence";

    /// <summary>People bring the questions and gather around them.</summary>
    public const string OpenSpace = "open-space";

    /// <summary>Every idea.</summary>
    public static IReadOnlyList<string> All { get; } =
        [SystemLeadership, CommunityEmpowerment, RelationshipBased, SafeWorking, Interdependence, OpenSpace];
}
