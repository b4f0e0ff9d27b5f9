using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Journeys;

/// <summary>Every message about a pair or a set, as it is read.</summary>
public sealed class PhaseLettersTests
{
    private static readonly Step Coaching = Plan.Prompt(new StepId("coach"), 3, IsoDayOfWeek.Tuesday, BuiltIn.CoachingRound) with { Minutes = 75 };
    private static readonly Step Meeting = Plan.Prompt(new StepId("meet"), 4, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 180 };
    private static readonly Step Later = Plan.Prompt(new StepId("later"), 8, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 180 };

    [Theory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("cy", true)]
    [InlineData("cy", false)]
    public async Task Nothing_is_left_to_fill_in_and_no_paragraph_is_empty(string language, bool facilitated)
    {
        var texts = await TextsAsync(language, facilitated);

        Assert.Equal(PhasesOf(Coaching, Meeting, Later).Except(["meet.poll"]).Order(), texts.Keys.Order());
        Assert.All(texts.Values, text =>
        {
            Assert.DoesNotContain(text, letter => letter is '{' or '}');
            Assert.All(text.Split("\n\n"), paragraph => Assert.Equal(paragraph.Trim(), paragraph));
            Assert.All(text.Split("\n\n"), Assert.NotEmpty);
            Assert.DoesNotMatch(@"\bar\s\**dydd\b", text);
        });
    }

    [Theory]
    [InlineData("en", "come from")]
    [InlineData("cy", "yn dod o")]
    public async Task Whoever_is_to_meet_somebody_reads_why_in_their_language(string language, string why)
    {
        var texts = await TextsAsync(language, facilitated: false);

        foreach (var phase in new[] { "coach.proposal", "coach", "coach.again" })
        {
            Assert.Contains(why, texts[phase], StringComparison.Ordinal);
        }
    }

    /// <summary>The text of every phase, each read while it is somebody's.</summary>
    private static async Task<SortedDictionary<string, string>> TextsAsync(string language, bool facilitated)
    {
        var circle = await Circle.OfAsync(6, Coaching, Meeting, Later);
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await circle.GoToAsync(3, IsoDayOfWeek.Wednesday);
        if (facilitated)
        {
            Assert.NotNull(await circle.Sets.NameFacilitatorAsync(Office.Cohort, Actor.Manager, 1, "Mair", default));
        }

        await ReadAsync(circle, language, texts);
        Assert.IsType<MeetingOutcome.Changed>(await circle.Sets.ChangeMeetingAsync(
            Office.Cohort, Actor.Manager, 1, new StepId("meet"), meeting => MeetingChange.CallOff(meeting, circle.Office.Now), default));
        await ReadAsync(circle, language, texts);
        await circle.GoToAsync(5, IsoDayOfWeek.Wednesday);
        await ReadAsync(circle, language, texts);
        Assert.IsType<MeetingOutcome.Changed>(await circle.Sets.ChangeMeetingAsync(
            Office.Cohort, Actor.Manager, 1, new StepId("later"), meeting => MeetingChange.CallOff(meeting, circle.Office.Now), default));
        await ReadAsync(circle, language, texts);
        return texts;
    }

    private static async Task ReadAsync(Circle circle, string language, SortedDictionary<string, string> texts)
    {
        var (cohort, timetable) = (await circle.Office.Reader.FindAsync(Office.Cohort, default))!.Value;
        var rows = await circle.RowsAsync();
        foreach (var step in timetable.Steps)
        {
            if (await circle.Office.Letters.ForAsync(timetable, cohort.Value, step, new ParticipantId("p1"), rows, circle.Office.Today, default) is { } letter)
            {
                texts[step.Id.Value] = letter.Step.Text.In(language);
            }
        }
    }

    private static IEnumerable<string> PhasesOf(params IReadOnlyList<Step> steps) => StepMessages.Of(Plan.Of(20, steps)).Select(phase => phase.Id.Value);
}
