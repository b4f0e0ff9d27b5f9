using NodaTime;
using PlaceLeadership.Application.MovingOn;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Programmes.Reading;
using PlaceLeadership.Mail;

namespace PlaceLeadership.Delivery.Tests;

public sealed class CourierTests
{
    private static readonly LocalDate Start = new(2026, 1, 5);

    [Fact]
    public async Task A_step_that_a_later_version_dropped_is_not_sent_and_its_readers_go_on_getting_the_others()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), 3);
        await room.GoToAsync(Start.PlusDays(1), 9);
        await new Core.Tending.Tender(room.Reader, room.Work).TendAsync(PostRoom.Cohort, room.Now, default);
        var later = Weekly.Yaml(2, without: 1);
        Assert.Null(await new VersionDesk(room.Reader, room.Work, room.Programmes, room)
            .MoveOnAsync(PostRoom.Cohort, Actor.Manager, ProgrammeReader.Read(later, BuiltIn.Kinds).Programme!, later, default));

        await room.GoToAsync(Start.PlusDays(9), 9);

        Assert.Equal(
            ["p001 week-02", "p002 week-02", "p003 week-02"],
            room.Mailer.Mails.Select(mail => $"{LetterId.Parse(mail.MessageId)!.Value.Participant} {Assert.Single(mail.Brings)}"));
    }

    [Fact]
    public async Task What_still_waits_for_people_of_a_cohort_that_has_ended_is_taken_back_and_never_sent()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), 3);
        await room.GoToAsync(Start.PlusDays(1), 9);
        await new Core.Tending.Tender(room.Reader, room.Work).TendAsync(PostRoom.Cohort, room.Now, default);
        Assert.Equal(3, (await room.Reader.OutboxAsync(PostRoom.Cohort, default)).Count);

        // As an ending leaves it that broke off after its first transaction.
        var (cohort, _) = (await room.Reader.FindAsync(PostRoom.Cohort, default))!.Value;
        await room.Tables.SubmitAsync(
            Core.Storing.Table.Cohorts, PostRoom.Cohort.Value,
            [
                new Core.Storing.RowChange.Replace(
                    CohortKeys.Cohort, CohortRows.CohortShape, CohortRows.Write(cohort.Value with { EndedOn = Start.PlusDays(1) }), cohort.ETag),
            ],
            default);
        var kept = await room.Keeper.KeepAsync(PostRoom.Cohort, room.Now, soleSender: false, default);
        Assert.Empty(room.Mailer.Mails);
        Assert.Empty(await room.Reader.OutboxAsync(PostRoom.Cohort, default));
        Assert.Null(kept!.NextWake);
    }

    [Fact]
    public async Task A_refused_address_is_noted_and_not_written_to_again()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), 1);
        room.Mailer.Answer = new SendOutcome.Refused("The mailbox does not exist.");
        await room.GoToAsync(Start.PlusDays(2), 9);
        room.Mailer.Answer = new SendOutcome.Accepted(null);
        await room.GoToAsync(Start.PlusDays(30), 9);

        Assert.Empty(room.Mailer.Mails);
        var (view, _) = (await room.Reader.ReadAsync(PostRoom.Cohort, default))!.Value;
        Assert.Equal(Start.PlusDays(1), Assert.Single(view.Participants).Value.AddressRefusedOn);
    }

    [Fact]
    public async Task What_was_not_accepted_is_tried_again_and_after_the_day_is_over_on_the_next()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), 1);
        room.Mailer.Answer = new SendOutcome.NotAccepted("Busy.", null);
        await room.GoToAsync(Start.PlusDays(2), 8);
        room.Mailer.Answer = new SendOutcome.Accepted(null);
        await room.GoToAsync(Start.PlusDays(2), 10);

        var mail = Assert.Single(room.Mailer.Mails);
        Assert.Equal("person0@example.org", mail.To.Email);
        Assert.Equal(SentState.Sent, Assert.Single(await MessagesAsync(room)).State);
        Assert.Equal(Start.PlusDays(2), Assert.Single(await MessagesAsync(room)).DueOn);
    }

    private static async Task<IReadOnlyList<SentMessage>> MessagesAsync(PostRoom room)
    {
        var messages = new List<SentMessage>();
        await foreach (var message in room.Reader.MessagesAsync(PostRoom.Cohort, default))
        {
            messages.Add(message);
        }

        return messages;
    }
}
