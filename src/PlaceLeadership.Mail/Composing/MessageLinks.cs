using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Messages;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Time;

namespace PlaceLeadership.Mail.Composing;

/// <summary>The private links of one message.</summary>
public sealed record MessageLinks(Uri Answer, Uri Pause, Uri Leave, Uri OneClick)
{
    /// <summary>Where whoever leads a set meeting moves it.</summary>
    public required Uri Meeting { get; init; }
}

/// <summary>Makes the private links of messages.</summary>
/// <param name="tokens">Signs them.</param>
/// <param name="publicAddress">Where the pages are reached, ending in a slash.</param>
public sealed class LinkMaker(LinkTokens tokens, Uri publicAddress)
{
    /// <summary>The links of a message.</summary>
    public MessageLinks For(OutboxMessage message, Step step, Cohort cohort)
    {
        var id = message.Id;
        var readBackUntil = message.PromptedOn.PlusDays(step.OpenDays + 1 + LinkLifetimes.ReadBackDays);
        Uri Link(string path, LinkPurpose purpose, LocalDate expires) => new(publicAddress, path + "/" + tokens.Issue(
            new Link(purpose, id.Cohort, id.Participant, id.Step, message.PromptedOn, expires.At(0, cohort.Zone))));
        var pauseUntil = message.DueOn.PlusDays(LinkLifetimes.PauseDays);
        return new MessageLinks(
            Link("a", LinkPurpose.Answer, readBackUntil),
            Link("p", LinkPurpose.Pause, pauseUntil),
            Link("l", LinkPurpose.Leave, pauseUntil),
            Link("u", LinkPurpose.OneClick, pauseUntil))
        {
            Meeting = Link("m", LinkPurpose.Meeting, readBackUntil),
        };
    }
}
