using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>A poll for a date that can be answered by mail.</summary>
/// <param name="Text">What the message says instead: the times with their numbers, and how to answer.</param>
/// <param name="Brief">The same in short.</param>
/// <param name="Times">The times to choose from, local; the first is number 1.</param>
public sealed record PollByMail(LocalText Text, LocalText Brief, IReadOnlyList<LocalDateTime> Times)
    : ReplyByMail(Text, LearningSetsTexts.PollMailName, LearningSetsTexts.PollMailUnclear)
{
    /// <inheritdoc/>
    public override LocalText Brief { get; } = Brief;

    /// <inheritdoc/>
    public override string LocalPart(LinkTokens tokens, AnswerLink link) => PollMailDesk.PollStart + new PollTokens(tokens.Keys).Issue(
        new PollMailLink(link.Cohort, link.Participant, link.Step, link.SentOn, Times));
}
