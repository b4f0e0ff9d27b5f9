using NodaTime;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tests.Building;

/// <summary>Builds programmes, and writes them as the files they would have been read from.</summary>
internal static class Plan
{
    private static readonly LocalText Words = LocalText.English("Words.");

    /// <summary>A letter on each day on which something is due, for tests of what else decides the day.</summary>
    public static Rhythm EachDay { get; } = new(Rhythm.LettersMost);

    public static Step Prompt(StepId id, int week, IsoDayOfWeek day, StepKind? kind = null) => new(
        id, kind ?? BuiltIn.Reflection, LocalText.English(id.Value), Words, new Placement.InWeek(week, day), Audience.All, 10,
        (kind ?? BuiltIn.Reflection).AsksForReply ? [new Question.FreeText("q", Words)] : [],
        (kind ?? BuiltIn.Reflection).AsksForReply ? [3, 7] : [], Step.OpenDaysByDefault, null, Stage.FacilitatorLed, [], []);

    public static Step Milestone(StepId id, int week, IsoDayOfWeek day) => Prompt(id, week, day, BuiltIn.Milestone);

    public static Programme Of(params IReadOnlyList<Step> steps) => Of(8, steps);

    public static Programme Of(int weeks, IReadOnlyList<Step> steps) => new(
        "made-up", 1, Words, weeks, ["en"],
        weeks > 4
            ? [new StageStart(Stage.FacilitatorLed, 1), new StageStart(Stage.SelfRun, 5)]
            : [new StageStart(Stage.FacilitatorLed, 1)],
        [], [], steps)
    {
        Rhythm = EachDay,
    };

    /// <summary>The programme with as many weeks as its last step needs.</summary>
    public static Programme LongEnough(Programme programme) => programme with
    {
        Weeks = Math.Clamp(PlannedDays.WeekOf(PlannedDays.Of(programme.Steps).Values.Max()), programme.Weeks, 60),
    };

    /// <summary>The programme as a file; reading it gives the programme back.</summary>
    public static string Text(Programme programme)
    {
        var stages = programme.Stages.Select(start => $"{{stage: {Dashed(start.Stage)}, from-week: {start.FromWeek}}}");
        var languages = string.Join(", ", programme.Languages);
        return $"""
            programme: {programme.Id}
            version: {programme.Version}
            title: {Localized(programme.Title, programme)}
            weeks: {programme.Weeks}
            languages: [{languages}]
            rhythm: {Said(programme.Rhythm)}{Said(programme.Quiet)}
            stages: [{string.Join(", ", stages)}]{Sets(SetsWanted.Of(programme))}
            steps:
            {string.Join("\n", programme.Steps.Select(step => Line(step, programme)))}
            """;
    }

    private static string Said(Rhythm rhythm) => $"{{letters-per-week: {rhythm.LettersPerWeek}, day: {rhythm.Day?.ToString() ?? "any"}}}";

    private static string Said(QuietWeeks quiet)
    {
        static string Day(NodaTime.AnnualDate day) => NodaTime.Text.AnnualDatePattern.Iso.Format(day);
        return quiet == QuietWeeks.None ? "" : $"\nquiet: {{after-meetings: {quiet.AfterMeetings}"
            + (quiet.Ranges.Count == 0 ? "" : $", ranges: [{string.Join(", ", quiet.Ranges.Select(range => $"{{from: {Day(range.From)}, to: {Day(range.To)}}}"))}]") + "}";
    }

    private static string Sets(SetsWanted sets) =>
        sets == new SetsWanted() ? "" : $"\nsets: {{size: {sets.Size}, sectors: {sets.SectorsLeast}}}";

    private static string Line(Step step, Programme programme)
    {
        var place = step.Placement switch
        {
            Placement.InWeek at => $"week: {at.Week}, day: {at.Day}",
            Placement.After after => $"after: {{step: {after.StepId}, days: {after.Days}}}",
            _ => throw new ArgumentException($"A step cannot be placed by {step.Placement}."),
        };
        var questions = step.Questions.Select(question => question is Question.Scale scale
            ? $"{{id: {scale.Id}, kind: scale, text: {Localized(scale.Text, programme)}, low: {scale.Low}, high: {scale.High}, low-label: {Localized(scale.LowLabel, programme)}, high-label: {Localized(scale.HighLabel, programme)}}}"
            : $"{{id: {question.Id}, kind: text, text: {Localized(question.Text, programme)}}}");
        var asks = step.Kind.AsksForReply
            ? $", questions: [{string.Join(", ", questions)}], reminders: [{string.Join(", ", step.ReminderDays)}], open-days: {step.OpenDays}"
            : "";
        return $"  - {{id: {step.Id}, kind: {step.Kind.Word}, {place}, title: {Localized(step.Title, programme)}, minutes: {step.Minutes}, "
            + $"text: {Localized(step.Text, programme)}{Narrowed(step.Audience)}{asks}}}";
    }

    private static string Narrowed(Audience audience)
    {
        IReadOnlyList<(string Key, IReadOnlyList<string> Values)> lists =
        [
            ("sectors", audience.Sectors), ("roles", audience.Roles), ("stages", [.. audience.Stages.Select(Dashed)]),
        ];
        var said = lists.Where(list => list.Values.Count > 0).Select(list => $"{list.Key}: [{string.Join(", ", list.Values)}]").ToList();
        return said.Count == 0 ? "" : $", audience: {{{string.Join(", ", said)}}}";
    }

    private static string Localized(LocalText text, Programme programme) => programme.Languages.Count == 1
        ? text.In("en")
        : $"{{{string.Join(", ", programme.Languages.Select(language => $"{language}: {text.In(language)}"))}}}";

    private static string Dashed(Stage stage) => stage switch
    {
        Stage.FacilitatorLed => "facilitator-led",
        Stage.Rotating => "rotating",
        _ => "self-run",
    };
}
