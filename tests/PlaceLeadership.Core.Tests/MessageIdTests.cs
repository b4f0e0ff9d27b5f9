
namespace PlaceLeadership.Core.Tests;

public sealed class MessageIdTests
{
    [Theory]
    [InlineData(MessageKind.Prompt, "leeds/map/p7/prompt")]
    [InlineData(MessageKind.FirstReminder, "leeds/map/p7/reminder-1")]
    [InlineData(MessageKind.SecondReminder, "leeds/map/p7/reminder-2")]
    public void The_id_says_what_the_message_is_about_and_can_be_read_back(MessageKind kind, string text)
    {
        var id = new MessageId(new CohortId("leeds"), new StepId("map"), new ParticipantId("p7"), kind);
        Assert.Equal(text, id.ToString());
        Assert.Equal(id, MessageId.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("leeds/map/p7")]
    [InlineData("leeds/map/p7/prompt/more")]
    [InlineData("leeds//p7/prompt")]
    [InlineData("leeds/map/p7/reminder-3")]
    [InlineData("leeds/map/p7/Prompt")]
    public void What_is_no_id_is_read_as_none(string text) => Assert.Null(MessageId.Parse(text));

    [Theory]
    [InlineData("leeds/p7/17")]
    [InlineData("leeds/map/p7/unclear")]
    public void A_letter_goes_by_its_number_and_what_is_none_by_what_it_is_about(string text)
    {
        var id = LetterId.Parse(text)!.Value;
        Assert.Equal(text, id.ToString());
        Assert.Equal(("leeds", "p7"), (id.Cohort.Value, id.Participant.Value));
        Assert.NotEqual(id.Number == 0, id.About is null);
    }

    [Theory]
    [InlineData("leeds/p7/0")]
    [InlineData("leeds/p7/-1")]
    [InlineData("leeds/p7/ 1")]
    [InlineData("leeds/p7/1a")]
    [InlineData("leeds//1")]
    [InlineData("p7/1")]
    [InlineData("leeds/map/p7/17")]
    public void What_is_no_id_of_a_letter_is_read_as_none(string text) => Assert.Null(LetterId.Parse(text));
}
