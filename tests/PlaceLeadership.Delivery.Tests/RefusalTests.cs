using System.Text;
using NodaTime;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Application.Settling;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Mail;
using PlaceLeadership.Mail.Delivery;
using PlaceLeadership.Mail.SendGrid;

namespace PlaceLeadership.Delivery.Tests;

public sealed class RefusalTests
{
    private static readonly LocalDate Start = new(2026, 1, 5);
    private static readonly LocalDate Tuesday = Start.PlusDays(1);

    [Fact]
    public async Task A_wrong_sender_stops_sending_silences_nobody_and_goes_on_once_mended()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), 48);
        await room.GoToAsync(Tuesday, 9);
        room.Mailer.Answer = new SendOutcome.Stopped("SendGrid does not let us send (403: from).");
        var kept = (await room.Keeper.KeepAsync(PostRoom.Cohort, room.Now, soleSender: false, default))!;

        Assert.Equal("SendGrid does not let us send (403: from).", kept.Delivery.Stopped);
        Assert.InRange(room.Mailer.Asked, 1, Courier.BatchMax);
        Assert.Equal(room.Now + Duration.FromMinutes(5), kept.NextWake);
        Assert.Equal(48, (await room.Reader.OutboxAsync(PostRoom.Cohort, default)).Count);
        Assert.DoesNotContain(await PeopleAsync(room), person => person.AddressRefusedOn is not null);

        room.Now = kept.NextWake!.Value;
        room.Mailer.Answer = new SendOutcome.Accepted(null);
        Assert.Null((await room.Keeper.KeepAsync(PostRoom.Cohort, room.Now, soleSender: false, default))!.Delivery.Stopped);
        Assert.Equal(48, room.Mailer.Mails.Select(mail => mail.To.Email).Distinct().Count());
        Assert.Equal(48, room.Mailer.Mails.Count);
    }

    [Fact]
    public async Task What_waited_while_sending_had_stopped_for_a_day_goes_on_the_next_and_nobody_has_lost_anything()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), 48);
        room.Mailer.Answer = new SendOutcome.Stopped("SendGrid does not let us send (401).");
        await room.GoToAsync(Tuesday.PlusDays(1), 8);
        room.Mailer.Answer = new SendOutcome.Accepted(null);
        await room.GoToAsync(Tuesday.PlusDays(2), 20);
        Assert.Equal(48, room.Mailer.Mails.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task One_message_that_is_refused_for_its_content_is_held_and_its_reader_gets_all_others()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), 3);
        room.Mailer.AnswerTo = mail => mail.MessageId == "ours/p002/1"
            ? new SendOutcome.Held("SendGrid refuses this message (413).") : null;
        await room.GoToAsync(Tuesday.PlusDays(8), 9);

        Assert.Equal(
            ["p001 week-01", "p001 week-02", "p002 week-02", "p003 week-01", "p003 week-02"],
            room.Mailer.Mails.Select(mail => $"{LetterId.Parse(mail.MessageId)!.Value.Participant} {mail.Brings[0]}").Order());
        var (view, _) = (await room.Reader.ReadAsync(PostRoom.Cohort, default))!.Value;
        Assert.Equal(
            [(new LetterId(PostRoom.Cohort, new ParticipantId("p002"), 1), "SendGrid refuses this message (413).")],
            CohortSummary.Of(view).Held);
        Assert.Empty(CohortSummary.Of(view).InDoubt);
        Assert.DoesNotContain(await PeopleAsync(room), person => person.AddressRefusedOn is not null);
    }

    [Fact]
    public async Task A_message_that_was_held_is_sent_once_somebody_asks_for_it_again()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), 1);
        room.Mailer.Answer = new SendOutcome.Held("SendGrid refuses this message (413).");
        await room.GoToAsync(Tuesday, 10);
        room.Mailer.Answer = new SendOutcome.Accepted(null);
        await room.GoToAsync(Tuesday, 11);
        Assert.Empty(room.Mailer.Mails);

        await new SettlementDesk(room.Reader, room.Work, room).ApplyAsync(
            new LetterId(PostRoom.Cohort, new ParticipantId("p001"), 1), Actor.Manager, ProviderReport.NeverAccepted, default);
        await room.GoToAsync(Tuesday.PlusDays(1), 12);
        Assert.Single(room.Mailer.Mails);
    }

    [Fact]
    public async Task An_address_that_was_mended_while_the_message_was_on_its_way_is_not_refused_with_the_old_one()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), 1);
        room.Mailer.AnswerTo = _ =>
        {
            room.Roster.ChangeAsync(PostRoom.Cohort, Actor.Manager, new ParticipantId("p001"), entry => entry with { Email = "mended@example.org" }, default).GetAwaiter().GetResult();
            return new SendOutcome.Refused("SendGrid refuses the address (400: personalizations.0.to.0.email).");
        };
        await room.GoToAsync(Tuesday, 10);
        Assert.Null(Assert.Single(await PeopleAsync(room)).AddressRefusedOn);

        // What the old address refused comes to the new one, as a letter of its own.
        room.Mailer.AnswerTo = _ => null;
        await room.GoToAsync(Tuesday.PlusDays(1), 10);
        var mail = Assert.Single(room.Mailer.Mails);
        Assert.Equal(("ours/p001/2", "mended@example.org", "week-01"), (mail.MessageId, mail.To.Email, Assert.Single(mail.Brings).Value));
    }

    [Fact]
    public async Task What_a_refused_letter_said_comes_once_the_address_is_mended()
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), 1);
        room.Mailer.Answer = new SendOutcome.Refused("SendGrid refuses the address (400: personalizations.0.to.0.email).");
        await room.GoToAsync(Tuesday, 10);
        Assert.Equal(Tuesday, Assert.Single(await PeopleAsync(room)).AddressRefusedOn);
        Assert.Empty(await room.Reader.OutboxAsync(PostRoom.Cohort, default));

        room.Mailer.Answer = new SendOutcome.Accepted(null);
        await room.GoToAsync(Tuesday.PlusDays(1), 10);
        Assert.Empty(room.Mailer.Mails);
        await room.Roster.ChangeAsync(PostRoom.Cohort, Actor.Manager, new ParticipantId("p001"), entry => entry with { Email = "mended@example.org" }, default);
        await room.GoToAsync(Tuesday.PlusDays(2), 10);
        var mail = Assert.Single(room.Mailer.Mails);
        Assert.Equal(("ours/p001/2", "week-01"), (mail.MessageId, Assert.Single(mail.Brings).Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whenever_the_sender_dies_a_message_counts_as_refused_and_has_its_address_noted_or_neither(int writes)
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), 1);
        await room.GoToAsync(Tuesday, 9);
        await new Core.Tending.Tender(room.Reader, room.Work).TendAsync(PostRoom.Cohort, room.Now, default);
        room.Mailer.Answer = new SendOutcome.Refused("SendGrid refuses the address (400: personalizations.0.to.0.email).");
        room.Tables.WritesLeft = writes;
        await Record.ExceptionAsync(() => room.Courier.DeliverAsync(PostRoom.Cohort, soleSender: false, default));

        room.Tables.WritesLeft = null;
        var waits = (await room.Reader.OutboxAsync(PostRoom.Cohort, default)).Count == 1;
        var noted = Assert.Single(await PeopleAsync(room)).AddressRefusedOn is not null;
        Assert.Equal((writes < 2, writes > 1), (waits, noted));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(300)]
    public async Task When_every_slice_dies_at_once_no_more_than_ten_are_in_doubt_and_the_providers_events_settle_them(int people)
    {
        var room = await PostRoom.LaunchedAsync(Start, Weekly.Yaml(1), people);
        await room.GoToAsync(Tuesday, 9);
        await new Core.Tending.Tender(room.Reader, room.Work).TendAsync(PostRoom.Cohort, room.Now, default);
        var slices = Slice.CountFor(people);
        room.Mailer.Dies = true;
        for (var slice = 0; slice < slices; slice++)
        {
            await Assert.ThrowsAsync<IOException>(() => room.Courier.DeliverAsync(PostRoom.Cohort, new Slice(slice, slices), soleSender: false, default));
        }

        room.Mailer.Dies = false;
        room.Now += Courier.Lease;
        for (var slice = 0; slice < slices; slice++)
        {
            await room.Courier.DeliverAsync(PostRoom.Cohort, new Slice(slice, slices), soleSender: false, default);
        }

        var doubtful = (await room.Reader.OutboxAsync(PostRoom.Cohort, default)).Select(message => message.Value).ToList();
        Assert.InRange(doubtful.Count, 1, Courier.BatchMax);
        Assert.All(doubtful, message => Assert.IsType<OutboxState.InDoubt>(message.State));
        Assert.Equal(people - doubtful.Count, room.Mailer.Mails.Count);

        var events = new SettlementDesk(room.Reader, room.Work, room);
        var told = string.Join(',', doubtful.Select(message => $$"""{"email":"x@example.org","event":"delivered","message_id":"{{message.Id}}"}"""));
        foreach (var (message, what, address) in SendGridEvents.Read(Encoding.UTF8.GetBytes($"[{told}]"), new LinkTokens(new KeyRing(new byte[32])))!)
        {
            Assert.Equal(EventOutcome.Applied, await events.ApplyAsync(message, Actor.Provider, what, default, address));
        }

        await room.GoToAsync(Tuesday.PlusDays(1), 9);
        Assert.Empty(await room.Reader.OutboxAsync(PostRoom.Cohort, default));
        Assert.Equal(people - doubtful.Count, room.Mailer.Mails.Count);
    }

    private static async Task<IReadOnlyList<Participant>> PeopleAsync(PostRoom room) =>
        [.. (await room.Reader.ReadAsync(PostRoom.Cohort, default))!.Value.View.Participants.Select(person => person.Value)];
}
