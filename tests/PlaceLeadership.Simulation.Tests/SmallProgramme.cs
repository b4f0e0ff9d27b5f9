using NodaTime;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Simulation.Tests;

/// <summary>
/// Eight weeks with a step of each kind that is tended, some of them close together, and four in which what is late may come.
/// </summary>
public static class SmallProgramme
{
    public const string Yaml = """
        programme: small
        version: 1
        title: A small programme
        weeks: 12
        languages: [en]
        stages: [{stage: facilitator-led, from-week: 1}, {stage: self-run, from-week: 6}]
        themes: [{id: arriving, title: Arriving}]
        frames: [{id: what, name: What now, questions: [What happened?]}]
        steps:
          - {id: welcome, kind: milestone, week: 1, day: Monday, title: Welcome, minutes: 5, text: Hello., ideas: [system-leadership]}
          - {id: first, kind: reflection, week: 1, day: Wednesday, title: First, minutes: 10, theme: arriving, frames: [what], text: Think., ideas: [relationship-based], questions: [{id: q, kind: text, text: What?}]}
          - {id: ties, kind: ties-survey, week: 2, day: Monday, title: Ties, minutes: 10, text: With whom?, ideas: [system-leadership], questions: [{id: many, kind: scale, text: How many?, low: 0, high: 5, low-label: None, high-label: Many}]}
          - {id: second, kind: reflection, week: 2, day: Monday, title: Second, minutes: 10, reminders: [3], text: Think again., ideas: [relationship-based], questions: [{id: q, kind: text, text: What?}]}
          - {id: pulse-1, kind: pulse, after: {step: second, days: 4}, title: Pulse, minutes: 3, text: How is it?, ideas: [safe-working], questions: [{id: voice, kind: scale, text: Can you speak?, low: 1, high: 7, low-label: No, high-label: Yes}]}
          - {id: council-only, kind: reflection, week: 4, day: Thursday, title: For the council, minutes: 10, audience: {sectors: [council]}, text: Think., ideas: [system-leadership], questions: [{id: q, kind: text, text: What?}]}
          - {id: thanks, kind: recognition, week: 5, day: Friday, title: Thanks, minutes: 5, reminders: [2, 4], text: Whom?, ideas: [safe-working], questions: [{id: q, kind: text, text: Who?}]}
          - {id: coach, kind: coaching-round, week: 5, day: Monday, title: Coach, minutes: 60, text: Meet., ideas: [interdependence]}
          - {id: circle, kind: set-meeting, week: 5, day: Thursday, title: Circle, minutes: 120, text: Meet., ideas: [interdependence]}
          - {id: self, kind: reflection, week: 6, day: Tuesday, title: Self, minutes: 10, text: Think., ideas: [interdependence], questions: [{id: q, kind: text, text: What?}]}
          - {id: farewell, kind: milestone, week: 8, day: Friday, title: Farewell, minutes: 5, text: Thank you., ideas: [interdependence]}
        """;

    public static Programme Programme { get; } = ProgrammeReader.Read(Yaml, BuiltIn.Kinds) is { Programme: { } programme }
        ? programme
        : throw new InvalidOperationException(string.Join(
            "; ", ProgrammeReader.Read(Yaml, BuiltIn.Kinds).Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.What} {problem.Mend}")));
}
