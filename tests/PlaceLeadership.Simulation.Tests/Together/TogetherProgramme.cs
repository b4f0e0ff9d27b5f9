using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Simulation.Tests.Together;

/// <summary>Twenty-six weeks of nothing but coaching rounds and set meetings, placed as in the default programme.</summary>
public static class TogetherProgramme
{
    public const string Yaml = """
        programme: together
        version: 1
        title: Together
        weeks: 26
        languages: [en]
        stages: [{stage: facilitator-led, from-week: 1}, {stage: rotating, from-week: 10}, {stage: self-run, from-week: 19}]
        steps:
          - {id: set-one, kind: set-meeting, week: 5, day: Monday, title: Set one, minutes: 180, text: Meet., ideas: [interdependence]}
          - {id: coach-one, kind: coaching-round, week: 5, day: Tuesday, title: Coach one, minutes: 60, text: Meet., ideas: [interdependence]}
          - {id: set-two, kind: set-meeting, week: 9, day: Monday, title: Set two, minutes: 180, text: Meet., ideas: [interdependence]}
          - {id: coach-two, kind: coaching-round, week: 12, day: Tuesday, title: Coach two, minutes: 60, text: Meet., ideas: [interdependence]}
          - {id: set-three, kind: set-meeting, week: 13, day: Monday, title: Set three, minutes: 180, text: Meet., ideas: [interdependence]}
          - {id: set-four, kind: set-meeting, week: 17, day: Monday, title: Set four, minutes: 180, text: Meet., ideas: [interdependence]}
          - {id: coach-three, kind: coaching-round, week: 19, day: Tuesday, title: Coach three, minutes: 60, text: Meet., ideas: [interdependence]}
          - {id: set-five, kind: set-meeting, week: 21, day: Monday, title: Set five, minutes: 180, text: Meet., ideas: [interdependence]}
          - {id: set-six, kind: set-meeting, week: 25, day: Monday, title: Set six, minutes: 180, text: Meet., ideas: [interdependence]}
        """;

    public static Programme Programme { get; } = ProgrammeReader.Read(Yaml, BuiltIn.Kinds) is { Programme: { } programme }
        ? programme
        : throw new InvalidOperationException(string.Join("; ", ProgrammeReader.Read(Yaml, BuiltIn.Kinds).Problems.Select(problem => problem.What)));
}
