using System.Text.Json.Nodes;
using NodaTime;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Delivery.Tests;

/// <summary>What the release before letters had numbers left on its way is finished under its own names, and the next letters have numbers.</summary>
public sealed class EarlierReleaseTests
{
    private static readonly LocalDate Start = new(2026, 1, 5);
    private static readonly LocalDate Tuesday = Start.PlusDays(1);

    [Fact]
    public async Task What_waited_is_sent_once_under_its_name_and_a_bounce_of_it_is_known()
    {
        var room = await LeftByItAsync("Queued");
        await room.GoToAsync(Tuesday, 10);
        Assert.Equal(["ours/week-01/p001/prompt", "ours/week-01/p002/prompt"], room.Mailer.Mails.Select(mail => mail.MessageId).Order());
        Assert.NotNull(await room.Tables.GetAsync(Table.Cohorts, PostRoom.Cohort.Value, "message|week-01|p001|prompt", default));

        var id = LetterId.Parse("ours/week-01/p001/prompt")!.Value;
        Assert.Equal(EventOutcome.Applied, await Desk(room).ApplyAsync(id, Actor.Provider, ProviderReport.Bounced, default));
        Assert.Equal(EventOutcome.AlreadyKnown, await Desk(room).ApplyAsync(id, Actor.Provider, ProviderReport.Delivered, default));
        await room.GoToAsync(Tuesday.PlusDays(7), 10);
        Assert.Equal("ours/p002/1", room.Mailer.Mails[^1].MessageId);
        Assert.Equal(3, room.Mailer.Mails.Count);
    }

    [Fact]
    public async Task What_was_in_doubt_and_did_not_arrive_comes_with_a_number()
    {
        var room = await LeftByItAsync("InDoubt");
        await room.GoToAsync(Tuesday, 10);
        Assert.Empty(room.Mailer.Mails);
        Assert.Equal(
            EventOutcome.Applied, await Desk(room).ApplyAsync(LetterId.Parse("ours/week-01/p001/prompt")!.Value, Actor.Manager, ProviderReport.NeverAccepted, default));
        await room.GoToAsync(Tuesday.PlusDays(1), 10);
        var mail = Assert.Single(room.Mailer.Mails);
        Assert.Equal(("ours/p001/1", "week-01"), (mail.MessageId, Assert.Single(mail.Brings).Value));
    }

    private static SettlementDesk Desk(PostRoom room) => new(room.Reader, room.Work, room);

    /// <summary>A cohort of two whose first letters are stored as that release stored them.</summary>
    private static async Task<PostRoom> LeftByItAsync(string state)
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), 2);
        await room.GoToAsync(Tuesday, 8);
        room.Now += Duration.FromHours(1);
        await new Tender(room.Reader, room.Work).TendAsync(PostRoom.Cohort, room.Now, default);
        var changes = new List<RowChange>();
        await foreach (var row in room.Tables.RangeAsync(Table.Cohorts, PostRoom.Cohort.Value, CohortKeys.OutboxPrefix, CohortKeys.End(CohortKeys.PersonPrefix), default))
        {
            changes.AddRange(Earlier(row, state));
        }

        Assert.Equal(6, changes.Count);
        await room.Tables.SubmitAsync(Table.Cohorts, PostRoom.Cohort.Value, changes, default);
        return room;
    }

    private static IEnumerable<RowChange> Earlier(Row row, string state)
    {
        var body = JsonNode.Parse(row.Body)!.AsObject();
        if (row.Key.StartsWith(CohortKeys.PersonPrefix, StringComparison.Ordinal))
        {
            body.Remove("letters");
            return [new RowChange.Replace(row.Key, CohortRows.ParticipantShapeFour, body.ToJsonString(), row.ETag)];
        }

        var person = row.Key.Split('|')[1];
        body["id"] = $"ours/week-01/{person}/prompt";
        body["promptedOn"] = body["dueOn"]!.DeepClone();
        body["state"] = state;
        body.Remove("items");
        return
        [
            new RowChange.Delete(row.Key, row.ETag),
            new RowChange.Insert($"outbox|week-01|{person}|prompt", CohortRows.OutboxShapeThree, body.ToJsonString()),
        ];
    }
}
