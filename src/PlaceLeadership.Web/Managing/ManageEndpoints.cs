using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Web.Journeys;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Managing.Deleting;
using PlaceLeadership.Web.Managing.Ending;
using PlaceLeadership.Web.Managing.Explaining;
using PlaceLeadership.Web.Managing.Groups;
using PlaceLeadership.Web.Managing.Launching;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Managing;

/// <summary>
/// The addresses of the manager's pages. There are two groups: the door, and everything else, which lies behind it; who adds
/// a page cannot forget the gates.
/// </summary>
internal static class ManageEndpoints
{
    /// <summary>The most bytes of a form with a roster and a programme.</summary>
    public const int FormBytesMax = 7 * 1024 * 1024;

    private const int SignInBytesMax = 4 * 1024;

    public static void AddTo(IServiceCollection services) => services
        .AddSingleton<SessionTokens>()
        .AddSingleton<SignInLimit>()
        .AddSingleton<SessionStore>()
        .AddSingleton<Sessions>()
        .AddSingleton<SignInPages>()
        .AddSingleton<CarriedTokens>()
        .AddSingleton<LaunchPages>()
        .AddSingleton<CohortListPages>()
        .AddSingleton<CohortPages>()
        .AddSingleton<WeekPages>()
        .AddSingleton<GroupsSheets>()
        .AddSingleton<GroupsPages>()
        .AddSingleton<HistoryPages>()
        .AddSingleton<EndPages>()
        .AddSingleton<DeletePages>();

    /// <summary>Maps the pages, unless the host has no manager key.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        if (string.IsNullOrEmpty(endpoints.ServiceProvider.GetRequiredService<PagesOptions>().ManagerKey))
        {
            return;
        }

        var manage = endpoints.MapGroup(ManagerPaths.Home);
        manage.AddEndpointFilter(new SameOriginGate());
        MapDoor(manage.MapGroup("/sign-in"));
        var inside = manage.MapGroup("");
        inside.AddEndpointFilter<RouteGroupBuilder, SessionGate>();
        inside.AddEndpointFilter(new FormGate(FormBytesMax, tooLarge: TooLarge));
        inside.AddEndpointFilter(new ProofGate());
        MapInside(inside);
        var cohort = inside.MapGroup("/cohorts/{id}");
        cohort.AddEndpointFilter(async (context, next) =>
            CohortKeys.CanBeCohort(new CohortId(context.HttpContext.GetRouteValue("id") as string ?? ""))
                ? await next(context).ConfigureAwait(false)
                : CohortPages.Missing(context.HttpContext));
        MapCohort(cohort);
        MapGroups(cohort.MapGroup("/groups"));
        foreach (var journey in endpoints.ServiceProvider.GetServices<JourneyPages>())
        {
            journey.MapForManagers(cohort);
        }

        inside.Map("/{**rest}", (HttpContext context) => ManagerShow.Sorry(context, StatusCodes.Status404NotFound, ManagerWords.NoPage));
    }

    private static void MapDoor(RouteGroupBuilder door)
    {
        door.AddEndpointFilter(new FormGate(SignInBytesMax, mayBeShownBack: false, TooLarge));
        door.MapMethods("", Verbs.Reading, (HttpContext context, [FromServices] SignInPages pages) => pages.ShowAsync(context));
        door.MapPost("", (HttpContext context, [FromServices] SignInPages pages) => pages.SignInAsync(context));
    }

    private static void MapInside(RouteGroupBuilder inside)
    {
        inside.MapPost("/sign-out", (HttpContext context, [FromServices] SignInPages pages) => pages.SignOutAsync(context));
        inside.MapMethods("", Verbs.Reading, (HttpContext context, [FromServices] CohortListPages pages) => pages.ShowAsync(context));
        inside.MapMethods("/launch", Verbs.Reading, (HttpContext context, [FromServices] LaunchPages pages) => pages.Show(context));
        inside.MapPost("/launch", (HttpContext context, [FromServices] LaunchPages pages) => pages.ActAsync(context));
        inside.MapMethods(
            "/launch/roster.csv", Verbs.Reading, () => Results.Bytes(RosterTemplate.Csv(), "text/csv; charset=utf-8", "roster.csv"));
    }

    private static void MapCohort(RouteGroupBuilder cohort)
    {
        cohort.MapMethods("", Verbs.Reading,
            (HttpContext context, string id, [FromServices] CohortPages pages) => pages.ShowAsync(context, new CohortId(id)));
        cohort.MapMethods("/week/{day}", Verbs.Reading,
            (HttpContext context, string id, string day, [FromServices] WeekPages pages) => pages.ShowAsync(context, new CohortId(id), day));
        cohort.MapPost("/week/{day}", (HttpContext context, string id, string day, [FromServices] WeekPages pages) => pages.ActAsync(context, new CohortId(id), day));
        cohort.MapMethods("/history/{day}", Verbs.Reading,
            (HttpContext context, string id, string day, [FromServices] HistoryPages pages) => pages.WeekAsync(context, new CohortId(id), day));
        cohort.MapPost("/pause", (HttpContext context, string id, [FromServices] CohortPages pages) => pages.PauseAsync(context, new CohortId(id)));
        cohort.MapPost("/take-up", (HttpContext context, string id, [FromServices] CohortPages pages) => pages.TakeUpAsync(context, new CohortId(id)));
        cohort.MapPost("/settle", (HttpContext context, string id, [FromServices] CohortPages pages) => pages.SettleAsync(context, new CohortId(id)));
        cohort.MapMethods("/end", Verbs.Reading, (HttpContext context, string id, [FromServices] EndPages pages) => pages.AskAsync(context, new CohortId(id)));
        cohort.MapPost("/end", (HttpContext context, string id, [FromServices] EndPages pages) => pages.EndAsync(context, new CohortId(id)));
        cohort.MapMethods(
            "/delete", Verbs.Reading, (HttpContext context, string id, [FromServices] DeletePages pages) => pages.AskAsync(context, new CohortId(id)));
        cohort.MapPost("/delete", (HttpContext context, string id, [FromServices] DeletePages pages) => pages.DeleteAsync(context, new CohortId(id)));
        cohort.MapMethods(
            "/deleted", Verbs.Reading, (HttpContext context, string id, [FromServices] DeletePages pages) => pages.SayDeletedAsync(context, new CohortId(id)));
    }

    private static void MapGroups(RouteGroupBuilder groups)
    {
        groups.MapMethods("", Verbs.Reading,
            (HttpContext context, string id, [FromServices] GroupsPages pages) => pages.ShowAsync(context, new CohortId(id)));
        groups.MapPost("/apart", (HttpContext context, string id, [FromServices] GroupsPages pages) => pages.KeepApartAsync(context, new CohortId(id)));
        groups.MapPost(
            "/no-longer-apart", (HttpContext context, string id, [FromServices] GroupsPages pages) => pages.TakeBackAsync(context, new CohortId(id)));
    }

    private static IResult TooLarge(HttpContext context) =>
        ManagerShow.Sorry(context, StatusCodes.Status413PayloadTooLarge, ManagerWords.TooLarge);
}
