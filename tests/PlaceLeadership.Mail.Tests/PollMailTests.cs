using NodaTime;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Mail.Tests.Calendars;

namespace PlaceLeadership.Mail.Tests;

/// <summary>The poll for a date as a mail that can be answered.</summary>
public sealed class PollMailTests
{
    private static readonly LocalText Page = Both("- Monday, 09:30\n- Tuesday, 13:30", "- Dydd Llun, 09:30\n- Dydd Mawrth, 13:30");

    private static readonly PollByMail Poll = new(
        Both("1. Monday, 09:30\n2. Tuesday, 13:30\n\nAnswer this mail.", "1. Dydd Llun, 09:30\n2. Dydd Mawrth, 13:30\n\nAtebwch y neges hon."),
        Both("1. Monday, 09:30\n2. Tuesday, 13:30\n\nAnswer.", "1. Dydd Llun, 09:30\n2. Dydd Mawrth, 13:30\n\nAtebwch."),
        [new(2026, 3, 2, 9, 30), new(2026, 3, 3, 13, 30)]);

    [Theory]
    [InlineData(Language.English, "1. Monday, 09:30\n2. Tuesday, 13:30\n\nAnswer this mail.", "<li>Monday, 09:30</li>\n<li>Tuesday, 13:30</li>")]
    [InlineData(Language.Welsh, "1. Dydd Llun, 09:30\n2. Dydd Mawrth, 13:30\n\nAtebwch y neges hon.", "<li>Dydd Llun, 09:30</li>\n<li>Dydd Mawrth, 13:30</li>")]
    public void Each_time_has_its_number_in_text_and_HTML(Language language, string text, string html)
    {
        var mail = Mail(language);
        Assert.Contains(text, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"<ol>\n{html}\n</ol>", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("- Monday", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://place.example.org/a/", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void In_both_languages_a_number_is_the_same_time()
    {
        var text = Mail(Language.NotKnown).Text;
        Assert.Contains("1. Monday, 09:30", text, StringComparison.Ordinal);
        Assert.Contains("1. Dydd Llun, 09:30", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessageKind.Prompt)]
    [InlineData(MessageKind.FirstReminder)]
    public void An_answer_goes_to_the_named_person_first_and_to_the_poll_as_well(MessageKind kind)
    {
        var mail = Mail(Language.Welsh, kind: kind);
        Assert.Equal("bronwen@example.org", mail.ReplyTo.Email);
        Assert.Equal("Pleidlais am y dyddiad", mail.AlsoReplyTo!.Name);
        Assert.Matches("^poll[+][a-z2-7]{56}@replies[.]example[.]org$", mail.AlsoReplyTo.Email);
        var token = new PollTokens(Invitation.Keys).Read(mail.AlsoReplyTo.Email["poll+".Length..mail.AlsoReplyTo.Email.IndexOf('@')])!;
        Assert.Equal(("p07", new LocalDate(2026, 3, 2)), (token.Participant.Value, token.SentOn));
        Assert.True(token.IsOf(new CohortId("north")) && token.IsAbout(new StepId("set-meeting-one.date")) && token.Offered(Poll.Times));
    }

    [Theory]
    [InlineData(Language.English, "Not counted: ", "this mail is not counted", "Monday, 09:30")]
    [InlineData(Language.Welsh, "Heb ei gyfrif: ", "nid yw'r neges hon wedi'i chyfrif", "1. ")]
    public void Whoever_was_not_understood_reads_so_and_has_the_times_and_the_page_again(Language language, string subject, string said, string times)
    {
        var mail = Mail(language, kind: MessageKind.Unclear);
        Assert.StartsWith(subject, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(said, mail.Text, StringComparison.Ordinal);
        Assert.Contains(times, mail.Text, StringComparison.Ordinal);
        Assert.Contains("/a/", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_answers_by_mail_are_taken_nothing_is_said_of_them()
    {
        var mail = Mail(Language.English, takesReplies: false);
        Assert.Null(mail.AlsoReplyTo);
        Assert.Contains("- Monday, 09:30", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Answer this mail", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_other_message_has_a_second_address_for_answers() => Assert.Null(Mail(Language.English, poll: false).AlsoReplyTo);

    private static OutgoingMail Mail(Language language, MessageKind kind = MessageKind.Prompt, bool poll = true, bool takesReplies = true) =>
        Invitation.Of(
            null, language: language, kind: kind, poll: poll ? Poll : null, takesReplies: takesReplies,
            step: step => step with { Text = Page, Questions = [new Question.FreeText("choice", LocalText.English("Which?"))] });

    private static LocalText Both(string english, string welsh) =>
        new(new Dictionary<string, string> { ["en"] = english, ["cy"] = welsh });
}
