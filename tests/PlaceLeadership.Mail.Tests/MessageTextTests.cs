using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Mail.Tests.Calendars;

namespace PlaceLeadership.Mail.Tests;

/// <summary>The words around what a step says.</summary>
public sealed class MessageTextTests
{
    private static readonly LocalText Lists = LocalText.English("First:\n\n- one\n\n  more of one\n\n- two\n\n\n\n> said\n\nLast.");

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Welsh)]
    [InlineData(Language.NotKnown)]
    public void No_two_empty_lines_follow_each_other_and_no_paragraph_is_empty(Language language)
    {
        foreach (var kind in Enum.GetValues<MessageKind>())
        {
            var mail = Invitation.Of(null, language: language, step: step => step with { Text = Lists, Questions = [Question] }, kind: kind);

            Assert.DoesNotContain("\n\n\n", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"<(p|li|ul)>\s*</\1>", mail.Html);
            Assert.DoesNotContain(mail.Text, letter => letter is '{' or '}');
        }
    }

    [Theory]
    [InlineData(Language.English, 1, "About a minute, whenever it suits you.")]
    [InlineData(Language.English, 2, "About 2 minutes, whenever it suits you.")]
    [InlineData(Language.Welsh, 1, "Tua munud, pryd bynnag sy'n gyfleus i chi.")]
    public void One_minute_is_a_minute(Language language, int minutes, string said) => Assert.Contains(
        said, Invitation.Of(null, language: language, step: step => step with { Minutes = minutes, Questions = [Question] }).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(Language.English, "I sent you this on Monday 2 March, and it is still open.")]
    [InlineData(Language.Welsh, "Anfonais hwn atoch ar ddydd Llun 2 Mawrth, ac mae'n dal ar agor.")]
    public void A_reminder_about_a_pair_or_a_set_offers_no_tap_that_its_page_does_not_have(Language language, string said) => Assert.Contains(
        said,
        Invitation.Of(null, language: language, step: step => step with { Questions = [Question] }, kind: MessageKind.FirstReminder).Text,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(Language.English, "Still open, if you have a moment:", "How is it going? (until Thursday 19 March)")]
    [InlineData(Language.Welsh, "Yn dal ar agor, os oes gennych eiliad:", "Sut mae'n mynd? (tan ddydd Iau 19 Mawrth)")]
    public void What_is_still_open_stands_below_with_its_own_link_and_last_day(Language language, string said, string line)
    {
        var mail = Invitation.Of(null, language: language, stillOpen: [Open("one", "How is it going?", "Sut mae'n mynd?"), Open("two", "<b> & co", "<b> a'r cwmni")]);

        var links = Regex.Matches(mail.Text, @"^  https://place\.example\.org/a/(\S+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList();
        Assert.Contains(said, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"\n- {line}:\n  https://place.example.org/a/{links[0]}\n- <b>", mail.Text, StringComparison.Ordinal);
        Assert.Equal(["one", "two"], links.Select(link => Assert.IsType<LinkReading<AnswerLink>.Valid>(
            new LinkTokens(Invitation.Keys).Read<AnswerLink>(link, Instant.FromUtc(2026, 3, 18, 9, 0))).Link.Step.Value));
        Assert.Contains($"/a/{links[0]}\" style=\"color:#0b4f8a\">{WebUtility.HtmlEncode(line)}</a>", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(said, Invitation.Of(null, language: language).Text, StringComparison.Ordinal);
    }

    private static StillOpenStep Open(string id, string english, string welsh)
    {
        var title = new LocalText(new Dictionary<string, string> { ["en"] = english, ["cy"] = welsh });
        var step = new Step(
            new StepId(id), BuiltIn.Reflection, title, title, new Placement.InWeek(4, IsoDayOfWeek.Monday), Audience.All, 10, [Question], [3], 21, null,
            Stage.FacilitatorLed, [], []);
        return new StillOpenStep(new OutboxItem(step.Id, MessageKind.FirstReminder, new LocalDate(2026, 2, 26)), step);
    }

    private static Question Question { get; } = new Question.FreeText("words", LocalText.English("How was it?"));
}
