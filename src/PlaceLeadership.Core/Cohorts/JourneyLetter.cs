using NodaTime;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>A message of a journey, filled in for one person.</summary>
/// <param name="Step">The step with its text and questions filled in.</param>
/// <param name="Calendar">The calendar file that goes with it, or null.</param>
public sealed record JourneyLetter(Step Step, CalendarEntry? Calendar)
{
    /// <summary>The step whose words are to be looked back on, or null.</summary>
    public StepId? LooksBackOn { get; init; }

    /// <summary>What the reader may do beside replying, or null.</summary>
    public LetterOffer? Offer { get; init; }

    /// <summary>The last day on which it can be answered, where the journey closes it by itself, as <see cref="Journey.LastDay"/> says; null where that follows from the step.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>How it is answered by mail, where a host takes such answers; null where it is answered on the page alone.</summary>
    public ReplyByMail? ByMail { get; init; }
}

/// <summary>What a reader may do beside replying, behind a link of its own.</summary>
/// <param name="InLetter">How the letter says so.</param>
/// <param name="OnPage">How the page of the message says so.</param>
/// <param name="Link">The link, made from the one by which the message is answered.</param>
public sealed record LetterOffer(LocalText InLetter, LocalText OnPage, Func<AnswerLink, Link> Link);

/// <summary>How a message is answered by mail. Its kind of step reads what comes back; see <see cref="Replies.MailReplies"/>.</summary>
/// <param name="Text">What the message says instead: with how to answer.</param>
/// <param name="Name">The name beside the address that takes the answer.</param>
/// <param name="Unclear">How the one message begins that says that an answer could not be read.</param>
public abstract record ReplyByMail(LocalText Text, LocalText Name, LocalText Unclear)
{
    /// <summary>The same in short, where it stands beside other things.</summary>
    public virtual LocalText Brief => Text;

    /// <summary>What stands before the @ in the address for this person's answer.</summary>
    public abstract string LocalPart(LinkTokens tokens, AnswerLink link);
}
