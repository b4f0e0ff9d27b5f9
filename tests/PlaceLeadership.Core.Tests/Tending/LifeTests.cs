using CsCheck;
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
    public async Task Whatever_happens_nobody_is_reminded_more_than_twice_and_never_without_a_prompt() =>
        await LifeStory.Any.SampleAsync(
            async story =>
            {
                var life = await Life.LiveAsync(story);
                foreach (var about in life.Office.Sent.GroupBy(item => (item.Id.Participant, item.Id.Step)))
                {
                    Assert.Equal(MessageKind.Prompt, about.First().Id.Kind);
                    Assert.InRange(about.Count(), 1, 3);
                }

                Assert.All(
                    life.Office.Sent.Select(item => item.Id),
                    id => Assert.Equal(id, MessageId.Parse(id.ToString())));
            },
            iter: Sample.Of(25, all: 100));
}
