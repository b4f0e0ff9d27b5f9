namespace PlaceLeadership.Delivery.Tests;

/// <summary>Twenty-six weeks with the same kind of message every Tuesday.</summary>
internal static class Weekly
{
    public static string Yaml(int version, params IReadOnlyList<int> without) => $"""
        programme: weekly
        version: {version}
        title: Weekly
        weeks: 26
        languages: [en]
        stages: [stage: facilitator-led, from-week: 1]
        steps:
        {string.Join("\n", Enumerable.Range(1, 26).Except(without).Select(Step))}
        """.Replace("[stage: facilitator-led, from-week: 1]", "[{stage: facilitator-led, from-week: 1}]", StringComparison.Ordinal);

    private static string Step(int week) =>
        $"  - {{id: week-{week:D2}, kind: milestone, week: {week}, day: Tuesday, title: Week, minutes: 5, text: Words.}}";
}
