using NodaTime;
using PlaceLeadership.Application.Going;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Core.Tests.Journeys;

namespace PlaceLeadership.Core.Tests.Going;

/// <summary>A manager sees how many reply, and never who.</summary>
public sealed class GoingRepliesTests
{
    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(29)]
    [InlineData(30)]
    public async Task Replies_are_told_as_the_size_of_the_cohort_allows(int people)
    {
        var (nobody, all) = (await WeeksAsync(people, _ => 0), await WeeksAsync(people, _ => people));
        string Told(CohortGoing going) => string.Join("; ", going.Replies.Select(stretch => $"{stretch.Weeks}: {GoingWords.Of(stretch)}").Distinct());
        var (fewest, most) = people switch
        {
            < 10 => ("1: not told of so few people", "1: not told of so few people"),
            < 30 => ("4: 10 in 100 or fewer", "4: 90 in 100 or more"),
            _ => ("1: 2 or fewer of 30", "1: 28 or more of 30"),
        };
        Assert.Equal((fewest, most), (Told(nobody), Told(all)));
        Assert.Equal(people < 10 ? 9 : people < 30 ? 2 : 9, nobody.Replies.Count);
        Assert.Equal(nobody.RepliesNote, all.RepliesNote);
    }

    [Theory]
    [InlineData(30, 9)]
    [InlineData(24, 8)]
    public async Task That_nobody_has_replied_for_weeks_is_said_first(int people, int weeks)
    {
        var going = await WeeksAsync(people, _ => 0);
        var act = Assert.Single(going.Acts);
        Assert.StartsWith($"Nobody, or next to nobody, has replied for {weeks} weeks", act.Sentence, StringComparison.Ordinal);
        Assert.StartsWith($"Nobody, or next to nobody, has replied for {weeks} weeks.", going.Summary, StringComparison.Ordinal);
        Assert.Equal((Circle.Start, 63, ActPlace.Week), (act.Since, act.Days, act.Where));
    }

    [Fact]
    public async Task A_cohort_of_which_somebody_replies_is_not_said_to_be_quiet()
    {
        Assert.Empty((await WeeksAsync(30, _ => 3)).Acts);
        Assert.Empty((await WeeksAsync(30, week => week == 9 ? 3 : 0)).Acts);
        Assert.Empty((await WeeksAsync(30, week => week == 9 ? 0 : 3)).Acts);
        Assert.StartsWith("Nobody, or next to nobody, has replied for 2 weeks, since the week from Monday 2 March 2026.", Assert.Single((await WeeksAsync(30, week => week > 7 ? 0 : 3)).Acts).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_is_told_once_it_is_over_and_never_otherwise_afterwards()
    {
        var office = await LaunchedAsync(31);
        await office.GoToAsync(Circle.Start.PlusDays(3));
        await ReplyAsync(office, 1, 5);
        Assert.Empty((await ReadAsync(office)).Replies);
        await office.GoToAsync(Circle.Start.PlusWeeks(1));
        var told = Assert.Single((await ReadAsync(office)).Replies);
        Assert.Equal("5 of 31", told.Number.InWords);

        // Whoever says it otherwise, says it late, leaves or comes later changes nothing about it.
        Assert.NotNull(await office.Replies.SayAsync(new Core.Privacy.AnswerLink(Office.Cohort, new ParticipantId("p1"), new StepId("week-1"), office.Today, office.Clock.Now + Duration.FromDays(1)), Core.Replies.ReplyKind.NotThisWeek, default));
        await office.ReplyAsync(new ParticipantId("p9"), new StepId("week-1"));
        await office.Roster.LeaveAsync(Office.Cohort, Core.Acts.Actor.Manager, new ParticipantId("p2"), default);
        await office.GoToAsync(Circle.Start.PlusWeeks(3));
        Assert.Equal(told, (await ReadAsync(office)).Replies[0]);
        Assert.Equal("2 or fewer of 30", (await ReadAsync(office)).Replies[1].Number.InWords);
    }

    [Fact]
    public async Task A_week_in_which_nothing_is_asked_says_so_and_is_no_quiet_one()
    {
        var office = await LaunchedAsync(30, week => week is < 3 or > 6);
        await office.GoToAsync(Circle.Start.PlusWeeks(9));
        var going = await ReadAsync(office);
        Assert.Equal(4, going.Replies.Count(stretch => GoingWords.Of(stretch) == "nothing asked for a reply"));
        Assert.Contains("has replied for 5 weeks", Assert.Single(going.Acts).Sentence, StringComparison.Ordinal);
    }

    // The last twelve weeks, and what is told together with the first of them.
    [Fact]
    public async Task In_its_eleventh_month_it_reads_no_more_than_in_its_fourth()
    {
        var office = await LaunchedAsync(12, _ => true, 45);
        await office.GoToAsync(Circle.Start.PlusWeeks(16));
        var early = await ReadAsync(office);
        await office.GoToAsync(Circle.Start.PlusWeeks(43));
        var late = await ReadAsync(office);
        Assert.Equal(early.Replies.Count, late.Replies.Count);
        Assert.Equal(Circle.Start.PlusWeeks(28), late.Replies[0].Monday);
    }

    [Fact]
    public async Task Whoever_replied_the_same_is_told()
    {
        foreach (var people in new[] { 9, 17, 30, 34 })
        {
            for (var seed = 0; seed < 3; seed++)
            {
                var random = new Random(seed + people);
                IReadOnlyList<int> counts = [.. Enumerable.Range(0, 9).Select(_ => random.Next(people + 1))];
                async Task<string> OneAsync() => Written(await WeeksAsync(
                    people, week => counts[week - 1], () => [.. Enumerable.Range(1, people).OrderBy(_ => random.Next())]));
                Assert.Equal(await OneAsync(), await OneAsync());
            }
        }
    }

    private static string Written(CohortGoing going) => System.Text.Json.JsonSerializer.Serialize(new
    {
        going.Summary,
        going.People,
        going.RepliesNote,
        going.Totals,
        replies = going.Replies.Select(stretch => $"{stretch.Monday} {stretch.Weeks} {GoingWords.Of(stretch)}"),
        acts = going.Acts.Select(act => $"{act.Sentence} {act.Since} {act.Days} {act.Where} {act.Person}"),
    });

    private static async Task<CohortGoing> WeeksAsync(int people, Func<int, int> replies, Func<IReadOnlyList<int>>? order = null)
    {
        var office = await LaunchedAsync(people);
        for (var week = 1; week <= 9; week++)
        {
            await office.GoToAsync(Circle.Start.PlusWeeks(week - 1).PlusDays(3));
            await ReplyAsync(office, week, replies(week), order?.Invoke());
        }

        await office.GoToAsync(Circle.Start.PlusWeeks(9));
        return await ReadAsync(office);
    }

    private static async Task ReplyAsync(Office office, int week, int replies, IReadOnlyList<int>? order = null)
    {
        foreach (var number in (order ?? [.. Enumerable.Range(1, replies)]).Take(replies))
        {
            await office.ReplyAsync(new ParticipantId($"p{number}"), new StepId($"week-{week}"));
        }
    }

    private static Task<Office> LaunchedAsync(int people, Func<int, bool>? asks = null, int weeks = 10) => Office.LaunchedAsync(
        Circle.Start,
        Plan.Of(weeks, [.. Enumerable.Range(1, weeks).Where(asks ?? (_ => true)).Select(week => Plan.Prompt(new StepId($"week-{week}"), week, IsoDayOfWeek.Tuesday))]),
        [.. Enumerable.Range(1, people).Select(number => Somebody.Named($"N{number}", $"Organisation {number}"))]);

    internal static async Task<CohortGoing> ReadAsync(Office office) => (await new GoingReading(office.Reader, office.Clock).ReadAsync(Office.Cohort, default))!;
}
