using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Web.Journeys;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing.Accounts;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Managing.Deleting;
using PlaceLeadership.Web.Managing.Ending;
using PlaceLeadership.Web.Managing.Evidence;
using PlaceLeadership.Web.Managing.Explaining;
using PlaceLeadership.Web.Managing.Groups;
using PlaceLeadership.Web.Managing.Launching;
using PlaceLeadership.Web.Managing.People;
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

    // Where a link to a cohort leads whoever may not read what it leads to.
    private static readonly (Right Right, string Act)[] Parts = [(Right.ReadGroups, "groups"), (Right.ReadEvidence, "evidence")];

    public static void AddTo(IServiceCollection services) => services
        .AddSingleton<SessionTokens>()
        .AddSingleton<SignInLimit>()
        .AddSingleton<DeskNotes>()
        .AddSingleton<DeskLog>()
        .AddSingleton<ActStored>(services => services.GetRequiredService<DeskLog>().Note)
        .AddSingleton<Sessions>()
        .AddSingleton<AccessRule>()
        .AddSingleton<SignInPages>()
        .AddSingleton<AccountPages>()
        .AddSingleton<YouPages>()
        .AddSingleton<EvidencePages>()
        .AddSingleton<CarriedTokens>()
        .AddSingleton<LaunchPages>()
        .AddSingleton<CohortListPages>()
        .AddSingleton<CohortPages>()
        .AddSingleton<WeekPages>()
        .AddSingleton<GroupsSheets>()
        .AddSingleton<GroupsPages>()
        .AddSingleton<HistoryPages>()
        .AddSingleton<PersonPages>()
        .AddSingleton<EndPages>()
        .AddSingleton<DeletePages>();

    /// <summary>Maps the pages, unless nobody could sign in.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var options = endpoints.ServiceProvider.GetRequiredService<PagesOptions>();
        if (string.IsNullOrEmpty(options.ManagerKey) && options.Provider is null)
        {
            return;
        }

        var manage = endpoints.MapGroup(ManagerPaths.Home);
        manage.AddEndpointFilter<RouteGroupBuilder, SameOriginGate>();
        if (options.Provider is { } provider)
        {
            var policy = SafeHeaders.AdmittingForms(provider.Origin);
            manage.AddEndpointFilter((context, next) =>
            {
                context.HttpContext.Response.Headers.ContentSecurityPolicy = policy;
                return next(context);
            });
        }

        MapDoor(manage.MapGroup(""), options);
        var inside = manage.MapGroup("");
        inside.AddEndpointFilter<RouteGroupBuilder, SessionGate>();
        inside.AddEndpointFilter(new CohortGate(CohortPages.Missing));
        inside.AddEndpointFilter<RouteGroupBuilder, AccessGate>();
        inside.AddEndpointFilter(new FormGate(FormBytesMax, tooLarge: TooLarge));
        inside.AddEndpointFilter<RouteGroupBuilder, ProofGate>();
        MapInside(inside);
        var cohort = inside.MapGroup("/cohorts/{id}");
        MapCohort(cohort);
        MapPeople(cohort.MapGroup("/people"));
        MapGroups(cohort.MapGroup("/groups"));
        foreach (var journey in endpoints.ServiceProvider.GetServices<JourneyPages>())
        {
            journey.MapForManagers(cohort);
        }

        inside.Map("/{**rest}", (HttpContext context) => ManagerShow.Sorry(context, StatusCodes.Status404NotFound, ManagerWords.NoPage)).NeedsSomewhere(Right.BeSignedIn);
    }

    private static void MapDoor(RouteGroupBuilder door, PagesOptions options)
    {
        door.AddEndpointFilter(new FormGate(SignInBytesMax, mayBeShownBack: false, TooLarge));
        door.MapMethods(Below(ManagerPaths.SignIn), Verbs.Reading, (HttpContext context, [FromServices] SignInPages pages) => pages.ShowAsync(context));
        door.MapPost(Below(ManagerPaths.SignIn), (HttpContext context, [FromServices] SignInPages pages) => pages.SignInAsync(context));
        if (options.Provider is not null)
        {
            door.MapMethods(Below(ManagerPaths.SignInAgain), Verbs.Reading, (HttpContext context, [FromServices] SignInPages pages) => pages.AskAgainAsync(context));
            door.MapPost(Below(ManagerPaths.SignInAtProvider), (HttpContext context, [FromServices] ProviderPages pages) => pages.LeaveAsync(context));
            door.MapGet(Below(ManagerPaths.SignedIn), (Delegate)ProviderPages.ReturnAsync);
            door.MapPost(Below(ManagerPaths.BackChannelLogout), (HttpContext context, [FromServices] ProviderPages pages) => pages.EndThoseAsync(context));
        }
    }

    private static string Below(string path) => path[ManagerPaths.Home.Length..];

    private static void MapInside(RouteGroupBuilder inside)
    {
        inside.MapPost("/sign-out", (HttpContext context, [FromServices] SignInPages pages) => pages.SignOutAsync(context)).NeedsSomewhere(Right.BeSignedIn);
        inside.MapMethods("", Verbs.Reading, (HttpContext context, [FromServices] CohortListPages pages) => pages.ShowAsync(context)).NeedsSomewhere(Right.BeSignedIn);
        inside.MapMethods(Below(ManagerPaths.You), Verbs.Reading, (HttpContext context, [FromServices] YouPages pages) => pages.ShowAsync(context)).NeedsSomewhere(Right.BeSignedIn);
        inside.MapPost(Below(ManagerPaths.UseCode), (HttpContext context, [FromServices] YouPages pages) => pages.UseCodeAsync(context)).NeedsSomewhere(Right.BeSignedIn);
        inside.MapMethods(Below(ManagerPaths.Access), Verbs.Reading, (HttpContext context, [FromServices] AccountPages pages) => pages.ShowAsync(context))
            .NeedsSomewhere(Right.ReadAccess, "who may do what");
        inside.MapPost(Below(ManagerPaths.Access), (HttpContext context, [FromServices] AccountPages pages) => pages.ActAsync(context)).NeedsSomewhere(Right.Grant, "change who may do what", fresh: true);
        inside.MapMethods(Below(ManagerPaths.AccessHistory), Verbs.Reading, (HttpContext context, [FromServices] AccountPages pages) => pages.HistoryAsync(context))
            .NeedsEverywhere(Right.ReadAccess, "who did what");
        inside.MapMethods("/launch", Verbs.Reading, (HttpContext context, [FromServices] LaunchPages pages) => pages.Show(context)).NeedsSomewhere(Right.Launch);
        inside.MapPost("/launch", (HttpContext context, [FromServices] LaunchPages pages) => pages.ActAsync(context)).NeedsSomewhere(Right.Launch).Keeps("launch a cohort");
        inside.MapMethods(
            "/launch/roster.csv", Verbs.Reading, () => Results.Bytes(RosterTemplate.Csv(), "text/csv; charset=utf-8", "roster.csv")).NeedsSomewhere(Right.Launch);
    }

    private static void MapCohort(RouteGroupBuilder cohort)
    {
        cohort.MapMethods("", Verbs.Reading,
            (HttpContext context, string id, [FromServices] CohortPages pages) => pages.ShowAsync(context, new CohortId(id)))
            .NeedsHere(Right.ReadPeople, "the page", instead: Parts);
        cohort.MapMethods("/evidence", Verbs.Reading,
            (HttpContext context, string id, [FromServices] EvidencePages pages) => pages.ShowAsync(context, new CohortId(id))).NeedsHere(Right.ReadEvidence, instead: Parts);
        cohort.MapMethods("/week/{day}", Verbs.Reading,
            (HttpContext context, string id, string day, [FromServices] WeekPages pages) => pages.ShowAsync(context, new CohortId(id), day)).NeedsHere(Right.ReadPeople, "a week", instead: Parts);
        cohort.MapPost("/week/{day}", (HttpContext context, string id, string day, [FromServices] WeekPages pages) => pages.ActAsync(context, new CohortId(id), day)).NeedsHere(Right.RunCohort, "move or cancel a letter").Keeps("move or cancel a letter");
        cohort.MapMethods("/history/{day}", Verbs.Reading,
            (HttpContext context, string id, string day, [FromServices] HistoryPages pages) => pages.WeekAsync(context, new CohortId(id), day)).NeedsHere(Right.ReadPeople, "the history", instead: Parts);
        cohort.MapPost("/pause", (HttpContext context, string id, [FromServices] CohortPages pages) => pages.PauseAsync(context, new CohortId(id))).NeedsHere(Right.RunCohort, "pause it").Keeps("pause the cohort");
        cohort.MapPost("/take-up", (HttpContext context, string id, [FromServices] CohortPages pages) => pages.TakeUpAsync(context, new CohortId(id))).NeedsHere(Right.RunCohort, "take it up again");
        cohort.MapPost("/settle", (HttpContext context, string id, [FromServices] CohortPages pages) => pages.SettleAsync(context, new CohortId(id))).NeedsHere(Right.RunCohort, "say what became of a message");
        cohort.MapMethods("/end", Verbs.Reading, (HttpContext context, string id, [FromServices] EndPages pages) => pages.AskAsync(context, new CohortId(id))).NeedsHere(Right.RunCohort);
        cohort.MapPost("/end", (HttpContext context, string id, [FromServices] EndPages pages) => pages.EndAsync(context, new CohortId(id))).NeedsHere(Right.RunCohort, "end it");
        cohort.MapMethods(
            "/delete", Verbs.Reading, (HttpContext context, string id, [FromServices] DeletePages pages) => pages.AskAsync(context, new CohortId(id))).NeedsHere(Right.DeleteCohort);
        cohort.MapPost("/delete", (HttpContext context, string id, [FromServices] DeletePages pages) => pages.DeleteAsync(context, new CohortId(id))).NeedsHere(Right.DeleteCohort, fresh: true);
        cohort.MapMethods(
            "/deleted", Verbs.Reading, (HttpContext context, string id, [FromServices] DeletePages pages) => pages.SayDeletedAsync(context, new CohortId(id))).NeedsHere(Right.DeleteCohort);
    }

    private static void MapPeople(RouteGroupBuilder people)
    {
        people.MapMethods("/join", Verbs.Reading,
            (HttpContext context, string id, [FromServices] PersonPages pages) => pages.AskWhoJoinsAsync(context, new CohortId(id))).NeedsHere(Right.RunCohort);
        people.MapPost("/join", (HttpContext context, string id, [FromServices] PersonPages pages) => pages.JoinAsync(context, new CohortId(id))).NeedsHere(Right.RunCohort, "let somebody join").Keeps("let somebody join");
        people.MapMethods("/{who}", Verbs.Reading,
            (HttpContext context, string id, string who, [FromServices] PersonPages pages) => pages.ShowAsync(context, new CohortId(id), who)).NeedsHere(Right.ReadPeople, "the page of a person");
        people.MapPost("/{who}", (HttpContext context, string id, string who, [FromServices] PersonPages pages) => pages.ActAsync(context, new CohortId(id), who))
            .NeedsHere(Right.RunCohort, "change something about a person").Keeps("change something about a person");
    }

    private static void MapGroups(RouteGroupBuilder groups)
    {
        groups.MapMethods("", Verbs.Reading,
            (HttpContext context, string id, [FromServices] GroupsPages pages) => pages.ShowAsync(context, new CohortId(id))).NeedsHere(Right.ReadGroups, "pairs and sets", instead: Parts);
        groups.MapPost("/apart", (HttpContext context, string id, [FromServices] GroupsPages pages) => pages.KeepApartAsync(context, new CohortId(id))).NeedsHere(Right.RunCohort, "keep two people apart");
        groups.MapPost(
            "/no-longer-apart", (HttpContext context, string id, [FromServices] GroupsPages pages) => pages.TakeBackAsync(context, new CohortId(id))).NeedsHere(Right.RunCohort, "keep two people apart no longer");
    }

    private static IResult TooLarge(HttpContext context) =>
        ManagerShow.Sorry(context, StatusCodes.Status413PayloadTooLarge, ManagerWords.TooLarge);
}
