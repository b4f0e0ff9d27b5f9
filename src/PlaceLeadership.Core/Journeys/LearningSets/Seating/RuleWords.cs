namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>What the rules are called, in sentences and on a command line.</summary>
public static class RuleWords
{
    /// <summary>A few words for a list, such as "no line manager in the set".</summary>
    public static string Of(SeatingRule rule) => rule switch
    {
        SeatingRule.Sectors => "enough sectors in each set",
        SeatingRule.Organisations => "organisations spread over the sets",
        SeatingRule.Community => "nobody alone from the community",
        SeatingRule.CommonTime => "hours in common",
        SeatingRule.Access => "online only and in person only apart",
        SeatingRule.Declined => "a declined set does not come back",
        SeatingRule.LineManagement => "no line manager in the set",
        SeatingRule.Apart => "people who must be apart",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "There is no such rule."),
    };

    /// <summary>One word, as a command line takes it.</summary>
    public static string Key(SeatingRule rule) => rule switch
    {
        SeatingRule.CommonTime => "common-time",
        SeatingRule.LineManagement => "line-management",
        _ => rule.ToString().ToLowerInvariant(),
    };

    internal static string Listed(IEnumerable<SeatingRule> rules) => Names.Listed([.. rules.Select(rule => $"“{Of(rule)}”")]);
}
