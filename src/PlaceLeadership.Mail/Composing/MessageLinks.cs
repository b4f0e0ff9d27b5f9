using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Mail.Composing;

/// <summary>The private links of one message.</summary>
/// <param name="Pause">Where its reader pauses.</param>
/// <param name="Leave">Where its reader leaves.</param>
/// <param name="OneClick">Where a mail program posts to stop the messages (RFC 8058).</param>
/// <param name="Reference">What stands for the message wherever a provider sees it.</param>
public sealed record MessageLinks(Uri Pause, Uri Leave, Uri OneClick, string Reference)
{
    /// <summary>The same, to pages in a language.</summary>
    public MessageLinks In(string language) => this with { Pause = Pause.In(language), Leave = Leave.In(language) };
}

/// <summary>The private links of one thing that a message brings.</summary>
/// <param name="Answer">Where it is answered.</param>
/// <param name="Offer">Where the reader does what they may do beside replying, or null.</param>
/// <param name="ByMail">The address to which this person's answer goes by mail; null where none is taken.</param>
public sealed record ItemLinks(Uri Answer, Uri? Offer, string? ByMail)
{
    /// <summary>The same, to pages in a language.</summary>
    public ItemLinks In(string language) => this with { Answer = Answer.In(language), Offer = Offer?.In(language) };
}

internal static class LinkLanguages
{
    /// <summary>The address of the same page in a language.</summary>
    public static Uri In(this Uri link, string language) => new($"{link.AbsoluteUri}?lang={language}");
}

/// <summary>Makes the private links of messages.</summary>
/// <param name="tokens">Signs them.</param>
/// <param name="publicAddress">Where the pages are reached, ending in a slash.</param>
/// <param name="replyDomain">The domain at which answers are taken by mail, or null.</param>
public sealed class LinkMaker(LinkTokens tokens, Uri publicAddress, string? replyDomain = null)
{
    /// <summary>Where a step that a message names as still open is answered.</summary>
    public Uri ToAnswer(OutboxMessage message, StillOpenStep open, Cohort cohort) => To(Answering(message, open.Step, open.Item.PromptedOn, cohort));

    /// <summary>The links of one thing that a message brings.</summary>
    public ItemLinks For(OutboxMessage message, LetterItem item, Cohort cohort)
    {
        var answer = Answering(message, item.Step, item.Item.PromptedOn, cohort);
        return new ItemLinks(
            To(answer),
            item.About?.Offer is { } offer ? To(offer.Link(answer)) : null,
            replyDomain is null || item.About?.ByMail is not { } reply ? null : $"{reply.LocalPart(tokens, answer)}@{replyDomain}");
    }

    /// <summary>The links of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cohort">Its cohort.</param>
    public MessageLinks For(OutboxMessage message, Cohort cohort)
    {
        var (id, first) = (message.Id, message.First);
        var pause = message.DueOn.PlusDays(LinkLifetimes.PauseDays).At(0, cohort.Zone);
        return new MessageLinks(
            To(new PauseLink(id.Cohort, id.Participant, first.Step, first.PromptedOn, pause)),
            To(new LeaveLink(id.Cohort, id.Participant, first.Step, first.PromptedOn, pause)),
            To(new OneClickLink(id.Cohort, id.Participant, first.Step, first.PromptedOn, pause)),
            tokens.Refer(id.ToString()));
    }

    private static AnswerLink Answering(OutboxMessage message, Step step, LocalDate promptedOn, Cohort cohort) => new(
        message.Id.Cohort, message.Id.Participant, step.Id, promptedOn,
        promptedOn.PlusDays(step.OpenDays + 1 + LinkLifetimes.ReadBackDays).At(0, cohort.Zone));

    private Uri To(Link link) => new(publicAddress, tokens.PathOf(link));
}
