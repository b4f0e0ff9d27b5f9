using System.Globalization;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.About;
using PlaceLeadership.Web.Answering;
using PlaceLeadership.Web.Journeys.LearningSets;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Leaving;
using PlaceLeadership.Web.Linking;
using PlaceLeadership.Web.Pausing;
using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Words;

/// <summary>Every word on the pages that does not come from a programme, in one language.</summary>
public sealed class PageWords
{
    private PageWords(string language) => Language = language;

    /// <summary>English.</summary>
    public static PageWords English { get; } = new("en");

    /// <summary>Welsh.</summary>
    public static PageWords Welsh { get; } = new("cy");

    /// <summary>The language code, <c>en</c> or <c>cy</c>: what the <c>lang</c> attribute says.</summary>
    public string Language { get; }

    /// <summary>The code of the other language.</summary>
    public string OtherLanguage => Language == "cy" ? "en" : "cy";

    /// <summary>What every page has.</summary>
    public LayoutTexts Layout => LayoutTexts.In(Language);

    /// <summary>The page behind an answer link.</summary>
    public AnsweringTexts Answer => AnsweringTexts.In(Language);

    /// <summary>The pages behind a pause link and a one-click link.</summary>
    public PausingTexts Pause => PausingTexts.In(Language);

    /// <summary>The page on which programmes are let take turns.</summary>
    public LinkingTexts Linking => LinkingTexts.In(Language);

    /// <summary>The page behind a leave link.</summary>
    public LeavingTexts Leave => LeavingTexts.In(Language);

    /// <summary>Moving a meeting and calling it off.</summary>
    public LearningSetsTexts Meeting => LearningSetsTexts.In(Language);

    /// <summary>Pages that say that something did not work.</summary>
    public TroubleTexts Trouble => TroubleTexts.In(Language);

    /// <summary>Pages about the product itself.</summary>
    public AboutTexts About => AboutTexts.In(Language);

    /// <summary>The words in this language; English when there are none.</summary>
    public static PageWords In(string? language) => language == Welsh.Language ? Welsh : English;

    /// <summary>A day in words, such as 'Tuesday 3 March'.</summary>
    public string Day(LocalDate day) => LocalDays.InWords(day, Language);

    /// <summary>A pattern with its values put in.</summary>
    public static string Fill(string pattern, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, pattern, values);

    /// <summary>A text of several paragraphs, or items, with an empty line between them.</summary>
    internal static string[] Paragraphs(string text) => text.Split("\n\n");
}
