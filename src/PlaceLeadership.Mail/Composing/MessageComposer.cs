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
    /// <param name="cohort">The cohort.</param>
    /// <param name="identity">To whom.</param>
    /// <param name="message">Which message.</param>
    /// <param name="brought">What it brings, one thing at least.</param>
    /// <param name="joinsLater">Whether it goes to somebody who joins later than the others.</param>
    /// <param name="next">The reader's next meeting that stands, which a letter always tells; null when none has a date.</param>
    /// <param name="stillOpen">What it names as still open.</param>
    public OutgoingMail Compose(
        Programme programme, Cohort cohort, Identity identity, OutboxMessage message, IReadOnlyList<LetterItem> brought,
        bool joinsLater = false, StandingMeeting? next = null, params IReadOnlyList<StillOpenStep> stillOpen)
    {
        var link = links.For(message, cohort);
        IReadOnlyList<(LetterItem Item, ItemLinks Links)> items = [.. brought.Select(item => (item, links.For(message, item, cohort)))];
        IReadOnlyList<(StillOpenStep, Uri)> named = [.. stillOpen.Select(open => (open, links.ToAnswer(message, open, cohort)))];
        var byMail = items.FirstOrDefault(item => item.Links.ByMail is not null);
        var languages = LanguagesFor(identity.Entry.Language, programme);
        // Each half of a letter in two languages leads to pages in its own.
        var inTwo = languages.Count > 1;
        var letters = languages.Select(language => new Letter(programme, cohort, identity, message, inTwo ? link.In(language) : link, language, joinsLater)
        {
            Items = [.. items.Select((item, at) => new Part(item.Item, inTwo ? item.Links.In(language) : item.Links, language, IsFirst: at == 0, TakesMail: item == byMail))],
            StillOpen = [.. named.Select(open => inTwo ? (open.Item1, open.Item2.In(language)) : open)],
            Next = next is not null && message.First.Kind == MessageKind.Prompt && !brought.Any(item => TellsOf(item.Step, next)) ? next : null,
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
            Brings = [.. letters[0].InFull.Concat(letters[0].InShort).Select(part => part.Step.Id)],
            // The named person comes first: what is not understood is not lost.
            AlsoReplyTo = byMail.Links?.ByMail is { } address ? new MailAddress(byMail.Item.About!.ByMail!.Name.In(languages[0]), address) : null,
            Calendar = brought.Select(item => item.About?.Calendar).OfType<CalendarEntry>().FirstOrDefault() is { } entry
                ? CalendarFiles.For(entry, cohort, to, languages[0], message.NotBefore) : null,
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

    // What has a date says it itself, and whoever hears that nobody should travel reads nothing else.
    private static bool TellsOf(Step step, StandingMeeting meeting) =>
        step.IsChangeOfMeeting || (step.Part == LetterPart.Date && step.Id.Whole == meeting.StepId);

    private string Plain(Letter letter) => string.Join("\n\n", Paragraphs(letter)) + "\n";

    private IEnumerable<string> Paragraphs(Letter letter)
    {
        yield return letter.Greeting;
        if (letter.NextMeeting is { } meeting)
        {
            yield return meeting;
        }

        foreach (var paragraph in letter.InFull.SelectMany(part => Paragraphs(letter, part)))
        {
            yield return paragraph;
        }

        if (letter.InShort.Count > 0)
        {
            yield return string.Join('\n', letter.InShort.Select(part => $"- {letter.ToDo(part)}:\n  {part.Links.Answer.AbsoluteUri}").Prepend(letter.Words.ToDos));
        }

        if (letter.HoldsThought)
        {
            yield return letter.WhoReadsMail;
        }

        if (letter.StillOpen.Count > 0)
        {
            yield return string.Join('\n', letter.StillOpen.Select(open => $"- {letter.Named(open.Open)}:\n  {open.Link.AbsoluteUri}").Prepend(letter.Words.StillOpen));
        }

        yield return letter.Contact;
        yield return letter.Signature;
        yield return $"-- \n{letter.Why}\n{letter.Pause}: {letter.Links.Pause.AbsoluteUri}\n{letter.Words.Leave}: {letter.Links.Leave.AbsoluteUri}";
    }

    private IEnumerable<string> Paragraphs(Letter letter, Part part)
    {
        if (!part.IsFirst)
        {
            yield return part.Title;
        }

        if (letter.OpeningOf(part) is { } opening)
        {
            yield return opening;
        }

        yield return Rendered(part).Plain;
        if (part.Offer is var (offer, link))
        {
            yield return $"{offer}:\n{link.AbsoluteUri}";
        }

        if (part.Step.AsksForReply)
        {
            if (!part.IsBrief)
            {
                yield return part.Minutes;
                yield return string.Join("\n- ", part.Questions.Prepend(letter.Words.Questions));
            }

            yield return $"{part.AnswerLink}:\n{part.Links.Answer.AbsoluteUri}";
            yield return part.MayHoldWords ? $"{part.WhoSees}\n{letter.Words.NoNames}" : part.WhoSees;
        }
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
        html.Append(CultureInfo.InvariantCulture, $"<div lang=\"{letter.Language}\" style=\"max-width:38em\">\n");
        void Links(string before, IEnumerable<(string Words, Uri Link)> lines)
        {
            html.Append(Paragraph(before));
            html.Append("<ul>\n").AppendJoin('\n', lines.Select(line =>
                $"<li><a href=\"{Encode(line.Link.AbsoluteUri)}\" style=\"color:#0b4f8a\">{Encode(line.Words)}</a></li>")).Append("\n</ul>\n");
        }

        html.Append(Paragraph(letter.Greeting));
        html.Append(letter.NextMeeting is { } meeting ? Paragraph(meeting) : "");
        html.AppendJoin("", letter.InFull.Select(part => Html(letter, part)));
        if (letter.InShort.Count > 0)
        {
            Links(letter.Words.ToDos, letter.InShort.Select(part => (letter.ToDo(part), part.Links.Answer)));
        }

        if (letter.HoldsThought)
        {
            html.Append(Paragraph(letter.WhoReadsMail));
        }

        if (letter.StillOpen.Count > 0)
        {
            Links(letter.Words.StillOpen, letter.StillOpen.Select(open => (letter.Named(open.Open), open.Link)));
        }

        html.Append(Paragraph(letter.Contact));
        html.Append("<p>").Append(Encode(letter.Signature).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p style=\"font-size:14px;color:#505050\">{Encode(letter.Why)}<br>\n<a href=\"{Encode(letter.Links.Pause.AbsoluteUri)}\" style=\"color:#505050\">{Encode(letter.Pause)}</a> &middot; <a href=\"{Encode(letter.Links.Leave.AbsoluteUri)}\" style=\"color:#505050\">{Encode(letter.Words.Leave)}</a></p>\n</div>\n");
        return html.ToString();
    }

    private string Html(Letter letter, Part part)
    {
        var html = new StringBuilder();
        if (!part.IsFirst)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2 style=\"font-size:19px;margin:28px 0 8px\">{Encode(part.Title)}</h2>\n");
        }

        if (letter.OpeningOf(part) is { } opening)
        {
            html.Append(Paragraph(opening));
        }

        html.Append(Rendered(part).Html);
        if (part.Offer is var (offer, link))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Encode(link.AbsoluteUri)}\" style=\"color:#0b4f8a\">{Encode(offer)}</a></p>\n");
        }

        if (part.Step.AsksForReply)
        {
            if (!part.IsBrief)
            {
                html.Append(Paragraph(part.Minutes));
                html.Append(Paragraph(letter.Words.Questions));
                html.Append("<ul>\n").AppendJoin('\n', part.Questions.Select(question => $"<li>{Encode(question)}</li>")).Append("\n</ul>\n");
            }

            html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Encode(part.Links.Answer.AbsoluteUri)}\" style=\"color:#0b4f8a;font-weight:bold\">{Encode(part.AnswerLink)}</a></p>\n");
            html.Append(Paragraph(part.MayHoldWords ? part.WhoSees + " " + letter.Words.NoNames : part.WhoSees));
        }

        return html.ToString();
    }

    // What a journey fills in may name people, so it is written for one of them, and not remembered.
    private (string Plain, string Html) Rendered(Part part) => part.Step.Kind is Journey
        ? Render(part.Body)
        : _rendered.GetOrAdd(part.Body, Render);

    private static (string Plain, string Html) Render(string markdown) =>
        (PlainText.From(markdown, Markdown), Markdig.Markdown.ToHtml(markdown, Markdown));

    private static string Paragraph(string text) => $"<p>{Encode(text)}</p>\n";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private sealed record Letter(
        Programme Programme, Cohort Cohort, Identity Identity, OutboxMessage Message, MessageLinks Links, string Language, bool JoinsLater)
    {
        public ComposingTexts Words { get; } = ComposingTexts.In(Language);

        public required IReadOnlyList<Part> Items { get; init; }

        public IReadOnlyList<(StillOpenStep Open, Uri Link)> StillOpen { get; init; } = [];

        public StandingMeeting? Next { get; init; }

        public string? NextMeeting => Next is not { } meeting || Programme.Steps.FirstOrDefault(step => step.Id == meeting.StepId) is not { } step ? null
            : Words.NextMeeting(LocalDays.InWords(meeting.At, Language), step.Title.In(Language));

        public IEnumerable<Part> InFull => Items.Where(part => part.IsInFull);

        public IReadOnlyList<Part> InShort => [.. Items.Where(part => !part.IsInFull)];

        public string Named(StillOpenStep open) => Words.StillOpenLine(open.Step.Title.In(Language), Day(open.ClosesOn));

        public string ToDo(Part part) => part.Step.Minutes == 1
            ? Words.ToDoOfAMinute(part.Title, Day(part.ClosesOn)) : Words.ToDo(part.Title, part.Step.Minutes, Day(part.ClosesOn));

        public string Subject => Message.First.Kind switch
        {
            MessageKind.Prompt => InBrackets(Items[0].Title, More, Minutes),
            MessageKind.FirstReminder => Words.FirstReminderSubject(Items[0].Title),
            MessageKind.Unclear => Words.UnclearSubject(Items[0].Title),
            _ => Words.LastReminderSubject(Items[0].Title),
        };

        private string? More => Items.Count switch
        {
            1 => null,
            2 => Words.SubjectAndOne,
            _ => Words.SubjectAndMore(Items.Count - 1),
        };

        // What only informs is read at once.
        private string? Minutes => !Items.Any(part => part.Step.AsksForReply) ? null
            : Items.Sum(part => part.Step.LetterMinutes) is > 1 and var minutes ? Words.SubjectMinutes(minutes) : Words.SubjectOneMinute;

        private static string InBrackets(string title, params IEnumerable<string?> said) =>
            string.Join(", ", said.OfType<string>()) is { Length: > 0 } all ? $"{title} ({all})" : title;

        public string Greeting => Words.Greeting(Identity.Entry.Name);

        public string? OpeningOf(Part part) => part.Of.Item.Kind switch
        {
            MessageKind.Prompt => JoinsLater && part.Step.Id == Programme.Welcome?.Id ? Words.LateWelcome(Day(Cohort.Start)) : null,
            MessageKind.Unclear => part.Of.About?.ByMail?.Unclear.In(Language),
            MessageKind.FirstReminder => part.Step.Id.IsWhole ? Words.FirstReminder(Day(Message.First.PromptedOn)) : Words.TellReminder(Day(Message.First.PromptedOn)),
            _ => Words.LastReminder(Day(Message.First.PromptedOn), Day(part.ClosesOn)),
        };

        public bool HoldsThought => Items.Any(part => part.Step is { AsksForReply: true, Part: LetterPart.Thought });

        public string WhoReadsMail => Words.WhoReadsMail(Cohort.Sender.Name);

        public string Contact => Words.Contact(Cohort.Sender.Contact);

        public string Signature => $"{Cohort.Sender.Name}\n{Programme.Title.In(Language)}, {Cohort.Place}";

        public string Pause => Programme.Rhythm.IsWeekly ? Words.PauseOrChoose : Words.Pause;

        public string Why => Words.Why(Programme.Title.In(Language), Cohort.Place);

        private string Day(LocalDate day) => LocalDays.InWords(day, Language);
    }

    /// <summary>One thing that a letter brings, in one language.</summary>
    private sealed record Part(LetterItem Of, ItemLinks Links, string Language, bool IsFirst, bool TakesMail)
    {
        private readonly ComposingTexts _words = ComposingTexts.In(Language);

        public Step Step => Of.Step;

        /// <summary>Whether it stands there as it is; what is to be done beside it is a line with a link.</summary>
        public bool IsInFull => IsFirst || TakesMail || Step.Part != LetterPart.ToDo;

        public string Title => Step.Title.In(Language);

        /// <summary>Whether it stands in short, though it is answered by mail.</summary>
        public bool IsBrief => TakesMail && !IsFirst;

        public string Body => (!TakesMail ? Step.Text : IsBrief ? Of.About!.ByMail!.Brief : Of.About!.ByMail!.Text).In(Language);

        public LocalDate ClosesOn => Step.ClosesOn(Of.Item.PromptedOn, Of.About?.LastDay);

        public (string Words, Uri Link)? Offer => Of.About?.Offer is { } offer && Links.Offer is { } link ? (offer.InLetter.In(Language), link) : null;

        public string Minutes => Step.Minutes == 1 ? _words.OneMinute : _words.Minutes(Step.Minutes);

        public IEnumerable<string> Questions => Step.Questions.Select(question => question.Text.In(Language));

        public string AnswerLink => Step.Id.IsWhole ? _words.AnswerLink : _words.TellLink;

        public bool MayHoldWords => Step.Id.IsWhole || Step.Questions.Any(question => question is Question.FreeText);

        public string WhoSees => (Step.Id.IsWhole ? null : Step.Kind.WhoSees(Step))?.In(Language) ?? (Step.Kind.CountsAnswers ? _words.Counted : _words.Private);
    }
}
