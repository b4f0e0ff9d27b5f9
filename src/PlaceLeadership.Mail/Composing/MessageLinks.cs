using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets.ByMail;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Mail.Composing;

/// <summary>The private links of one message.</summary>
public sealed record MessageLinks(Uri Answer, Uri Pause, Uri Leave, Uri OneClick)
{
    /// <summary>Where whoever leads a set meeting moves it.</summary>
    public required Uri Meeting { get; init; }

    /// <summary>What stands for the message wherever a provider sees it.</summary>
    public required string Reference { get; init; }

    /// <summary>The address to which this person's answer to a poll goes by mail; null where no such answers are taken.</summary>
    public string? Poll { get; init; }
}

/// <summary>Makes the private links of messages.</summary>
/// <param name="tokens">Signs them.</param>
/// <param name="publicAddress">Where the pages are reached, ending in a slash.</param>
/// <param name="replyDomain">The domain at which answers to polls are taken by mail, or null.</param>
public sealed class LinkMaker(LinkTokens tokens, Uri publicAddress, string? replyDomain = null)
{
    /// <summary>The links of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="step">Its step.</param>
    /// <param name="cohort">Its cohort.</param>
    /// <param name="poll">The poll it asks to answer, or null.</param>
    public MessageLinks For(OutboxMessage message, Step step, Cohort cohort, PollByMail? poll = null)
    {
        var id = message.Id;
        var readBackUntil = message.PromptedOn.PlusDays(step.OpenDays + 1 + LinkLifetimes.ReadBackDays);
        var (readBack, pause) = (readBackUntil.At(0, cohort.Zone), message.DueOn.PlusDays(LinkLifetimes.PauseDays).At(0, cohort.Zone));
        Uri To(Link link) => new(publicAddress, tokens.PathOf(link));
        return new MessageLinks(
            To(new AnswerLink(id.Cohort, id.Participant, id.Step, message.PromptedOn, readBack)),
            To(new PauseLink(id.Cohort, id.Participant, id.Step, message.PromptedOn, pause)),
            To(new LeaveLink(id.Cohort, id.Participant, id.Step, message.PromptedOn, pause)),
            To(new OneClickLink(id.Cohort, id.Participant, id.Step, message.PromptedOn, pause)))
        {
            Meeting = To(new LeadLink(id.Cohort, id.Participant, id.Step, message.PromptedOn, readBack)),
            Reference = tokens.Refer(id.ToString()),
            Poll = replyDomain is null || poll is null ? null : PollMailDesk.Address(
                tokens.IssuePoll(new PollMailLink(id.Cohort, id.Participant, id.Step, message.PromptedOn, poll.Times)),
                replyDomain),
        };
    }
}
