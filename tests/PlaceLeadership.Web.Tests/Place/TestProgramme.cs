using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;

namespace PlaceLeadership.Web.Tests.Place;

/// <summary>A programme in two languages with every kind of question, and one in English alone.</summary>
public static class TestProgramme
{
    public static readonly StepId Thinking = new("thinking");
    public static readonly StepId Mixed = new("mixed");
    public static readonly StepId Pulse = new("pulse");
    public static readonly StepId Hello = new("hello");

    public const string Yaml = """
        programme: two-tongues
        version: 1
        title: {en: Leading together, cy: Arwain gyda'n gilydd}
        weeks: 8
        languages: [en, cy]
        stages: [{stage: facilitator-led, from-week: 1}]
        themes: [{id: arriving, title: {en: Arriving, cy: Cyrraedd}}]
        frames:
          - {id: what, name: {en: "What, so what, now what", cy: "Beth, beth felly, beth nawr"}, questions: [{en: What happened?, cy: Beth ddigwyddodd?}, {en: So what?, cy: Beth felly?}]}
          - {id: unused, name: {en: An unused frame, cy: Ffrâm nas defnyddir}, questions: [{en: Unused?, cy: Heb ei ddefnyddio?}]}
        steps:
          - id: hello
            kind: milestone
            week: 1
            day: Monday
            title: {en: Hello, cy: Helo}
            minutes: 5
            text: {en: Hello there., cy: Helo yno.}
            ideas: [system-leadership]
          - id: thinking
            kind: reflection
            week: 1
            day: Wednesday
            title: {en: A day that was worth it, cy: Diwrnod gwerth chweil}
            minutes: 15
            theme: arriving
            frames: [what]
            ideas: [relationship-based]
            text:
              en: |
                Picture a day that was *worth it*. Perhaps a phone call was easier, because you knew the voice at the other end.

                One line will do. See [the map](https://example.org/map).
              cy: "Dychmygwch ddiwrnod a oedd yn *werth chweil*."
            questions:
              - {id: hope, kind: text, text: {en: What would you like to be different?, cy: Beth hoffech chi ei weld yn wahanol?}}
              - {id: hinder, kind: text, text: {en: What might get in the way?, cy: Beth allai fod yn rhwystr?}}
          - id: mixed
            kind: reflection
            week: 2
            day: Wednesday
            title: {en: Many ways, cy: Llawer ffordd}
            minutes: 10
            ideas: [relationship-based]
            text: {en: Choose what fits., cy: Dewiswch yr hyn sy'n addas.}
            questions:
              - {id: words, kind: text, text: {en: In your words, cy: Yn eich geiriau}}
              - {id: ease, kind: scale, text: {en: How easy was it?, cy: Pa mor hawdd oedd hi?}, low: -2, high: 2, low-label: {en: very hard, cy: anodd iawn}, high-label: {en: very easy, cy: hawdd iawn}}
              - {id: where, kind: multiple, text: {en: Where?, cy: Ble?}, options: [{id: home, text: {en: At home, cy: Gartref}}, {id: work, text: {en: At work, cy: Yn y gwaith}}, {id: street, text: {en: In the street, cy: Yn y stryd}}]}
          - id: pulse
            kind: pulse
            week: 3
            day: Wednesday
            title: {en: How is it?, cy: Sut mae hi?}
            minutes: 3
            ideas: [safe-working]
            text: {en: Three quick questions., cy: Tri chwestiwn cyflym.}
            questions:
              - {id: voice, kind: scale, text: {en: Can you say what you think?, cy: Allwch chi ddweud eich barn?}, low: 1, high: 7, low-label: {en: hardly, cy: prin}, high-label: {en: freely, cy: yn rhydd}}
              - {id: often, kind: single, text: {en: How often?, cy: Pa mor aml?}, options: [{id: never, text: {en: Never, cy: Byth}}, {id: weekly, text: {en: Every week, cy: Bob wythnos}}]}
              - {id: with-whom, kind: multiple, text: {en: With whom?, cy: Gyda phwy?}, options: [{id: council, text: {en: Council, cy: Cyngor}}, {id: nhs, text: {en: Health services, cy: Gwasanaethau iechyd}}]}
              - {id: more, kind: text, text: {en: Anything else?, cy: Unrhyw beth arall?}}
        """;

    public static readonly StepId MeetingOne = new("set-one");
    public static readonly StepId MeetingTwo = new("set-two");
    public static readonly StepId Round = new("coach");

    /// <summary>A meeting with a facilitator, a round of coaching, and a meeting that the set runs itself.</summary>
    public const string Together = """
        programme: two-tongues
        version: 1
        title: {en: Leading together, cy: Arwain gyda'n gilydd}
        weeks: 14
        languages: [en, cy]
        stages: [{stage: facilitator-led, from-week: 1}, {stage: self-run, from-week: 8}]
        themes: [{id: arriving, title: {en: Arriving, cy: Cyrraedd}}]
        frames: [{id: what, name: {en: "What, so what", cy: "Beth, beth felly"}, questions: [{en: So what?, cy: Beth felly?}]}]
        steps:
          - {id: set-one, kind: set-meeting, week: 5, day: Monday, title: {en: The first meeting, cy: Y cyfarfod cyntaf}, minutes: 180, ideas: [interdependence], text: {en: Your set meets., cy: Mae eich set yn cwrdd.}}
          - {id: coach, kind: coaching-round, week: 6, day: Tuesday, title: {en: A coaching partner, cy: Partner hyfforddi}, minutes: 75, ideas: [relationship-based], text: {en: Go for a walk., cy: Ewch am dro.}}
          - {id: set-two, kind: set-meeting, week: 9, day: Monday, title: {en: The second meeting, cy: Yr ail gyfarfod}, minutes: 180, ideas: [interdependence], text: {en: Your set meets again., cy: Mae eich set yn cwrdd eto.}}
          - {id: coach-more, kind: coaching-round, week: 13, day: Tuesday, title: {en: Another partner, cy: Partner arall}, minutes: 75, ideas: [relationship-based], text: {en: Go for a walk., cy: Ewch am dro.}}
        """;

    public static Programme Bilingual { get; } = Read(Yaml);

    public static Programme Read(string yaml, StepKinds? kinds = null)
    {
        var reading = ProgrammeReader.Read(yaml, kinds ?? BuiltIn.Kinds);
        return reading.Programme ?? throw new InvalidOperationException(string.Join(
            "; ", reading.Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.What} {problem.Mend}")));
    }
}
