using Microsoft.AspNetCore.Http;
using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Time;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Links;

/// <summary>Who stands behind a link for pausing or leaving.</summary>
/// <param name="Link">The link.</param>
/// <param name="Cohort">The cohort.</param>
/// <param name="Programme">Its programme.</param>
/// <param name="Person">The person, without a name.</param>
public sealed record Holder(Link Link, Cohort Cohort, Programme Programme, Participant Person);

/// <summary>
/// The only door to the pages of a person. A link that is not good gets a page that helps and says nothing about whose
/// it was, and nothing is read for it.
/// </summary>
internal sealed class LinkGate(LinkTokens tokens, CohortDesk desk, TimeProvider clock)
{
    /// <summary>The link behind a token that is to be used for this purpose, or the page that says why there is none.</summary>
    public (Link? Link, IResult Refusal) Open(HttpContext context, string token, LinkPurpose purpose) =>
        tokens.Read(token, purpose, clock.Now()) switch
        {
            LinkReading.Valid valid => (valid.Link, Results.Empty),
            LinkReading.Expired => (null, Gone(context)),
            _ => (null, Refuse(context, StatusCodes.Status404NotFound, page => page.Words.Trouble.Invalid)),
        };

    /// <summary>The person behind a token that is to be used for this purpose, or the page that says why there is none.</summary>
    public async Task<(Holder? Holder, IResult Refusal)> FindAsync(HttpContext context, string token, LinkPurpose purpose)
    {
        var (link, refusal) = Open(context, token, purpose);
        if (link is null)
        {
            return (null, refusal);
        }

        return await desk.FindAsync(link.Cohort, context.RequestAborted).ConfigureAwait(false) is var (cohort, timetable)
            && await desk.FindParticipantAsync(link.Cohort, link.Participant, timetable, context.RequestAborted)
                .ConfigureAwait(false) is { } person
            ? (new Holder(link, cohort.Value, timetable.Programme, person.Value), Results.Empty)
            : (null, Gone(context));
    }

    /// <summary>The page for a link that leads nowhere any more: its time is over, or what it led to was deleted. Both look the same.</summary>
    public static IResult Gone(HttpContext context) =>
        Refuse(context, StatusCodes.Status410Gone, page => page.Words.Trouble.Expired);

    /// <summary>The path to another page of the same person.</summary>
    public string PathTo(LinkPurpose purpose, Link origin, DateTimeZone zone)
    {
        // As long as the links of the message itself, so that an answer page never prolongs anything.
        var expires = origin.SentOn.PlusDays(LinkLifetimes.PauseDays).At(0, zone);
        return $"/{(purpose == LinkPurpose.Leave ? "l" : "p")}/{tokens.Issue(origin with { Purpose = purpose, Expires = expires })}";
    }

    /// <summary>The path to another page of the same person that works as long as the origin.</summary>
    public string PathTo(LinkPurpose purpose, Link origin) =>
        $"/{(purpose == LinkPurpose.Meeting ? "m" : "a")}/{tokens.Issue(origin with { Purpose = purpose })}";

    /// <summary>A page that says why a link does nothing, to whoever holds it.</summary>
    public static IResult Refuse(HttpContext context, int status, Func<Page, Sorry> sorry, bool inEnglishAlone = false)
    {
        var page = Page.ForAnybody(context);
        page = inEnglishAlone ? page.InEnglishAlone() : page with { OffersOtherLanguage = HttpMethods.IsGet(context.Request.Method) };
        return Show.Page<TroublePage>(status, page, nameof(TroublePage.Sorry), sorry(page));
    }
}
