using NodaTime;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Programmes;

/// <summary>The tables of docs/programmes.md that say when messages around a step come are what the journeys lay.</summary>
public sealed class TimingsGuideTests
{
    [Fact]
    public void The_guide_says_when_each_message_around_a_round_and_a_meeting_comes() => Assert.Equal(Expected(), InGuide());

    private static string InGuide()
    {
        var guide = ProgrammeFiles.Guide.ReplaceLineEndings("\n");
        return string.Join("\n\n", guide.Split("<!-- timings -->\n").Skip(1).Select(part => part.Split("\n<!-- end -->")[0]));
    }

    private static string Expected()
    {
        var round = Plan.Prompt(new StepId("round"), 6, IsoDayOfWeek.Monday, BuiltIn.CoachingRound);
        var first = Plan.Prompt(new StepId("first"), 6, IsoDayOfWeek.Monday, BuiltIn.SetMeeting);
        var later = Plan.Prompt(new StepId("later"), 11, IsoDayOfWeek.Monday, BuiltIn.SetMeeting);
        var steps = Timetable.Of(Plan.Of(40, [round, first, later])).Steps;
        return string.Join("\n\n", new[] { round, first, later }.Select(of => Table(steps.Where(step => step.Id.Whole == of.Id))));
    }

    private static string Table(IEnumerable<Step> steps) => string.Join('\n', (IEnumerable<string>)
    [
        "| message | days from the step | answered within | named as still open | minutes | subject |", "|---|--:|--:|--:|--:|---|",
        .. steps.Where(step => step.IsForeseen || step.Id.Message is SetMessages.Actions).Select(step => Row(step, Days(step) + (step.Id.Message == CoachingMessages.End ? " at most" : ""))),
        .. steps.Where(step => !step.IsForeseen && step.Id.Message is not (SetMessages.Actions or SetMessages.Poll)).Select(step => Row(step, "when it happens")),
    ]);

    private static string Row(Step step, string days) => string.Join(' ',
        "|", $"`STEP{(step.Id.IsWhole ? "" : "." + step.Id.Message)}`", "|", days, "|", !step.AsksForReply ? "" : step.Id.Message == SetMessages.Poll ? SetMessages.PollDays : step.OpenDays, "|",
        step.ReminderDays.Count == 0 ? "" : $"from day {string.Join(" and ", step.ReminderDays)}", "|", step.Id.IsWhole ? "" : step.Minutes, "|",
        step.Id.IsWhole ? "its title" : step.Title.In("en"), "|");

    private static string Days(Step step) => step.Placement is Placement.After after ? after.Days < 0 ? $"{-after.Days} before" : $"{after.Days} after" : "0";
}
