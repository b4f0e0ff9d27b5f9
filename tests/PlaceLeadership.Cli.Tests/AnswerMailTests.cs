using System.Text.Json;
using System.Text.RegularExpressions;
using PlaceLeadership.Mail.Pickup;

namespace PlaceLeadership.Cli.Tests;

/// <summary>Answers to a poll that people saved as files.</summary>
public sealed partial class AnswerMailTests
{
    private const string Programme = """
        programme: small
        version: 1
        title: Small
        weeks: 12
        languages: [en]
        stages: [{stage: facilitator-led, from-week: 1}]
        steps:
          - {id: first, kind: set-meeting, week: 4, day: Monday, title: First, minutes: 180, text: Words.}
          - {id: meet, kind: set-meeting, week: 10, day: Monday, title: Meet, minutes: 180, text: Words.}
        """;

    private static readonly string[] Sectors = ["council", "nhs", "police", "community"];

    [Fact]
    public async Task A_set_that_answers_its_poll_by_mail_has_a_date_and_what_is_not_understood_is_said()
    {
        using var folder = new TemporaryFolder();
        var number = 0;
        Task<CommandRun> AnswerAsync(string to, string text, string from = "jo@example.org", string header = "") => CommandRun.OfAsync(
            "answer-mail", folder.Write("reply.eml", $"From: Jo <{from}>\r\nTo: Sam Lee <sam@example.org>, Poll for the date\r\n <{to}>\r\n"
                + $"Subject: Re: When can your learning set meet?\r\nMessage-ID: <{++number}@example.org>\r\n{header}MIME-Version: 1.0\r\n"
                + $"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n"),
            "--data", folder["data"]);
        async Task<string> NoAsync(string to, string text, string from = "jo@example.org", string header = "")
        {
            var error = (await AnswerAsync(to, text, from, header)).EndedWith(1).Error;
            Assert.Matches("Nothing (was changed|is counted)[.]|This mail is not counted; what they answered before stands: ", error);
            return error;
        }

        async Task<List<JsonElement>> SetsAsync() => [.. JsonDocument.Parse(
            (await CommandRun.OfAsync("groups", "--cohort", "vale", "--data", folder["data"], "--json")).EndedWith(0).Output)
            .RootElement[0].GetProperty("sets").EnumerateArray()];
        async Task<JsonElement> MeetingAsync() => (await SetsAsync())[0].GetProperty("meetings")[1];
        IReadOnlyList<string> Mails(string phase) => Directory.Exists(folder["data/mail"])
            ? [.. new PickupInbox(folder["data/mail"]).List(1000).Where(mail => mail.Name.Contains("~letter-", StringComparison.Ordinal) && mail.Brings.Contains(new StepId(phase))).Select(mail => Path.Combine(folder["data/mail"], mail.Name + ".eml"))] : [];
        int Unclear() => Directory.GetFiles(folder["data/mail"], "vale~meet.poll~*~unclear.eml").Length;

        await using (await RunningProgram.ServeAsync(folder, "2027-01-08T08:30"))
        {
            var roster = folder.Write("r.csv", string.Join("\r\n", Enumerable.Range(1, 12)
                .Select(place => $"P{place} Person,p{place}@example.org,Organisation {place},{Sectors[place % 4]}").Prepend("Name,E-mail,Organisation,Sector")));
            (await CommandRun.OfAsync(
                "launch", "--roster", roster, "--programme", folder.Write("p.yaml", Programme), "--place", "Vale", "--start", "2027-01-11", "--id", "vale", "--sender", "Sam Lee", "--sender-email",
                "sam@example.org", "--data", folder["data"])).EndedWith(0);
        }

        foreach (var (day, phase) in new[] { ("01-11", "first.proposal"), ("01-18", "first.date"), ("02-03", "first.record") })
        {
            await using (await RunningProgram.ServeAsync(folder, $"2027-{day}T10:30"))
            {
                await RunningProgram.UntilAsync(async () => (await SetsAsync()).Count > 0 && Mails(phase).Count == 12);
            }
        }

        await using (await RunningProgram.ServeAsync(folder, "2027-02-08T10:30"))
        {
            await RunningProgram.UntilAsync(async () => (await SetsAsync()).Count > 0 && Mails("meet.poll").Count == 12);
            var people = (await SetsAsync())[0].GetProperty("members").EnumerateArray().Select(member => member.GetProperty("name").GetString()!.Split(' ')[0].ToLowerInvariant()).ToList();
            var addresses = people.ConvertAll(person => PollAddress().Match(Mails("meet.poll").Select(File.ReadAllText).Single(mail => mail.Contains($"<{person}@example.org>", StringComparison.Ordinal))).Value);

            Assert.Contains("The answer cannot be read for sure. It says something beside the numbers.", await NoAsync(addresses[0], "10.30 works but not 14:00"), StringComparison.Ordinal);
            await RunningProgram.UntilAsync(async () => (await SetsAsync()).Count > 0 && Unclear() == 1);
            Assert.Contains("The numbers go from 1 to 5. Numbers alone are understood, such as \"1 3\", and \"all\" or \"none\"; or use the link in the message.", await NoAsync(addresses[0], "6"), StringComparison.Ordinal);
            Assert.Contains("The mail goes to no poll", await NoAsync("poll@replies.example.org", "1"), StringComparison.Ordinal);
            Assert.Contains("not made with the keys of this folder", await NoAsync(addresses[0][..5] + (addresses[0][5..7] == "aa" ? "bb" : "aa") + addresses[0][7..], "1"), StringComparison.Ordinal);
            Assert.Contains("A machine wrote the mail", await NoAsync(addresses[0], "1", header: "Auto-Submitted: auto-replied\r\n"), StringComparison.Ordinal);
            Assert.Contains("from the person who signs", await NoAsync(addresses[0], "1", from: "sam@example.org"), StringComparison.Ordinal);

            var first = (await AnswerAsync(addresses[0], "Hi Sam,\r\n\r\n1 and 3 please\r\n\r\nThanks\r\nJo\r\n\r\nOn Wed, 20 Jan 2027 at 09:00, Sam Lee <sam@example.org> wrote:\r\n> 2")).EndedWith(0).Output;
            Assert.Matches(@"The answer is stored: \w{3} 2027-\d\d-\d\d \d\d:\d\d and \w{3} 2027-\d\d-\d\d \d\d:\d\d suit\.", first);
            Assert.Contains("The answer is stored: none of the times suits.", (await AnswerAsync(addresses[1], "Dim un o'r rhain")).EndedWith(0).Output, StringComparison.Ordinal);
            foreach (var address in addresses.Skip(2))
            {
                Assert.Contains(" suits.", (await AnswerAsync(address.ToUpperInvariant(), "3")).EndedWith(0).Output, StringComparison.Ordinal);
            }

            await RunningProgram.UntilAsync(async () => (await MeetingAsync()).GetProperty("at").ValueKind == JsonValueKind.String);
            var third = Regex.Match(first, @"and \w{3} (\S+ \d\d:\d\d)").Groups[1].Value;
            Assert.Equal(third, (await MeetingAsync()).GetProperty("at").GetString());
            Assert.Contains("The poll has closed.", await NoAsync(addresses[0], "1"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, "There is no file ")]
    [InlineData("", "is no mail with an address it goes to.")]
    [InlineData("A letter to nobody", "is no mail with an address it goes to.")]
    [InlineData("From: jo@example.org\r\n\r\n1 3", "is no mail with an address it goes to.")]
    public async Task What_is_no_mail_is_said_before_anything_is_started(string? content, string said)
    {
        using var folder = new TemporaryFolder();
        var path = content is null ? folder["nowhere.eml"] : folder.Write("reply.eml", content);
        Assert.Contains(said, (await CommandRun.OfAsync("answer-mail", path, "--data", folder["data"])).EndedWith(1).Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["data"]));
    }

    [GeneratedRegex("poll[+][a-z0-9]+@replies[.]example[.]org")]
    private static partial Regex PollAddress();
}
