using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;

namespace PlaceLeadership.Web.Tests.Journeys;

/// <summary>Suggest a sentence, by a link that no other kind of step has.</summary>
internal sealed record SuggestLink(CohortId Cohort, ParticipantId Participant, StepId Step, NodaTime.LocalDate SentOn, NodaTime.Instant Expires)
    : PersonLink(Cohort, Participant, Step, SentOn, Expires), ILink<SuggestLink>
{
    public static LinkPurpose Purpose { get; } = new("suggest", "suggest-quote");

    public override LinkPurpose Serves => Purpose;

    public static SuggestLink Read(WrittenLink written) => new(written.Cohort, written.Participant, written.Step, written.Day, written.Expires);
}

/// <summary>The choice as a mail that can be answered with its word.</summary>
internal sealed record QuoteByMail(LocalText Choices)
    : ReplyByMail(LocalText.English(Choices.In("en") + " Or answer this mail: walk, or ask."), LocalText.English("A quote"), LocalText.English("Neither walk nor ask."))
{
    public override string LocalPart(LinkTokens tokens, AnswerLink link) => QuoteReplies.Start + tokens.Issue(link);
}

/// <summary>Takes the word that came by mail.</summary>
internal sealed class QuoteReplies(ReplyDesk replies, LinkTokens tokens, TimeProvider clock) : MailReplies
{
    public const string Start = "quote+";

    public override string AddressStart => Start;

    public override async Task<MailTaking> TakeAsync(ReceivedMail mail, CancellationToken cancellation) =>
        tokens.Read<AnswerLink>(mail.To[0].Split('@')[0][Start.Length..], Core.Calendar.Clocks.Now(clock)) is not LinkReading<AnswerLink>.Valid { Link: var link }
            ? MailTaking.Refused
            : await replies.AnswerAsync(link, new AnswerForm(new Dictionary<string, IReadOnlyList<string>> { [QuoteJourney.Question] = [mail.Text] }), cancellation)
                is ReplyOutcome.Done ? MailTaking.Stored : MailTaking.Unreadable;
}
