using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Mail.Composing;

/// <summary>The private links of one message.</summary>
public sealed record MessageLinks(Uri Answer, Uri Pause, Uri Leave, Uri OneClick)
{
    /// <summary>Where the reader does what they may do beside replying, or null.</summary>
    public Uri? Offer { get; init; }

    /// <summary>What stands for the message wherever a provider sees it.</summary>
    public required string Reference { get; init; }

    /// <summary>The address to which this person's answer goes by mail; null where none is taken.</summary>
    public string? ByMail { get; init; }
}

/// <summary>Makes the private links of messages.</summary>
/// <param name="tokens">Signs them.</param>
/// <param name="publicAddress">Where the pages are reached, ending in a slash.</param>
/// <param name="replyDomain">The domain at which answers are taken by mail, or null.</param>
public sealed class LinkMaker(LinkTokens tokens, Uri publicAddress, string? replyDomain = null)
{
    /// <summary>Where a step that a message names as still open is answered.</summary>
    public Uri ToAnswer(OutboxMessage message, StillOpenStep open, Cohort cohort) => To(Answering(message, open.Step, open.Item.PromptedOn, cohort));

    /// <summary>The links of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="step">Its step.</param>
    /// <param name="cohort">Its cohort.</param>
    /// <param name="about">What its journey fills in, or null.</param>
    public MessageLinks For(OutboxMessage message, Step step, Cohort cohort, JourneyLetter? about = null)
    {
        var id = message.Id;
        var pause = message.DueOn.PlusDays(LinkLifetimes.PauseDays).At(0, cohort.Zone);
        var answer = Answering(message, step, message.PromptedOn, cohort);
        return new MessageLinks(
            To(answer),
            To(new PauseLink(id.Cohort, id.Participant, id.Step, message.PromptedOn, pause)),
            To(new LeaveLink(id.Cohort, id.Participant, id.Step, message.PromptedOn, pause)),
            To(new OneClickLink(id.Cohort, id.Participant, id.Step, message.PromptedOn, pause)))
        {
            Offer = about?.Offer is { } offer ? To(offer.Link(answer)) : null,
            Reference = tokens.Refer(id.ToString()),
            ByMail = replyDomain is null || about?.ByMail is not { } reply ? null : $"{reply.LocalPart(tokens, answer)}@{replyDomain}",
        };
    }

    private static AnswerLink Answering(OutboxMessage message, Step step, LocalDate promptedOn, Cohort cohort) => new(
        message.Id.Cohort, message.Id.Participant, step.Id, promptedOn,
        promptedOn.PlusDays(step.OpenDays + 1 + LinkLifetimes.ReadBackDays).At(0, cohort.Zone));

    private Uri To(Link link) => new(publicAddress, tokens.PathOf(link));
}
