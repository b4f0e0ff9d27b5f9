using NodaTime;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tests.Programmes;

public sealed class DefaultProgrammeTests
{
    private static readonly Programme Programme = ProgrammeFiles.DefaultProgramme;

    public static TheoryData<string> AllIdeas => [.. Ideas.All];

    [Theory]
    [MemberData(nameof(AllIdeas))]
    public void Every_idea_is_put_into_practice_by_some_step(string idea) =>
        Assert.Contains(Programme.Steps, step => step.Ideas.Contains(idea));

    [Fact]
    public void System_leadership_of_place_an_asset_map_grows_over_the_whole_programme()
    {
        var visits = Programme.Steps.Where(step => step.Id.Value.StartsWith("map-", StringComparison.Ordinal)).ToList();

        Assert.True(visits.Count >= 3);
        Assert.All(visits, step => Assert.Contains(Ideas.SystemLeadership, step.Ideas));
        Assert.True(WeekOf(visits[^1]) - WeekOf(visits[0]) >= 15);
    }

    [Fact]
    public void Community_empowerment_ties_are_surveyed_at_the_start_the_middle_and_the_end_with_the_same_questions()
    {
        var surveys = OfKind(BuiltIn.TiesSurvey);

        Assert.Equal([5, 17, 22], surveys.Select(WeekOf));
        Assert.All(surveys, step => Assert.Contains(Ideas.CommunityEmpowerment, step.Ideas));
        AssertSameQuestions(surveys);
    }

    [Fact]
    public void Community_empowerment_one_prompt_asks_who_decides_on_local_money() =>
        Assert.Contains(Ideas.CommunityEmpowerment, Programme.FindStep(new StepId("local-money"))!.Ideas);

    [Fact]
    public void Relationship_based_leadership_every_reflection_has_a_time_box_of_five_to_twenty_minutes_and_a_choice_of_frames() =>
        Assert.All(OfKind(BuiltIn.Reflection), step =>
        {
            Assert.InRange(step.Minutes, 5, 20);
            Assert.InRange(step.Questions.Count, 1, 3);
            Assert.NotEmpty(step.Frames);
            Assert.NotNull(step.Theme);
        });

    [Fact]
    public void Relationship_based_leadership_people_say_what_they_hope_for_and_look_back_on_it()
    {
        Assert.Equal(2, WeekOf(Programme.FindStep(new StepId("arriving"))!));
        Assert.Equal(13, WeekOf(Programme.FindStep(new StepId("halfway-look"))!));
        Assert.Equal(26, WeekOf(Programme.FindStep(new StepId("looking-back"))!));
    }

    [Fact]
    public void Safe_working_three_invitations_to_recognise_and_three_pulses_with_the_same_questions()
    {
        Assert.True(OfKind(BuiltIn.Recognition).Count >= 3);
        Assert.Equal(3, OfKind(BuiltIn.Pulse).Count);
        AssertSameQuestions(OfKind(BuiltIn.Pulse));
        Assert.All(OfKind(BuiltIn.Recognition), step => Assert.Contains(Ideas.SafeWorking, step.Ideas));
    }

    [Fact]
    public void Safe_working_several_prompts_say_where_help_is() =>
        Assert.True(OfKind(BuiltIn.Reflection).Count(step => step.Text.In("en").Contains("116 123")) >= 3);

    [Fact]
    public void Interdependence_sets_pass_from_a_facilitator_to_taking_turns_to_running_themselves()
    {
        Assert.Equal([Stage.FacilitatorLed, Stage.Rotating, Stage.SelfRun], Programme.Stages.Select(start => start.Stage));
        var first = OfKind(BuiltIn.SetMeeting).DistinctBy(step => step.Stage).Select(step => step.Text.In("en")).ToList();
        Assert.Equal(3, first.Count);
        Assert.Contains("From now on you take turns to lead", first[1], StringComparison.Ordinal);
        Assert.Contains("From today your set runs itself", first[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Interdependence_coaching_partners_change_and_the_ending_is_planned()
    {
        Assert.Equal(2, OfKind(BuiltIn.CoachingRound).Count);
        Assert.InRange(Programme.Weeks - WeekOf(Programme.FindStep(new StepId("planned-ending"))!), 3, 6);
        Assert.Equal("alumni-community", Programme.Steps.MaxBy(step => Days[step.Id])!.Id.Value);
    }

    [Fact]
    public void Open_space_has_its_place() => Assert.InRange(OfKind(BuiltIn.OpenSpace).Count, 1, 2);

    [Fact]
    public void Sets_meet_every_four_to_five_weeks()
    {
        var days = OfKind(BuiltIn.SetMeeting).Select(step => Days[step.Id]).ToList();

        Assert.All(days.Skip(1).Zip(days, (later, earlier) => later - earlier), gap => Assert.InRange(gap, 28, 35));
    }

    [Fact]
    public void Nobody_gets_anything_at_a_weekend()
    {
        Assert.All(Programme.Steps, step => Assert.Equal(Audience.All, step.Audience));
        Assert.All(Days.Values, day => Assert.InRange(PlannedDays.WeekdayOf(day), IsoDayOfWeek.Monday, IsoDayOfWeek.Friday));
    }

    [Fact]
    public void There_is_room_to_breathe_at_most_twenty_thoughts_one_in_a_week_and_none_in_the_week_after_a_meeting()
    {
        var thoughts = Programme.Steps.Where(step => step.AsksForReply).ToList();
        Assert.InRange(thoughts.Count, 15, 20);
        Assert.All(Programme.Steps.Where(step => step.Part is LetterPart.Thought or LetterPart.LongText).CountBy(WeekOf), week => Assert.InRange(week.Value, 1, week.Key == 26 ? 2 : 1));
        Assert.Empty(thoughts.Select(WeekOf).Intersect(OfKind(BuiltIn.SetMeeting).Select(step => WeekOf(step) + 1).Where(week => week < Programme.Weeks)));
        Assert.All(Programme.Steps, step => Assert.InRange(step.ReminderDays.Count, 0, 2));
    }

    [Fact]
    public void The_welcome_promises_the_rhythm_that_the_programme_has()
    {
        Assert.Equal(new Rhythm(1, IsoDayOfWeek.Wednesday), Programme.Rhythm);
        Assert.Contains("one letter a week, on Wednesdays", Programme.Welcome!.Text.In("en"), StringComparison.Ordinal);
    }

    private static readonly IReadOnlyDictionary<StepId, int> Days = PlannedDays.Of(Programme.Steps);

    private static int WeekOf(Step step) => PlannedDays.WeekOf(Days[step.Id]);

    private static List<Step> OfKind(StepKind kind) => [.. Programme.Steps.Where(step => step.Kind == kind)];

    private static void AssertSameQuestions(List<Step> steps) =>
        Assert.Single(steps.Select(Wording).Distinct());

    private static string Wording(Step step) => string.Join('\n', step.Questions.Select(question => question switch
    {
        Question.Scale scale =>
            $"{scale.Id} {scale.Text.In("en")} {scale.Low}–{scale.High} {scale.LowLabel.In("en")} {scale.HighLabel.In("en")}",
        Question.SingleChoice choice => $"{choice.Id} {choice.Text.In("en")} {Wording(choice.Options)}",
        Question.MultipleChoice choice => $"{choice.Id} {choice.Text.In("en")} {Wording(choice.Options)}",
        _ => $"{question.Id} {question.Text.In("en")}",
    }));

    private static string Wording(IEnumerable<Option> options) =>
        string.Join(", ", options.Select(option => $"{option.Id} {option.Text.In("en")}"));
}
