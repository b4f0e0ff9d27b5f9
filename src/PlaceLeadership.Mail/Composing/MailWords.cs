using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Mail.Composing;

/// <summary>
/// The fixed words around a step's text, in one language. A day in Welsh begins with <c>dydd</c>, which <c>ar d{0}</c> makes
/// <c>ar ddydd</c>.
/// </summary>
internal sealed record MailWords(
    string Greeting, string FirstReminder, string LastReminder, string FirstReminderSubject, string LastReminderSubject,
    string Minutes, string Questions, string AnswerLink, string Private, string Counted, string NoNames, string Contact,
    string Pause, string Leave, string Why)
{
    /// <summary>The link of a message about a pair or a set.</summary>
    public required string TellLink { get; init; }

    /// <summary>How a reminder of a message about a pair or a set begins, which no tap puts off.</summary>
    public required string TellReminder { get; init; }

    /// <summary>Instead of how many minutes, when it is one.</summary>
    public required string OneMinute { get; init; }

    /// <summary>The link by which whoever leads moves the meeting.</summary>
    public required string MoveLink { get; init; }

    /// <summary>The name of the address that takes answers to a poll.</summary>
    public required string PollName { get; init; }

    /// <summary>How the welcome begins for somebody who joins later.</summary>
    public required string LateWelcome { get; init; }

    /// <summary>The subject of the one answer to a mail that could not be read.</summary>
    public required string UnclearSubject { get; init; }

    /// <summary>How it begins.</summary>
    public required string Unclear { get; init; }

    public static MailWords In(string language) => language == "cy" ? Welsh : English;

    /// <summary>The sentence about who sees an answer.</summary>
    public string WhoSees(StepKind kind) => kind.CountsAnswers ? Counted : Private;

    private static MailWords English { get; } = new(
        Greeting: "Hello {0},",
        FirstReminder: "I sent you this on {0}. If it has been one of those weeks, say so with one tap, or let it be.",
        LastReminder: "This is my last note about the question I sent on {0}. It stays open until {1}, in case a quiet moment comes.",
        FirstReminderSubject: "Still open: {0}",
        LastReminderSubject: "Last note: {0}",
        Minutes: "About {0} minutes, whenever it suits you.",
        Questions: "What it asks:",
        AnswerLink: "Answer, keep it to yourself, or say 'not this week'",
        Private: "What you write there is for you alone: nobody else can read it, and you can delete it at any time.",
        Counted: "What you tick is counted together with everybody's, never shown with your name. What you write in your own words is for you alone.",
        NoNames: "Please do not name residents, patients, victims or colleagues.",
        Contact: "If you would rather talk to a person, I am here: {0}",
        Pause: "Pause these messages",
        Leave: "Leave the programme",
        Why: "You get this because you take part in “{0}” in {1}.")
    {
        TellLink = "Answer here",
        TellReminder = "I sent you this on {0}, and it is still open.",
        OneMinute = "About a minute, whenever it suits you.",
        MoveLink = "You lead this meeting. If it has to move, or cannot take place, say so here",
        PollName = "Poll for the date",
        LateWelcome = "The programme began on {0}, and you join it now. This is what everybody read at the beginning:",
        UnclearSubject = "Not counted: {0}",
        Unclear = "Thank you for your mail. I could not be sure which times you mean, so this mail is not counted; what you chose before, if anything, stands. Choose them on the page below, or answer with the numbers alone, such as 1 3.",
    };

    private static MailWords Welsh { get; } = new(
        Greeting: "Helo {0},",
        FirstReminder: "Anfonais hwn atoch ar d{0}. Os yw hi wedi bod yn wythnos felly, dywedwch hynny gydag un clic, neu gadewch iddo fod.",
        LastReminder: "Dyma fy nodyn olaf am y cwestiwn a anfonais ar d{0}. Mae'n aros ar agor tan d{1}, rhag ofn y daw munud tawel.",
        FirstReminderSubject: "Dal ar agor: {0}",
        LastReminderSubject: "Nodyn olaf: {0}",
        Minutes: "Tua {0} munud, pryd bynnag sy'n gyfleus i chi.",
        Questions: "Beth mae'n ei ofyn:",
        AnswerLink: "Atebwch, cadwch ef i chi'ch hun, neu dywedwch 'nid yr wythnos hon'",
        Private: "I chi yn unig y mae'r hyn a ysgrifennwch yno: ni all neb arall ei ddarllen, a gallwch ei ddileu unrhyw bryd.",
        Counted: "Caiff yr hyn a diciwch ei gyfrif gydag atebion pawb, byth gyda'ch enw. I chi yn unig y mae'r hyn a ysgrifennwch yn eich geiriau eich hun.",
        NoNames: "Peidiwch ag enwi preswylwyr, cleifion, dioddefwyr na chydweithwyr, os gwelwch yn dda.",
        Contact: "Os byddai'n well gennych siarad â rhywun, rwyf yma: {0}",
        Pause: "Oedi'r negeseuon hyn",
        Leave: "Gadael y rhaglen",
        Why: "Rydych yn cael hwn am eich bod yn cymryd rhan yn “{0}” yn {1}.")
    {
        TellLink = "Atebwch yma",
        TellReminder = "Anfonais hwn atoch ar d{0}, ac mae'n dal ar agor.",
        OneMinute = "Tua munud, pryd bynnag sy'n gyfleus i chi.",
        MoveLink = "Chi sy'n arwain y cyfarfod hwn. Os oes rhaid ei symud, neu os na all ddigwydd, dywedwch hynny yma",
        PollName = "Pleidlais am y dyddiad",
        LateWelcome = "Dechreuodd y rhaglen ar d{0}, ac rydych yn ymuno â hi nawr. Dyma beth ddarllenodd pawb ar y dechrau:",
        UnclearSubject = "Heb ei gyfrif: {0}",
        Unclear = "Diolch am eich neges. Nid oeddwn yn siŵr pa amserau yr oeddech yn eu golygu, felly nid yw'r neges hon wedi'i chyfrif; mae'r hyn a ddewisoch o'r blaen, os o gwbl, yn sefyll. Dewiswch nhw ar y dudalen isod, neu atebwch â'r rhifau yn unig, megis 1 3.",
    };
}
