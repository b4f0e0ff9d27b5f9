using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Links;

/// <summary>Who stands behind a link for pausing or leaving.</summary>
/// <param name="Link">The link.</param>
/// <param name="Cohort">The cohort.</param>
/// <param name="Programme">Its programme.</param>
/// <param name="Person">The person, without a name.</param>
public sealed record Holder(PersonLink Link, Cohort Cohort, Programme Programme, Participant Person);

/// <summary>
/// The only door to the pages of a person. A link that is not good gets a page that helps and says nothing about whose
/// it was, and nothing is read for it.
/// </summary>
internal sealed class LinkGate(LinkTokens tokens, CohortFinding finding, AttackSigns signs, TimeProvider clock)
{
    /// <summary>The link behind a token that is to be used for a link of this kind, or the page that says why there is none.</summary>
    public (T? Link, IResult Refusal) Open<T>(HttpContext context, string token)
        where T : Link, ILink<T> => tokens.Read<T>(token, clock.Now()) switch
        {
            LinkReading<T>.Valid valid => (valid.Link, Results.Empty),
            LinkReading<T>.Expired => (null, Gone(context)),
            _ => (null, Invalid(context)),
        };

    private IResult Invalid(HttpContext context)
    {
        signs.ForgedLink();
        return Refuse(context, StatusCodes.Status404NotFound, page => page.Words.Trouble.Invalid);
    }

    /// <summary>The person behind a token that is to be used for a link of this kind, or the page that says why there is none.</summary>
    public async Task<(Holder? Holder, IResult Refusal)> FindAsync<T>(HttpContext context, string token)
        where T : PersonLink, ILink<T>
    {
        var (link, refusal) = Open<T>(context, token);
        if (link is null)
        {
            return (null, refusal);
        }

        return await finding.PersonAsync(link.Cohort, link.Participant, context.RequestAborted).ConfigureAwait(false) is var (cohort, timetable, person)
            ? (new Holder(link, cohort, timetable.Programme, person), Results.Empty)
            : (null, Gone(context));
    }

    /// <summary>The page for a link that leads nowhere any more: its time is over, or what it led to was deleted. Both look the same.</summary>
    public static IResult Gone(HttpContext context) =>
        Refuse(context, StatusCodes.Status410Gone, page => page.Words.Trouble.Expired);

    /// <summary>The path to the page on which the same person pauses.</summary>
    public string PathToPause(PersonLink origin, DateTimeZone zone) =>
        PathTo(new PauseLink(origin.Cohort, origin.Participant, origin.Step, origin.SentOn, Until(origin, zone)));

    /// <summary>The path to the page on which the same person leaves.</summary>
    public string PathToLeave(PersonLink origin, DateTimeZone zone) =>
        PathTo(new LeaveLink(origin.Cohort, origin.Participant, origin.Step, origin.SentOn, Until(origin, zone)));

    /// <summary>The path to the page of a link.</summary>
    public string PathTo(Link link) => "/" + tokens.PathOf(link);

    // As long as the links of the message itself, so that an answer page never prolongs anything.
    private static Instant Until(PersonLink origin, DateTimeZone zone) => origin.SentOn.PlusDays(LinkLifetimes.PauseDays).At(0, zone);

    /// <summary>A page that says why a link does nothing, to whoever holds it.</summary>
    public static IResult Refuse(HttpContext context, int status, Func<Page, Sorry> sorry, bool inEnglishAlone = false)
    {
        var page = Page.ForAnybody(context);
        page = inEnglishAlone ? page.InEnglishAlone() : page with { OffersOtherLanguage = HttpMethods.IsGet(context.Request.Method) };
        return Show.Page<TroublePage>(status, page, nameof(TroublePage.Sorry), sorry(page));
    }
}
