using System.Text.RegularExpressions;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Mail.Tests.Calendars;

namespace PlaceLeadership.Mail.Tests;

/// <summary>One letter that brings what has a date, a thought, two things to do and what is still open.</summary>
public sealed class LetterTests
{
    private static readonly LocalDateTime Monday = new(2026, 3, 9, 9, 30);

    [Fact]
    public void It_reads_from_top_to_bottom_as_one_letter()
    {
        var mail = Whole(Language.English);
        Assert.Equal("The date (and 3 more, 36 minutes)", mail.Subject);
        Assert.Equal(
            """
            Hello Siân: Tŷ, Prys,

            It is on.

            A thought

            Think about it.

            About 15 minutes, whenever it suits you.

            What it asks:
            - What do you see?

            Answer, keep it to yourself, or say 'not this week':
            LINK 1

            What you write there is for you alone: nobody else can read it, and you can delete it at any time.
            Please do not name residents, patients, victims or colleagues.

            When can you come?

            1. Monday

            Answer this mail.

            Answer here:
            LINK 2

            Nobody is shown who can come when; only the time that is chosen.

            And when you have a moment:
            - Somebody to meet (3 minutes, until Sunday 8 March):
              LINK 3

            Bronwen; Hughes, Dr reads replies to this mail. What is for you alone goes behind the link above.

            Still open, if you have a moment:
            - Earlier (until Thursday 19 March):
              LINK 4

            If you would rather talk to a person, I am here: 01248 000000
            """,
            Numbered(mail.Text)[..Numbered(mail.Text).LastIndexOf("\n\nBronwen", StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Welsh)]
    [InlineData(Language.NotKnown)]
    public void Text_and_HTML_have_the_same_links_one_calendar_file_and_one_address_for_the_poll(Language language)
    {
        var mail = Whole(language);
        Assert.Equal(["meet.date", "think", "meet.poll", "coach.proposal"], mail.Brings.Select(step => step.Value));
        Assert.Equal(Links(mail.Text), Links(mail.Html));
        Assert.Equal(
            ["think", "meet.poll", "coach.proposal", "earlier"],
            Links(mail.Text).Select(link => link.Split('?')[0]).Distinct().Select(link => Assert.IsType<LinkReading<AnswerLink>.Valid>(
                new LinkTokens(Invitation.Keys).Read<AnswerLink>(link, Instant.FromUtc(2026, 3, 3, 9, 0))).Link.Step.Value));
        Assert.NotNull(mail.Calendar);
        Assert.StartsWith("poll+", mail.AlsoReplyTo!.Email, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", mail.Text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(mail.Text, "^1[.] ", RegexOptions.Multiline).Select(number => number.Value).Distinct());
    }

    [Fact]
    public void Each_half_of_a_letter_in_two_languages_leads_to_pages_in_its_own()
    {
        var halves = Whole(Language.NotKnown).Text.Split("\n- - -\n");
        foreach (var (half, language) in new[] { (halves[0], "en"), (halves[1], "cy") })
        {
            var links = Regex.Matches(half, "https?://\\S+/[apl]/\\S+").Select(link => link.Value).ToList();
            Assert.InRange(links.Count, 5, int.MaxValue);
            Assert.All(links, link => Assert.EndsWith($"?lang={language}", link, StringComparison.Ordinal));
        }

        Assert.DoesNotContain("lang=", Whole(Language.Welsh).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_first_of_two_polls_is_answered_by_mail()
    {
        var mail = Invitation.Letter(
            Language.English, [(Step("one.poll", "One", LetterPart.ToDo), About("one.poll", poll: true)), (Step("two.poll", "Two", LetterPart.ToDo), About("two.poll", poll: true))]);
        Assert.Single(Regex.Matches(mail.Text, "Answer this mail"));
        Assert.Contains("- Two (3 minutes, until Monday 23 March):\n", mail.Text, StringComparison.Ordinal);
        var address = mail.AlsoReplyTo!.Email;
        Assert.True(new PollTokens(Invitation.Keys).Read(address["poll+".Length..address.IndexOf('@')])!.IsAbout(new StepId("one.poll")));
    }

    [Theory]
    [InlineData(Language.English, "Your next meeting: Monday 9 March, 09:30 (The first meeting)")]
    [InlineData(Language.Welsh, "Eich cyfarfod nesaf: dydd Llun 9 Mawrth, 09:30 (The first meeting)")]
    public void The_next_meeting_stands_on_top_of_every_letter_but_one_that_says_it_anyway(Language language, string said)
    {
        var next = new StandingMeeting(new StepId("set-meeting-one"), 1, Monday, Monday.Date, []);
        OutgoingMail With(Step step) => Invitation.Letter(language, [(step, null)], next);

        var mail = With(Step("think", "A thought", LetterPart.Thought));
        Assert.Matches($@"\A[^\n]+,\n\n{Regex.Escape(said)}\n\n", mail.Text);
        Assert.Contains($"<p>{said}</p>", mail.Html, StringComparison.Ordinal);
        Assert.Contains(said, With(Step("other.date", "Another date", LetterPart.Date)).Text, StringComparison.Ordinal);
        var date = Step("set-meeting-one.date", "Its date", LetterPart.Date);
        Assert.DoesNotContain(said, With(date).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(said, With(date with { Id = new StepId("other.called-off"), Urgency = Urgency.ChangesMeeting }).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_other_thing_is_one_in_the_subject() => Assert.Equal(
        "A thought (and one more, 18 minutes)",
        Invitation.Letter(Language.English, [(Step("think", "A thought", LetterPart.Thought), null), (Step("coach.proposal", "Somebody", LetterPart.ToDo), About("coach.proposal"))]).Subject);

    private static OutgoingMail Whole(Language language) => Invitation.Letter(
        language,
        [
            (Step("meet.date", "The date", LetterPart.Date) with { Text = LocalText.English("It is on.") }, About("meet.date", Invitation.Settled(Monday))),
            (Step("think", "A thought", LetterPart.Thought), null),
            (Step("coach.proposal", "Somebody to meet", LetterPart.ToDo), About("coach.proposal", lastDay: new LocalDate(2026, 3, 8))),
            (Step("meet.poll", "When can you come?", LetterPart.ToDo), About("meet.poll", poll: true)),
        ],
        stillOpen: new StillOpenStep(new OutboxItem(new StepId("earlier"), MessageKind.FirstReminder, new LocalDate(2026, 2, 26)), Step("earlier", "Earlier", LetterPart.Thought)));

    private static JourneyLetter About(string id, CalendarEntry? calendar = null, bool poll = false, LocalDate? lastDay = null) =>
        new(Step(id, id, LetterPart.ToDo), calendar)
        {
            LastDay = lastDay,
            ByMail = poll ? new PollByMail(LocalText.English("1. Monday\n\nAnswer this mail."), LocalText.English("1. Monday\n\nAnswer this mail."), [Monday]) : null,
        };

    private static Step Step(string id, string title, LetterPart part) => new(
        new StepId(id), part == LetterPart.Thought ? BuiltIn.Reflection : id.StartsWith("coach", StringComparison.Ordinal) ? BuiltIn.CoachingRound : BuiltIn.SetMeeting,
        LocalText.English(title), LocalText.English("Think about it."), new Placement.InWeek(4, IsoDayOfWeek.Monday), Audience.All, part == LetterPart.ToDo ? 3 : 15,
        part == LetterPart.Date ? [] : [part == LetterPart.ToDo ? new Question.MultipleChoice("choice", LocalText.English("Which?"), []) : new Question.FreeText("words", LocalText.English("What do you see?"))], [], 21, null, Stage.FacilitatorLed, [], [])
    {
        Urgency = part == LetterPart.Date ? Urgency.SaysWhenPeopleMeet : Urgency.Usual,
    };

    private static List<string> Links(string text) => [.. Regex.Matches(text, @"https://place\.example\.org/a/([^\s""]+)").Select(link => link.Groups[1].Value)];

    private static string Numbered(string text)
    {
        foreach (var (at, link) in Links(text).Index())
        {
            text = text.Replace("https://place.example.org/a/" + link, $"LINK {at + 1}", StringComparison.Ordinal);
        }

        return text;
    }
}
