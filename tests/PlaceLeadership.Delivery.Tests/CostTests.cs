using NodaTime;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Delivery.Tests;

public sealed class CostTests
{
    private const int People = 60;

    // 26 Tuesdays from here on without a bank holiday among them.
    private static readonly LocalDate Start = new(2026, 1, 5);

    [Fact]
    public async Task Tending_and_delivering_costs_the_same_in_week_26_as_in_week_2()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), People);
        var early = await CostOfAsync(room, 2);
        var late = await CostOfAsync(room, 26);

        Assert.True(early.RowsWritten > People * 3);
        Assert.Equal(early, late);
        Assert.Equal(26 * People, room.Mailer.Mails.Count);
    }

    [Fact]
    public async Task Letters_of_three_things_take_no_more_requests_than_of_one()
    {
        var one = await CostOfAsync(await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), People), 2);
        var room = await PostRoom.LaunchedAsync(Start, """
            programme: three
            version: 1
            title: Three
            weeks: 8
            languages: [en]
            stages: [{stage: facilitator-led, from-week: 1}]
            steps:
              - {id: think, kind: reflection, week: 2, day: Tuesday, title: Think, minutes: 10, text: Think., questions: [{id: q, kind: text, text: What?}]}
              - {id: more, kind: milestone, week: 2, day: Tuesday, title: More, minutes: 1, text: Words.}
              - {id: news, kind: milestone, week: 2, day: Tuesday, title: News, minutes: 1, text: Words.}
            """, People);
        var three = await CostOfAsync(room, 2);

        Assert.All(room.Mailer.Mails, mail => Assert.Equal(["think", "more", "news"], mail.Brings.Select(step => step.Value)));
        Assert.InRange(three.Reads + three.Transactions, People / 20, one.Reads + one.Transactions);
    }

    [Fact]
    public async Task A_look_at_a_cohort_with_nothing_due_reads_its_people_and_writes_nothing_in_any_month()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), People);
        foreach (var week in new[] { 1, 25 })
        {
            await room.GoToAsync(Start.PlusDays((week * 7) + 3), 12);
            await room.Keeper.KeepAsync(PostRoom.Cohort, room.Now, soleSender: false, default);
            room.Tables.StartCounting();
            await room.Keeper.KeepAsync(PostRoom.Cohort, room.Now, soleSender: false, default);
            Assert.Equal(new StoreCost(Reads: 4, Transactions: 0, RowsRead: People + 2, RowsWritten: 0), room.Tables.Cost);
        }
    }

    [Fact]
    public async Task Sixty_messages_due_at_once_take_at_most_half_a_transaction_each()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), People);
        var cost = await CostOfAsync(room, 1);

        Assert.Equal(People, room.Mailer.Mails.Count);
        Assert.InRange((cost.Reads + cost.Transactions) / (double)People, 0.01, 0.5);
    }

    [Fact]
    public async Task The_default_programme_costs_no_more_at_its_end_than_at_its_beginning()
    {
        using var stream = typeof(CostTests).Assembly.GetManifestResourceStream("place-leadership.yaml")!;
        var room = await PostRoom.LaunchedAsync(Start, await new StreamReader(stream).ReadToEndAsync(), People);
        var months = new List<long>();
        for (var month = 0; month < 6; month++)
        {
            room.Tables.StartCounting();
            await room.GoToAsync(Start.PlusDays((month + 1) * 28), 7);
            var cost = room.Tables.Cost;
            months.Add(cost.RowsRead + cost.RowsWritten);
        }

        Assert.True(months.Skip(3).Sum() < months.Take(3).Sum() * 1.1, $"Rows read and written, month by month: {string.Join(", ", months)}.");
    }

    private static async Task<StoreCost> CostOfAsync(PostRoom room, int week)
    {
        await room.GoToAsync(Start.PlusDays(((week - 1) * 7) + 1), 9);
        room.Tables.StartCounting();
        var before = room.Mailer.Mails.Count;
        var kept = await room.Keeper.KeepAsync(PostRoom.Cohort, room.Now, soleSender: false, default);
        Assert.Equal((People, People, before + People), (kept!.Queued, kept.Delivery.Sent, room.Mailer.Mails.Count));
        return room.Tables.Cost;
    }
}
