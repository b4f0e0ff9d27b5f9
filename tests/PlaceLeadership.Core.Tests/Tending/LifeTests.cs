using CsCheck;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Tending;

public sealed class LifeTests
{
    /// <summary>
    /// Whatever people and managers do, at whatever moments: tending twice changes nothing the second time, no message goes
    /// out twice, to anybody paused or gone, outside hours, too often in a day or after a reply; nothing becomes due before
    /// tending asked to be woken, and something does then.
    /// </summary>
    [Fact]
    public async Task Whatever_happens_to_a_cohort_every_rule_of_tending_holds() =>
        await LifeStory.Any.SampleAsync(story => Life.LiveAsync(story), iter: Sample.Of(80, all: 400));

    [Fact]
    public async Task Whatever_happens_each_step_comes_or_a_fact_says_why_not() => await LifeStory.Any.SampleAsync(
        async story => await (await Life.LiveAsync(story)).EndAsync(), iter: Sample.Of(40, all: 300));

    [Fact]
    public async Task Whatever_happens_a_step_is_sent_once_and_named_as_still_open_at_most_twice_later()
    {
        var named = 0;
        await Sample.UntilAsync(() => named >= 5, () => LifeStory.Any.SampleAsync(
            async story =>
            {
                var life = await Life.LiveAsync(story);
                Assert.All(life.Office.Sent, item => Assert.Equal(MessageKind.Prompt, item.Id.Kind));
                Assert.Distinct(life.Office.Sent.Select(item => item.Id));
                foreach (var about in life.Office.Sent.SelectMany(item => item.Named.Select(said => (item.Id.Participant, said.Step, item.At, said.Kind)))
                    .GroupBy(item => (item.Participant, item.Step)))
                {
                    Assert.InRange(about.Count(), 1, 2);
                    Assert.Distinct(about.Select(item => item.Kind));
                    var prompt = Assert.Single(life.Office.Sent, item => (item.Id.Participant, item.Id.Step) == about.Key);
                    Assert.All(about, item => Assert.True(item.At.Date > prompt.At.Date, $"{about.Key} is named on {item.At}."));
                    Interlocked.Increment(ref named);
                }

                Assert.All(life.Office.Sent, item => Assert.InRange(item.Named.Count, 0, StillOpen.Most));
                Assert.All(
                    life.Office.Sent.Select(item => item.Id),
                    id => Assert.Equal(id, MessageId.Parse(id.ToString())));
            },
            iter: Sample.Of(25, all: 100)));
        Assert.True(named >= 5, $"Too quiet to prove anything: {named} steps were named.");
    }

    [Fact]
    public async Task Nobody_is_woken_for_a_letter_that_comes_after_the_round_it_would_tell_of() => await Life.LiveAsync(Coached(
        8, 5, [Wait(3472), new Act("choose-letters", 0, 1, Days: 0, Minutes: 0), Leave]));

    [Fact]
    public async Task Nobody_is_woken_to_be_told_of_a_lost_partner_where_the_address_is_refused_and_is_told_once_it_is_mended()
    {
        var life = await Life.LiveAsync(Coached(20, 3, [Wait(2604), new Act("bounce", 0, 0, 0, 0), Leave, Wait(5000), new Act("mend", 0, 0, 0, 0)]));
        Assert.Single(life.Office.Sent, item => item.Id.Step == new StepId("coach.fewer"));
    }

    [Fact]
    public async Task Whoever_leaves_coaching_on_whatever_day_of_it_while_the_other_is_paused_is_seen_to_when_tending_said()
    {
        foreach (var (weeks, days) in new[] { 8, 11 }.SelectMany(weeks => Enumerable.Range(0, weeks * 7).Select(days => (weeks, days))))
        {
            await Life.LiveAsync(Coached(weeks, 2, [Wait((days * NodaConstants.MinutesPerDay / 17) + 1), new Act("pause-organisation", 0, 0, 0, 0), Leave]));
        }
    }

    // The second of the two.
    private static Act Leave => new("leave", 1, 0, 0, 0);

    private static Act Wait(int minutes) => new("wait", 0, 0, 0, minutes);

    /// <summary>Two people in a round of coaching, with a letter on Fridays.</summary>
    private static LifeStory Coached(int weeks, int week, Act[] acts) => new(
        Plan.Of(weeks, [Plan.Prompt(new StepId("coach"), week, IsoDayOfWeek.Tuesday, BuiltIn.CoachingRound)]) with { Rhythm = new Rhythm(Day: IsoDayOfWeek.Friday) },
        [Somebody.Named("N0", "Organisation 1"), Somebody.Named("N1", "Organisation 2")], UkDivision.EnglandAndWales, new LocalDate(2026, 2, 2), acts);
}
