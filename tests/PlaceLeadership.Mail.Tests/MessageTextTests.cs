using NodaTime;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
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

    private static Question Question { get; } = new Question.FreeText("words", LocalText.English("How was it?"));
}
