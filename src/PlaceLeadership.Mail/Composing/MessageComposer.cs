using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Markdig;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Mail.Composing;

/// <summary>
/// Writes a message: plain text and quiet HTML that say the same, to one person, signed by a named human. Nothing in it
/// reports back: no picture, no tracking link.
/// </summary>
public sealed class MessageComposer(LinkMaker links)
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    // A step's text is the same for everybody, so it is rendered once. Keyed by the text itself: versions cannot mix.
    private readonly ConcurrentDictionary<string, (string Plain, string Html)> _rendered = new(StringComparer.Ordinal);

    /// <summary>The message for one person.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="step">The step; filled in for this person if it is about a pair or a set.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="identity">To whom.</param>
    /// <param name="message">Which message.</param>
    /// <param name="about">What goes with a message about a pair or a set; otherwise null.</param>
    /// <param name="joinsLater">Whether it goes to somebody who joins later than the others.</param>
    /// <param name="stillOpen">What it names as still open.</param>
    public OutgoingMail Compose(
        Programme programme, Step step, Cohort cohort, Identity identity, OutboxMessage message, JourneyLetter? about = null,
        bool joinsLater = false, params IReadOnlyList<StillOpenStep> stillOpen)
    {
        var link = links.For(message, step, cohort, about);
        var shown = link.ByMail is null ? step : step with { Text = about!.ByMail!.Text };
        IReadOnlyList<(StillOpenStep, Uri)> named = [.. stillOpen.Select(open => (open, links.ToAnswer(message, open, cohort)))];
        var languages = LanguagesFor(identity.Entry.Language, programme);
        var letters = languages.Select(language => new Letter(programme, shown, cohort, identity, message, link, language, about, joinsLater)
        {
            StillOpen = named,
        }).ToList();
        var to = new MailAddress(identity.Entry.Name, identity.Entry.Email);
        return new OutgoingMail(
            message.Id.ToString(),
            new MailAddress(cohort.Sender.Name, cohort.Sender.Email),
            new MailAddress(cohort.Sender.Name, cohort.Sender.Email),
            to,
            string.Join(" / ", letters.Select(letter => letter.Subject)),
            string.Join("\n- - -\n\n", letters.Select(Plain)),
            Page(languages[0], letters),
            new Dictionary<string, string>
            {
                ["List-Unsubscribe"] = $"<{link.OneClick}>",
                ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
                ["Auto-Submitted"] = "auto-generated",
            })
        {
            Reference = link.Reference,
            // The named person comes first: what is not understood is not lost.
            AlsoReplyTo = link.ByMail is { } address ? new MailAddress(about!.ByMail!.Name.In(languages[0]), address) : null,
            Calendar = about?.Calendar is { } entry ? CalendarFiles.For(entry, cohort, to, languages[0], message.NotBefore) : null,
        };
    }

    /// <summary>The languages a person is written to in: the own one, or both while nobody has asked.</summary>
    public static IReadOnlyList<string> LanguagesFor(Language language, Programme programme)
    {
        IReadOnlyList<string> wanted = language switch
        {
            Language.English => ["en"],
            Language.Welsh => ["cy"],
            _ => ["en", "cy"],
        };
        IReadOnlyList<string> there = [.. wanted.Where(programme.Languages.Contains)];
        return there.Count > 0 ? there : [programme.Languages[0]];
    }

    private string Plain(Letter letter) => string.Join("\n\n", Paragraphs(letter)) + "\n";

    private IEnumerable<string> Paragraphs(Letter letter)
    {
        yield return letter.Greeting;
        if (letter.Opening is { } opening)
        {
            yield return opening;
        }

        yield return Rendered(letter).Plain;
        if (letter.Offer is var (offer, link))
        {
            yield return $"{offer}:\n{link.AbsoluteUri}";
        }

        if (letter.Asks)
        {
            yield return letter.Minutes;
            yield return string.Join("\n- ", letter.Questions.Prepend(letter.Words.Questions));
            yield return $"{letter.AnswerLink}:\n{letter.Links.Answer.AbsoluteUri}";
            yield return letter.MayHoldWords ? $"{letter.WhoSees}\n{letter.Words.NoNames}" : letter.WhoSees;
        }

        if (letter.StillOpen.Count > 0)
        {
            yield return string.Join('\n', letter.StillOpen.Select(open => $"- {letter.Named(open.Open)}:\n  {open.Link.AbsoluteUri}").Prepend(letter.Words.StillOpen));
        }

        yield return letter.Contact;
        yield return letter.Signature;
        yield return $"-- \n{letter.Why}\n{letter.Words.Pause}: {letter.Links.Pause.AbsoluteUri}\n{letter.Words.Leave}: {letter.Links.Leave.AbsoluteUri}";
    }

    private string Page(string language, IEnumerable<Letter> letters) =>
        $$"""
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head>
        <body style="margin:0;padding:16px;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.5;color:#1b1b1b;background:#ffffff">
        {{string.Join("<hr style=\"border:0;border-top:1px solid #cccccc;max-width:38em;margin:32px 0\">\n", letters.Select(Html))}}
        </body>
        </html>
        """;

    private string Html(Letter letter)
    {
        var html = new StringBuilder();
        void Paragraph(string text) => html.Append("<p>").Append(Encode(text)).Append("</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<div lang=\"{letter.Language}\" style=\"max-width:38em\">\n");
        Paragraph(letter.Greeting);
        if (letter.Opening is { } opening)
        {
            Paragraph(opening);
        }

        html.Append(Rendered(letter).Html);
        if (letter.Offer is var (offer, link))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Encode(link.AbsoluteUri)}\" style=\"color:#0b4f8a\">{Encode(offer)}</a></p>\n");
        }

        if (letter.Asks)
        {
            Paragraph(letter.Minutes);
            Paragraph(letter.Words.Questions);
            html.Append("<ul>\n").AppendJoin('\n', letter.Questions.Select(question => $"<li>{Encode(question)}</li>")).Append("\n</ul>\n");
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Encode(letter.Links.Answer.AbsoluteUri)}\" style=\"color:#0b4f8a;font-weight:bold\">{Encode(letter.AnswerLink)}</a></p>\n");
            Paragraph(letter.MayHoldWords ? letter.WhoSees + " " + letter.Words.NoNames : letter.WhoSees);
        }

        if (letter.StillOpen.Count > 0)
        {
            Paragraph(letter.Words.StillOpen);
            html.Append("<ul>\n").AppendJoin('\n', letter.StillOpen.Select(open =>
                $"<li><a href=\"{Encode(open.Link.AbsoluteUri)}\" style=\"color:#0b4f8a\">{Encode(letter.Named(open.Open))}</a></li>")).Append("\n</ul>\n");
        }

        Paragraph(letter.Contact);
        html.Append("<p>").Append(Encode(letter.Signature).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p style=\"font-size:14px;color:#505050\">{Encode(letter.Why)}<br>\n<a href=\"{Encode(letter.Links.Pause.AbsoluteUri)}\" style=\"color:#505050\">{Encode(letter.Words.Pause)}</a> &middot; <a href=\"{Encode(letter.Links.Leave.AbsoluteUri)}\" style=\"color:#505050\">{Encode(letter.Words.Leave)}</a></p>\n</div>\n");
        return html.ToString();
    }

    // What a journey fills in may name people, so it is written for one of them, and not remembered.
    private (string Plain, string Html) Rendered(Letter letter) => letter.Step.Kind is Journey
        ? Render(letter.Body)
        : _rendered.GetOrAdd(letter.Body, Render);

    private static (string Plain, string Html) Render(string markdown) =>
        (PlainText.From(markdown, Markdown), Markdig.Markdown.ToHtml(markdown, Markdown));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private sealed record Letter(
        Programme Programme, Step Step, Cohort Cohort, Identity Identity, OutboxMessage Message, MessageLinks Links, string Language,
        JourneyLetter? About, bool JoinsLater)
    {
        public ComposingTexts Words { get; } = ComposingTexts.In(Language);

        public IReadOnlyList<(StillOpenStep Open, Uri Link)> StillOpen { get; init; } = [];

        public string Named(StillOpenStep open) => Words.StillOpenLine(open.Step.Title.In(Language), Day(open.ClosesOn));

        public bool Asks => Step.AsksForReply;

        public string Subject => Message.Id.Kind switch
        {
            MessageKind.Prompt => Step.Title.In(Language),
            MessageKind.FirstReminder => Words.FirstReminderSubject(Step.Title.In(Language)),
            MessageKind.Unclear => Words.UnclearSubject(Step.Title.In(Language)),
            _ => Words.LastReminderSubject(Step.Title.In(Language)),
        };

        public string Greeting => Words.Greeting(Identity.Entry.Name);

        public string? Opening => Message.Id.Kind switch
        {
            MessageKind.Prompt => IsLateWelcome ? Words.LateWelcome(Day(Cohort.Start)) : null,
            MessageKind.Unclear => About?.ByMail?.Unclear.In(Language),
            MessageKind.FirstReminder => Step.Id.IsWhole ? Words.FirstReminder(Day(Message.PromptedOn)) : Words.TellReminder(Day(Message.PromptedOn)),
            _ => Words.LastReminder(Day(Message.PromptedOn), Day(Message.PromptedOn.PlusDays(Step.OpenDays))),
        };

        private bool IsLateWelcome => JoinsLater && Step.Id == Programme.Welcome?.Id;

        public string Body => Step.Text.In(Language);

        public (string Words, Uri Link)? Offer => About?.Offer is { } offer && Links.Offer is { } link ? (offer.InLetter.In(Language), link) : null;

        public string Minutes => Step.Minutes == 1 ? Words.OneMinute : Words.Minutes(Step.Minutes);

        public IEnumerable<string> Questions => Step.Questions.Select(question => question.Text.In(Language));

        public string AnswerLink => Step.Id.IsWhole ? Words.AnswerLink : Words.TellLink;

        public bool MayHoldWords => Step.Id.IsWhole || Step.Questions.Any(question => question is Question.FreeText);

        public string WhoSees => (Step.Id.IsWhole ? null : Step.Kind.WhoSees(Step))?.In(Language) ?? (Step.Kind.CountsAnswers ? Words.Counted : Words.Private);

        public string Contact => Words.Contact(Cohort.Sender.Contact);

        public string Signature => $"{Cohort.Sender.Name}\n{Programme.Title.In(Language)}, {Cohort.Place}";

        public string Why => Words.Why(Programme.Title.In(Language), Cohort.Place);

        private string Day(LocalDate day) => LocalDays.InWords(day, Language);
    }
}
