using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Trouble;

namespace PlaceLeadership.Web.Inbox;

/// <summary>
/// Pages for a laptop alone: everybody's mail, for whoever looks. A host that people can reach must never map them; and what
/// came through a proxy gets none of them, whatever host it names.
/// </summary>
public static class LocalPages
{
    private const string LetterPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
        + "sandbox allow-top-navigation-by-user-activation";

    /// <summary>Maps <c>/inbox</c>, <c>/inbox/{id}</c>, <c>/inbox/{id}/html</c> and <c>/inbox/{id}/calendar</c>.</summary>
    /// <param name="endpoints">The endpoints of the host.</param>
    /// <param name="list">Every message, in any order.</param>
    /// <param name="find">The message with this id, or null.</param>
    /// <param name="zone">The zone in which times are shown; UTC when null.</param>
    public static RouteGroupBuilder MapLocalInbox(
        this IEndpointRouteBuilder endpoints, Func<CancellationToken, IReadOnlyList<InboxItem>> list,
        Func<string, InboxLetter?> find, DateTimeZone? zone = null)
    {
        var inbox = endpoints.MapGroup("/inbox");
        inbox.AddEndpointFilter(new DirectGate());
        var shown = zone ?? DateTimeZone.Utc;
        inbox.MapMethods("", Verbs.Reading, (HttpContext context, string? to) =>
            Show.Page<InboxPage>(StatusCodes.Status200OK, Local(context), nameof(InboxPage.Inbox), Inbox(list(context.RequestAborted), to, shown)));
        inbox.MapMethods("/{id}", Verbs.Reading, (HttpContext context, string id) =>
        {
            if (find(Unescape(id)) is not { } letter)
            {
                return Missing(context);
            }

            context.Response.Headers.ContentSecurityPolicy = SafeHeaders.Policy + "; frame-src 'self'";
            return Show.Page<LetterPage>(StatusCodes.Status200OK, Local(context), nameof(LetterPage.Letter), new LetterView(letter, shown));
        });
        inbox.MapMethods("/{id}/html", Verbs.Reading, (HttpContext context, string id) =>
        {
            if (find(Unescape(id)) is not { } letter)
            {
                return Missing(context);
            }

            context.Response.Headers.ContentSecurityPolicy = LetterPolicy;
            return Results.Text(OpeningAbove(letter.Html), "text/html; charset=utf-8");
        });
        inbox.MapMethods("/{id}/calendar", Verbs.Reading, (HttpContext context, string id) => find(Unescape(id)) is { Calendar: { } calendar }
            ? Results.File(Encoding.UTF8.GetBytes(calendar), "text/calendar; charset=utf-8", "invite.ics")
            : Missing(context));
        return inbox;
    }

    /// <summary>Puts a list of cohorts at <c>/</c>, with the way to the inbox.</summary>
    /// <param name="endpoints">The endpoints of the host.</param>
    /// <param name="list">The cohorts, in the order in which they are shown.</param>
    public static RouteHandlerBuilder MapLocalHome(
        this IEndpointRouteBuilder endpoints, Func<CancellationToken, Task<IReadOnlyList<LocalCohort>>> list) =>
        // As a plain request delegate the result would be dropped unseen.
        endpoints.MapMethods("/", Verbs.Reading, (Func<HttpContext, Task<IResult>>)(async context => Show.Page<LocalHome>(
            StatusCodes.Status200OK, Local(context), nameof(LocalHome.Cohorts),
            await list(context.RequestAborted).ConfigureAwait(false)))).AddEndpointFilter(new DirectGate());

    /// <summary>An id as it stands in an address.</summary>
    internal static string Escape(string id) => Uri.EscapeDataString(id);

    // The platform leaves an encoded slash of a path as it is and decodes everything else.
    private static string Unescape(string id) => id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static Page Local(HttpContext context) => Page.ForAnybody(context).InEnglishAlone();

    internal static IResult Missing(HttpContext context)
    {
        var page = Local(context);
        return Show.Page<TroublePage>(StatusCodes.Status404NotFound, page, nameof(TroublePage.Sorry), page.Words.Trouble.NotFound);
    }

    private static InboxView Inbox(IReadOnlyList<InboxItem> items, string? to, DateTimeZone zone)
    {
        var wanted = to?.Trim() ?? "";
        return new InboxView(
            [.. items.Where(item => item.To.Contains(wanted, StringComparison.OrdinalIgnoreCase)).OrderByDescending(item => item.When)],
            wanted, zone);
    }

    /// <summary>Links of the letter open in the window and not in the frame, where the pages refuse to be shown.</summary>
    private static string OpeningAbove(string html) => "<base target=\"_top\">" + html;
}

/// <summary>What the list of the inbox shows.</summary>
/// <param name="Items">The messages, newest first.</param>
/// <param name="To">What the address of the recipient was asked to contain, or empty.</param>
/// <param name="Zone">The zone in which times are shown.</param>
public sealed record InboxView(IReadOnlyList<InboxItem> Items, string To, DateTimeZone Zone);

/// <summary>What the page of a message shows.</summary>
/// <param name="Letter">The message.</param>
/// <param name="Zone">The zone in which times are shown.</param>
public sealed record LetterView(InboxLetter Letter, DateTimeZone Zone);
