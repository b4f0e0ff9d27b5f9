using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Layout;

/// <summary>What every page knows about where it stands and whom it speaks to.</summary>
/// <param name="Words">The words, in the language of the page.</param>
/// <param name="Root">The path under which the pages are reached, empty as a rule.</param>
/// <param name="Self">The path of this page without its query.</param>
/// <param name="OffersOtherLanguage">Whether the page links to itself in the other language.</param>
public sealed record Page(PageWords Words, string Root, string Self, bool OffersOtherLanguage)
{
    private const string LanguageKey = "lang";

    /// <summary>What a place shows of itself around every page.</summary>
    public Brand Brand { get; init; } = Brand.None;

    /// <summary>The language code of the page.</summary>
    public string Language => Words.Language;

    /// <summary>This page in the other language.</summary>
    public string InOtherLanguage => $"{Self}?{LanguageKey}={Words.OtherLanguage}";

    /// <summary>This page again, in the language it is in.</summary>
    public string InThisLanguage => $"{Self}?{LanguageKey}={Language}";

    /// <summary>Another page in the same language.</summary>
    /// <param name="path">Its path, from a slash on.</param>
    public string To(string path) => $"{Root}{path}?{LanguageKey}={Language}";

    /// <summary>A page that belongs to nobody in particular; its reader chooses the language.</summary>
    public static Page ForAnybody(HttpContext context) => Of(context, Asked(context), offersOther: true);

    /// <summary>
    /// A page for a participant: in the language asked for, else in the person's, else in the programme's first, as far
    /// as the programme has it. Who has not been asked yet is offered the other one.
    /// </summary>
    public static Page For(HttpContext context, Language language, Programme programme)
    {
        var own = language switch
        {
            Core.Places.Language.English => "en",
            Core.Places.Language.Welsh => "cy",
            _ => null,
        };
        var there = programme.Languages;
        var chosen = new[] { Asked(context), own }.FirstOrDefault(wish => wish is not null && there.Contains(wish))
            ?? there[0];
        return Of(context, chosen, offersOther: own is null && there.Contains("en") && there.Contains("cy"));
    }

    /// <summary>The same page in English, which is all that the pages of a laptop speak.</summary>
    public Page InEnglishAlone() => this with { Words = PageWords.English, OffersOtherLanguage = false };

    private static string? Asked(HttpContext context) => context.Request.Query[LanguageKey].FirstOrDefault();

    private static Page Of(HttpContext context, string? language, bool offersOther) => new(
        PageWords.In(language), context.Request.PathBase.ToUriComponent(),
        (context.Request.PathBase + context.Request.Path).ToUriComponent(), offersOther)
    {
        Brand = context.RequestServices.GetRequiredService<PagesOptions>().Brand,
    };
}
