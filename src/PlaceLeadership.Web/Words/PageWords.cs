using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.About;
using PlaceLeadership.Web.Answering;
using PlaceLeadership.Web.Journeys.LearningSets;
using PlaceLeadership.Web.Leaving;
using PlaceLeadership.Web.Pausing;
using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Words;

/// <summary>
/// Every word on the pages that does not come from a programme, in one language. Patterns take their values by number,
/// as <see cref="Fill"/> puts them in.
/// </summary>
public sealed record PageWords
{
    /// <summary>The language code, <c>en</c> or <c>cy</c>: what the <c>lang</c> attribute says.</summary>
    public required string Language { get; init; }

    /// <summary>The code of the other language.</summary>
    public required string OtherLanguage { get; init; }

    /// <summary>The link to the other language, in that language.</summary>
    public required string OtherLanguageName { get; init; }

    /// <summary>What the title of a page begins with when something on it needs mending.</summary>
    public required string ErrorPrefix { get; init; }

    /// <summary>The heading over the list of what needs mending.</summary>
    public required string ErrorHeading { get; init; }

    /// <summary>The first link of every page, for people who use a keyboard.</summary>
    public required string SkipToPage { get; init; }

    /// <summary>Invites to talk to the named human.</summary>
    public required string Contact { get; init; }

    /// <summary>Names the links at the foot for people who listen to the page.</summary>
    public required string FootLinks { get; init; }

    /// <summary>The page behind an answer link.</summary>
    public required AnswerWords Answer { get; init; }

    /// <summary>The pages behind a pause link and a one-click link.</summary>
    public required PauseWords Pause { get; init; }

    /// <summary>The page behind a leave link.</summary>
    public required LeaveWords Leave { get; init; }

    /// <summary>Moving a meeting and calling it off.</summary>
    public required MeetingWords Meeting { get; init; }

    /// <summary>Pages that say that something did not work.</summary>
    public required TroubleWords Trouble { get; init; }

    /// <summary>Pages about the product itself.</summary>
    public required AboutWords About { get; init; }

    /// <summary>The words in this language; English when there are none.</summary>
    public static PageWords In(string? language) => language == Welsh.Language ? Welsh : English;

    /// <summary>English.</summary>
    public static PageWords English { get; } = new()
    {
        Language = "en",
        OtherLanguage = "cy",
        OtherLanguageName = "Cymraeg",
        ErrorPrefix = "Error: ",
        ErrorHeading = "Something needs mending",
        SkipToPage = "Skip to the main part",
        Contact = "If you would rather talk to a person, I am here: {0}",
        FootLinks = "More",
        Answer = AnswerWords.English,
        Pause = PauseWords.English,
        Leave = LeaveWords.English,
        Meeting = MeetingWords.English,
        Trouble = TroubleWords.English,
        About = AboutWords.English,
    };

    /// <summary>Welsh.</summary>
    public static PageWords Welsh { get; } = new()
    {
        Language = "cy",
        OtherLanguage = "en",
        OtherLanguageName = "English",
        ErrorPrefix = "Gwall: ",
        ErrorHeading = "Mae angen cywiro rhywbeth",
        SkipToPage = "Neidio i'r brif ran",
        Contact = "Os byddai'n well gennych siarad â rhywun, rwyf yma: {0}",
        FootLinks = "Rhagor",
        Answer = AnswerWords.Welsh,
        Pause = PauseWords.Welsh,
        Leave = LeaveWords.Welsh,
        Meeting = MeetingWords.Welsh,
        Trouble = TroubleWords.Welsh,
        About = AboutWords.Welsh,
    };

    /// <summary>A day in words, such as 'Tuesday 3 March'.</summary>
    public string Day(LocalDate day) => LocalDays.InWords(day, Language);

    /// <summary>A pattern with its values put in.</summary>
    public static string Fill(string pattern, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, pattern, values);
}
