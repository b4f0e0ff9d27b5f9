using System.Text;
using NodaTime;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Mail.Pickup;

namespace PlaceLeadership.Mail.Tests.Pickup;

public sealed class PickupMailerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("placelead-pickup-");
    private readonly WatchedClock _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PickupMailer Mailer => new(_folder.FullName, _clock);

    private PickupInbox Inbox => new(_folder.FullName);

    [Fact]
    public async Task A_message_becomes_one_file_whose_name_follows_from_its_id()
    {
        var accepted = Assert.IsType<SendOutcome.Accepted>(await Mailer.SendAsync(Mails.Prompt(), Stop));

        Assert.Equal("north-1~reflect-1~90a86e0f624cf5d5~prompt.eml", accepted.ProviderId);
        Assert.Equal(["north-1~reflect-1~90a86e0f624cf5d5~prompt.eml"], FileNames());
    }

    [Fact]
    public async Task A_file_name_shows_nobody()
    {
        await Mailer.SendAsync(Mails.Prompt(), Stop);

        Assert.DoesNotContain("ada", Assert.Single(FileNames()), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("p07", Assert.Single(FileNames()), StringComparison.Ordinal);
        Assert.DoesNotContain("p07", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, FileNames()[0]), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_comes_back_as_it_was_sent()
    {
        await Mailer.SendAsync(Mails.Prompt(), Stop);

        var message = Assert.Single(Inbox.List(10));

        Assert.Equal(PickupInbox.NameOf("north-1/reflect-1/p07/prompt"), message.Name);
        Assert.Equal(Mails.Prompt().From, message.From);
        Assert.Equal(Mails.Prompt().To, message.To);
        Assert.Equal("What did you notice this week?", message.Subject);
        Assert.Equal(Instant.FromUtc(2026, 3, 2, 9, 0), message.Date);
        Assert.Equal(Mails.Prompt().Text, message.Text);
        Assert.Equal(Mails.Prompt().Html, message.Html.TrimEnd('\n'));
        Assert.Equal("<https://place.example/stop/abc>", message.Headers["list-unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        Assert.Contains("bronwen@example.net", message.Headers["Reply-To"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_address_for_answers_stands_after_the_named_person()
    {
        await Mailer.SendAsync(Mails.Prompt() with { AlsoReplyTo = new MailAddress("Poll", "poll+p07@replies.example.org") }, Stop);

        Assert.Matches(
            @"bronwen@example\.net>,\s+Poll\s+<poll\+p07@replies\.example\.org>", Assert.Single(Inbox.List(10)).Headers["Reply-To"]);
    }

    [Fact]
    public async Task The_steps_that_a_letter_brings_come_back_however_long_their_line()
    {
        Core.StepId[] steps = [.. Enumerable.Range(1, 9).Select(number => new Core.StepId($"a-step-with-a-rather-long-name-of-its-own-{number}.proposal"))];
        await Mailer.SendAsync(Mails.Prompt() with { Brings = steps }, Stop);
        await Mailer.SendAsync(Mails.Prompt("north-1/reflect-2/p07/prompt"), Stop);

        Assert.Equal(steps, Inbox.Find(PickupInbox.NameOf("north-1/reflect-1/p07/prompt"))!.Brings);
        Assert.Empty(Inbox.Find(PickupInbox.NameOf("north-1/reflect-2/p07/prompt"))!.Brings);
    }

    [Fact]
    public async Task A_calendar_file_comes_back_with_its_message_and_only_with_that()
    {
        var calendar = new CalendarFile("invite.ics", "REQUEST", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
        await Mailer.SendAsync(Mails.Prompt() with { Calendar = calendar }, Stop);
        await Mailer.SendAsync(Mails.Prompt() with { MessageId = "north-1/reflect-2/p07/prompt" }, Stop);

        Assert.Equal("REQUEST", Inbox.Find(PickupInbox.NameOf("north-1/reflect-1/p07/prompt"))!.Calendar!.Method);
        Assert.Contains("END:VCALENDAR", Inbox.Find(PickupInbox.NameOf("north-1/reflect-1/p07/prompt"))!.Calendar!.Text, StringComparison.Ordinal);
        Assert.Null(Inbox.Find(PickupInbox.NameOf("north-1/reflect-2/p07/prompt"))!.Calendar);
    }

    [Fact]
    public async Task A_file_is_a_message_of_two_alternatives_that_every_mail_program_reads()
    {
        await Mailer.SendAsync(Mails.Prompt(), Stop);

        var lines = Encoding.ASCII.GetString(await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, FileNames()[0]), Stop));

        Assert.Contains("MIME-Version: 1.0\r\n", lines, StringComparison.Ordinal);
        Assert.Contains("Date: Mon, 02 Mar 2026 09:00:00 +0000\r\n", lines, StringComparison.Ordinal);
        Assert.Contains("Content-Type: multipart/alternative;", lines, StringComparison.Ordinal);
        Assert.True(
            lines.IndexOf("text/plain", StringComparison.Ordinal) < lines.IndexOf("text/html", StringComparison.Ordinal));
        Assert.DoesNotContain("\n", lines.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(lines.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Fact]
    public async Task Welsh_and_long_lines_survive()
    {
        var text = "Annwyl Siân,\n\nbeth wnaethoch chi sylwi arno? ŵŷ 👩‍⚕️ " + new string('x', 3_000) + "\n.\nFrom here on\n";
        var mail = Mails.Prompt() with
        {
            Subject = "Beth wnaethoch chi sylwi arno yr wythnos hon? ŵŷ 🙂",
            To = new MailAddress("Siân \"Tŷ\" Prys, Dr", Mails.Recipient),
            Text = text,
        };
        await Mailer.SendAsync(mail, Stop);

        var message = Assert.Single(Inbox.List(1));

        Assert.Equal((mail.Subject, mail.To, text), (message.Subject, message.To, message.Text));
    }

    [Fact]
    public async Task The_same_message_at_the_same_moment_gives_the_same_bytes()
    {
        var other = _folder.CreateSubdirectory("other");
        await Mailer.SendAsync(Mails.Prompt(), Stop);
        await new PickupMailer(other.FullName, _clock).SendAsync(Mails.Prompt(), Stop);

        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(_folder.FullName, FileNames()[0]), Stop),
            await File.ReadAllBytesAsync(Path.Combine(other.FullName, FileNames()[0]), Stop));
    }

    [Fact]
    public async Task Sending_again_later_changes_nothing()
    {
        await Mailer.SendAsync(Mails.Prompt(), Stop);
        var before = Inbox.List(10);
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.IsType<SendOutcome.Accepted>(await Mailer.SendAsync(Mails.Prompt() with { Subject = "Other" }, Stop));

        Assert.Equal(before.Select(m => (m.Subject, m.Date)), Inbox.List(10).Select(m => (m.Subject, m.Date)));
    }

    [Fact]
    public async Task Whether_a_message_was_accepted_is_whether_its_file_is_there()
    {
        await Mailer.SendAsync(Mails.Prompt(), Stop);

        Assert.True(await Mailer.WasAcceptedAsync("north-1/reflect-1/p07/prompt", Stop));
        Assert.False(await Mailer.WasAcceptedAsync("north-1/reflect-1/p08/prompt", Stop));
    }

    [Fact]
    public async Task A_message_that_an_earlier_release_put_under_the_name_of_its_person_is_not_written_again()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "north-1~reflect-1~p07~prompt.eml"), "Subject: There\r\n\r\nx\r\n", Stop);

        Assert.True(await Mailer.WasAcceptedAsync("north-1/reflect-1/p07/prompt", Stop));
        await Mailer.SendAsync(Mails.Prompt(), Stop);
        Assert.Equal(["north-1~reflect-1~p07~prompt.eml"], FileNames());
    }

    [Fact]
    public async Task Ids_that_look_alike_get_files_of_their_own()
    {
        string[] ids =
        [
            "c/s/p/prompt", "c~s~p~prompt", "C/s/p/prompt", "c/s/p/prompt!", "c/s/p/prompt?", "c//s/p/prompt", "../escape",
            "..", "/etc/passwd", "ŵ", "é", new string('x', 500), new string('x', 501),
        ];
        foreach (var id in ids)
        {
            Assert.IsType<SendOutcome.Accepted>(await Mailer.SendAsync(Mails.Prompt(id), Stop));
        }

        Assert.Equal(ids.Select(PickupInbox.NameOf).Order(StringComparer.Ordinal), Inbox.List(100).Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.Equal(ids.Length, FileNames().Select(name => name.ToUpperInvariant()).Distinct().Count());
        Assert.All(ids, id => Assert.Equal(PickupInbox.NameOf(id), Inbox.Find(PickupInbox.NameOf(id))?.Name));
        Assert.All(["..", "../x", "/etc/passwd", "", new string('x', 5_000), "a\0b"], name => Assert.Null(Inbox.Find(name)));
    }

    [Fact]
    public async Task The_inbox_shows_the_newest_first_and_no_more_than_asked()
    {
        foreach (var i in Enumerable.Range(0, 5))
        {
            await Mailer.SendAsync(Mails.Prompt($"c/s/p{i}/prompt"), Stop);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(new[] { 4, 3, 2 }.Select(i => PickupInbox.NameOf($"c/s/p{i}/prompt")), Inbox.List(3).Select(m => m.Name));
    }

    [Fact]
    public void An_inbox_whose_folder_does_not_exist_is_empty()
    {
        var inbox = new PickupInbox(Path.Combine(_folder.FullName, "nowhere"));

        Assert.Empty(inbox.List(10));
        Assert.Null(inbox.Find(PickupInbox.NameOf("c/s/p/prompt")));
    }

    [Fact]
    public async Task What_a_killed_process_left_half_written_is_no_message_and_is_overwritten()
    {
        var half = Path.Combine(_folder.FullName, ".north-1~reflect-1~90a86e0f624cf5d5~prompt.part");
        await File.WriteAllTextAsync(half, new string('x', 100_000), Stop);
        Assert.Empty(Inbox.List(10));
        Assert.False(await Mailer.WasAcceptedAsync("north-1/reflect-1/p07/prompt", Stop));

        await Mailer.SendAsync(Mails.Prompt(), Stop);

        Assert.Equal(["north-1~reflect-1~90a86e0f624cf5d5~prompt.eml"], FileNames());
        Assert.Equal(Mails.Prompt().Text, Assert.Single(Inbox.List(10)).Text);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_leaves_the_message_unsent_with_a_clear_reason()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", Stop);
        var mailer = new PickupMailer(Path.Combine(file, "pickup"), _clock);

        var outcome = Assert.IsType<SendOutcome.NotAccepted>(await mailer.SendAsync(Mails.Prompt(), Stop));

        Assert.StartsWith($"The pickup folder {Path.Combine(file, "pickup")} cannot be written: ", outcome.Reason, StringComparison.Ordinal);
        Assert.False(await mailer.WasAcceptedAsync(Mails.Prompt().MessageId, Stop));
    }

    [Fact]
    public async Task Being_stopped_leaves_the_message_unsent_and_no_half_file()
    {
        var outcome = await Mailer.SendAsync(Mails.Prompt(), new CancellationToken(canceled: true));

        Assert.IsType<SendOutcome.NotAccepted>(outcome);
        Assert.Empty(FileNames());
    }

    [Fact]
    public async Task Fifty_writers_of_one_message_leave_one_whole_file()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => Task.Run(() => Mailer.SendAsync(Mails.Prompt(), Stop), Stop)));

        Assert.Contains(outcomes, outcome => outcome is SendOutcome.Accepted);
        Assert.All(outcomes, outcome => Assert.True(outcome is SendOutcome.Accepted or SendOutcome.NotAccepted));
        Assert.Equal(["north-1~reflect-1~90a86e0f624cf5d5~prompt.eml"], FileNames());
        Assert.Equal(Mails.Prompt().Text, Assert.Single(Inbox.List(10)).Text);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string[] FileNames() => [.. _folder.GetFiles().Select(file => file.Name)];
}
