using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Web.Api.Accounts;
using PlaceLeadership.Web.Api.Callers;
using PlaceLeadership.Web.Api.Cohorts;
using PlaceLeadership.Web.Api.Describing;
using PlaceLeadership.Web.Api.Groups;
using PlaceLeadership.Web.Api.Launching;
using PlaceLeadership.Web.Api.People;
using PlaceLeadership.Web.Api.Problems;
using PlaceLeadership.Web.Api.Sent;
using PlaceLeadership.Web.Api.Versions;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Api;

/// <summary>
/// The addresses of the API: what the manager's pages do, for scripts. All lie behind the gates of one group; who adds one cannot forget them, and
/// one that does not say what it needs is refused to everybody.
/// </summary>
internal static class ApiEndpoints
{
    public static void AddTo(IServiceCollection services)
    {
        ApiDescription.AddTo(services);
        services
            .AddSingleton<BearerTokens>()
            .AddSingleton<CohortReadingApi>()
            .AddSingleton<CohortActsApi>()
            .AddSingleton<LaunchApi>()
            .AddSingleton<GroupsApi>()
            .AddSingleton<GroupActsApi>()
            .AddSingleton<PeopleApi>()
            .AddSingleton<AccountsApi>();
    }

    /// <summary>Maps them, where a provider says who somebody is.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<PagesOptions>().Provider is null)
        {
            return;
        }

        // It holds nothing secret, and tools read it before they have a token.
        endpoints.MapOpenApi(ApiPaths.Description);
        var api = endpoints.MapGroup(ApiPaths.Home).Refuses(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status503ServiceUnavailable);
        api.AddEndpointFilter<RouteGroupBuilder, BearerGate>();
        api.AddEndpointFilter(new CohortGate(_ => ApiProblems.NoCohort()));
        api.AddEndpointFilter<RouteGroupBuilder, ApiAccessGate>();
        MapCohorts(api.MapGroup("/cohorts").WithTags("cohorts").AddEndpointFilter<RouteGroupBuilder, JsonGate>());
        var cohort = api.MapGroup("/cohorts/{id}").Refuses(StatusCodes.Status404NotFound);
        cohort.AddEndpointFilter<RouteGroupBuilder, VersionGate>();
        cohort.AddEndpointFilter<RouteGroupBuilder, JsonGate>();
        MapReading(cohort.MapGroup("").WithTags("cohorts").LeadsToTheFirstPart());
        MapEvidence(cohort.MapGroup("").WithTags("cohorts"));
        MapActs(cohort.MapGroup("").WithTags("cohorts").ChangesWhatWasSeen());
        MapGroups(cohort.MapGroup("/groups").WithTags("groups").ChangesWhatWasSeen());
        MapPerson(cohort.MapGroup("/people").WithTags("people").LeadsToTheFirstPart());
        MapPeople(cohort.MapGroup("/people").WithTags("people").ChangesWhatWasSeen());
        MapAccounts(api.MapGroup("").WithTags("accounts").AddEndpointFilter<RouteGroupBuilder, JsonGate>());
    }

    private static void MapCohorts(RouteGroupBuilder cohorts)
    {
        cohorts.MapGet("", (HttpContext context, [FromServices] CohortReadingApi api) => api.ListAsync(context))
            .NeedsSomewhere(Right.SeeCohort)
            .Says("ListCohorts", "The cohorts that the caller may see, 25 at a time.").Gives(typeof(CohortsJson)).Asks("from", "How many to pass over; left out, none. Past the last the list is empty.")
            .Refuses(StatusCodes.Status422UnprocessableEntity);
        cohorts.MapPost("", (HttpContext context, [FromServices] LaunchApi api) => api.LaunchAsync(context))
            .NeedsSomewhere(Right.Launch).Takes<LaunchJson>()
            .Says("LaunchCohort", "Launches a cohort, or says what that would come to.").Gives(typeof(LaunchedJson)).Gives(typeof(LaunchedJson), StatusCodes.Status201Created)
            .Hears(LaunchApi.KeyHeader, "A word of your own for this launch: sent again with it and with the same content, it is known to be the same.").Refuses(StatusCodes.Status409Conflict);
    }

    private static void MapReading(RouteGroupBuilder cohort)
    {
        cohort.MapGet("", (HttpContext context, string id, [FromServices] CohortReadingApi api) => api.OneAsync(context, new CohortId(id)))
            .NeedsHere(Right.ReadPeople, "the people")
            .Says("ReadCohort", "A cohort, with who is in it, what goes out and what waits for a decision.").Gives(typeof(CohortJson));
        cohort.MapGet("/going", (HttpContext context, string id, [FromServices] CohortReadingApi api) => api.GoingAsync(context, new CohortId(id)))
            .NeedsHere(Right.ReadPeople, "how it is going")
            .Says("ReadGoing", "How a cohort is going, and what needs a kind act; never who replied.").Gives(typeof(GoingJson));
        cohort.MapGet("/week/{day}", (HttpContext context, string id, string day, [FromServices] CohortReadingApi api) => api.WeekAsync(context, new CohortId(id), day))
            .NeedsHere(Right.ReadPeople, "a week")
            .Says("ReadWeek", "What goes out in the week of a day, letter by letter.").Gives(typeof(WeekJson));
        cohort.MapGet("/history/{day}", (HttpContext context, string id, string day, [FromServices] CohortReadingApi api) => api.HistoryAsync(context, new CohortId(id), day))
            .NeedsHere(Right.ReadPeople, "the history")
            .Says("ReadHistory", "What was done in the week of a day.").Gives(typeof(HistoryJson));
        cohort.MapGet("/groups", (HttpContext context, string id, [FromServices] GroupsApi api) => api.ReadAsync(context, new CohortId(id)))
            .NeedsHere(Right.ReadGroups, "pairs and sets")
            .Says("ReadGroups", "Who is in which pair and set.").Gives(typeof(GroupsJson));
    }

    // What is the same for all parts of a large cohort.
    private static void MapEvidence(RouteGroupBuilder cohort) =>
        cohort.MapGet("/evidence", (HttpContext context, string id, [FromServices] CohortReadingApi api) => api.EvidenceAsync(context, new CohortId(id)))
            .NeedsHere(Right.ReadEvidence)
            .Says("ReadEvidence", "What a cohort is asked when; no names.").Gives(typeof(EvidenceJson));

    private static void MapActs(RouteGroupBuilder cohort)
    {
        cohort.MapDelete("", (HttpContext context, string id, [FromServices] CohortActsApi api) => api.DeleteAsync(context, new CohortId(id)))
            .NeedsHere(Right.DeleteCohort)
            .Says("DeleteCohort", "Deletes a cohort with everything. It cannot be undone.").Gives(typeof(DeletedJson));
        cohort.MapPost("/pause", (HttpContext context, string id, [FromServices] CohortActsApi api) => api.PauseAsync(context, new CohortId(id)))
            .NeedsHere(Right.RunCohort, "pause it").Takes<PauseJson>()
            .Says("PauseCohort", "Pauses the whole cohort.").Gives(typeof(PausedJson)).Refuses(StatusCodes.Status409Conflict);
        cohort.MapPost("/resume", (HttpContext context, string id, [FromServices] CohortActsApi api) => api.ResumeAsync(context, new CohortId(id)))
            .NeedsHere(Right.RunCohort, "take it up again")
            .Says("ResumeCohort", "Takes the whole cohort up again.").Gives(null, StatusCodes.Status204NoContent).Refuses(StatusCodes.Status409Conflict);
        cohort.MapPost("/end", (HttpContext context, string id, [FromServices] CohortActsApi api) => api.EndAsync(context, new CohortId(id)))
            .NeedsHere(Right.RunCohort, "end it")
            .Says("EndCohort", "Ends the cohort. It cannot be undone.").Gives(typeof(EndedJson));
        cohort.MapPost("/settle", (HttpContext context, string id, [FromServices] CohortActsApi api) => api.SettleAsync(context, new CohortId(id)))
            .NeedsHere(Right.RunCohort, "say what became of a message").Takes<SettleJson>()
            .Says("SettleMessage", "Says what became of a message that waits for a decision.").Gives(typeof(SettledJson));
        cohort.MapPost("/letters/move", (HttpContext context, string id, [FromServices] CohortActsApi api) => api.MoveLetterAsync(context, new CohortId(id)))
            .NeedsHere(Right.RunCohort, "move a letter").Takes<MoveLetterJson>()
            .Says("MoveLetter", "Moves a letter to another day.").Gives(typeof(AmendedJson));
        cohort.MapPost("/letters/cancel", (HttpContext context, string id, [FromServices] CohortActsApi api) => api.CancelLetterAsync(context, new CohortId(id)))
            .NeedsHere(Right.RunCohort, "cancel a letter").Takes<LetterReferenceJson>()
            .Says("CancelLetter", "Has a letter not sent.").Gives(typeof(AmendedJson));
        cohort.MapPost("/letters/restore", (HttpContext context, string id, [FromServices] CohortActsApi api) => api.RestoreLetterAsync(context, new CohortId(id)))
            .NeedsHere(Right.RunCohort, "bring a letter back").Takes<LetterReferenceJson>()
            .Says("RestoreLetter", "Brings back a letter that was moved or cancelled.").Gives(typeof(AmendedJson));
    }

    private static void MapPerson(RouteGroupBuilder people) => people
        .MapGet("/{who}", (HttpContext context, string id, string who, [FromServices] PeopleApi api) => api.ReadAsync(context, new CohortId(id), who))
        .NeedsHere(Right.ReadPeople, "a person")
        .Says("ReadPerson", "One person, with what they had and what comes.").Gives(typeof(PersonDetailsJson));

    private static void MapPeople(RouteGroupBuilder people)
    {
        people.MapPost("", (HttpContext context, string id, [FromServices] PeopleApi api) => api.JoinAsync(context, new CohortId(id)))
            .NeedsHere(Right.RunCohort, "let somebody join").Takes<EntryJson>()
            .Says("Join", "Lets somebody join from tomorrow on.").Gives(null, StatusCodes.Status204NoContent);
        people.MapPatch("/{who}", (HttpContext context, string id, string who, [FromServices] PeopleApi api) => api.ChangeAsync(context, new CohortId(id), who))
            .NeedsHere(Right.RunCohort, "change something about a person").Takes<EntryJson>()
            .Says("ChangePerson", "Changes what the roster says of a person; what was sent stays as it was.").Gives(null, StatusCodes.Status204NoContent);
        people.MapPost("/{who}/pause", (HttpContext context, string id, string who, [FromServices] PeopleApi api) => api.PauseAsync(context, new CohortId(id), who))
            .NeedsHere(Right.RunCohort, "pause a person").Takes<PauseJson>()
            .Says("PausePerson", "Pauses a person.").Gives(null, StatusCodes.Status204NoContent).Refuses(StatusCodes.Status409Conflict);
        people.MapPost("/{who}/resume", (HttpContext context, string id, string who, [FromServices] PeopleApi api) => api.ResumeAsync(context, new CohortId(id), who))
            .NeedsHere(Right.RunCohort, "take a person up again")
            .Says("ResumePerson", "Takes a person up again.").Gives(null, StatusCodes.Status204NoContent).Refuses(StatusCodes.Status409Conflict);
        people.MapPut("/{who}/letters", (HttpContext context, string id, string who, [FromServices] PeopleApi api) => api.ChooseLettersAsync(context, new CohortId(id), who))
            .NeedsHere(Right.RunCohort, "choose when letters come").Takes<LettersChosenJson>()
            .Says("ChooseLetters", "Says on which day somebody's letter comes, and how often.").Gives(null, StatusCodes.Status204NoContent).Refuses(StatusCodes.Status409Conflict);
        people.MapPost("/{who}/leave", (HttpContext context, string id, string who, [FromServices] PeopleApi api) => api.LeaveAsync(context, new CohortId(id), who))
            .NeedsHere(Right.RunCohort, "let a person leave")
            .Says("Leave", "A person leaves: nothing is sent any more.").Gives(null, StatusCodes.Status204NoContent);
    }

    private static void MapGroups(RouteGroupBuilder groups)
    {
        groups.MapPost("/apart", (HttpContext context, string id, [FromServices] GroupActsApi api) => api.KeepApartAsync(context, new CohortId(id)))
            .NeedsHere(Right.RunCohort, "keep two people apart").Takes<TwoPeopleJson>()
            .Says("KeepApart", "Has two people never brought together.").Gives(null, StatusCodes.Status204NoContent);
        groups.MapPost("/no-longer-apart", (HttpContext context, string id, [FromServices] GroupActsApi api) => api.NoLongerApartAsync(context, new CohortId(id)))
            .NeedsHere(Right.RunCohort, "keep two people apart no longer").Takes<TwoPeopleJson>()
            .Says("NoLongerApart", "Takes that back.").Gives(null, StatusCodes.Status204NoContent);
        groups.MapPut("/facilitators/{set:int}", (HttpContext context, string id, int set, [FromServices] GroupActsApi api) => api.NameFacilitatorAsync(context, new CohortId(id), set))
            .NeedsHere(Right.RunCohort, "name a facilitator").Takes<NameFacilitatorJson>()
            .Says("NameFacilitator", "Names who facilitates a set, and gives their private link.").Gives(typeof(FacilitatorJson));
        groups.MapPost("/meetings/move", (HttpContext context, string id, [FromServices] GroupActsApi api) => api.MoveMeetingAsync(context, new CohortId(id)))
            .NeedsHere(Right.RunCohort, "move a meeting").Takes<MoveMeetingJson>()
            .Says("MoveMeeting", "Moves a meeting of a set. Everybody in it is told.").Gives(typeof(MeetingNowJson));
        groups.MapPost("/meetings/call-off", (HttpContext context, string id, [FromServices] GroupActsApi api) => api.CallMeetingOffAsync(context, new CohortId(id)))
            .NeedsHere(Right.RunCohort, "call off a meeting").Takes<MeetingReferenceJson>()
            .Says("CallMeetingOff", "Calls a meeting of a set off. Everybody in it is told.").Gives(typeof(MeetingNowJson));
    }

    private static void MapAccounts(RouteGroupBuilder api)
    {
        api.MapGet("/accounts", (HttpContext context, [FromServices] AccountsApi accounts) => accounts.ListAsync(context))
            .NeedsSomewhere(Right.ReadAccess, "who may do what")
            .Says("ListAccounts", "Everybody who has signed in, and what was granted to them.").Gives(typeof(AccountsJson));
        api.MapPut("/accounts/{account}/grants/{grant}",
            (HttpContext context, string account, string grant, [FromServices] AccountsApi accounts) => accounts.GrantAsync(context, account, grant))
            .NeedsSomewhere(Right.Grant)
            .Says("Grant", "Grants something to an account, such as manager@place:vale. A slash in the name of a place is written %2F.").Gives(null, StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        api.MapDelete("/accounts/{account}/grants/{grant}",
            (HttpContext context, string account, string grant, [FromServices] AccountsApi accounts) => accounts.TakeAwayAsync(context, account, grant))
            .NeedsSomewhere(Right.Grant)
            .Says("TakeAway", "Takes a grant away; it holds at the next request.").Gives(null, StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        api.MapDelete("/accounts/{account}", (HttpContext context, string account, [FromServices] AccountsApi accounts) => accounts.RemoveAsync(context, account))
            .NeedsSomewhere(Right.Grant)
            .Says("RemoveAccount", "Removes an account with all that was granted to it.").Gives(null, StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
        api.MapPost("/accounts/{account}/sign-out", (HttpContext context, string account, [FromServices] AccountsApi accounts) => accounts.SignOutAsync(context, account))
            .NeedsSomewhere(Right.Grant)
            .Says("SignOut", "Signs whoever has an account out everywhere. They can sign in again, with what they are granted.").Gives(null, StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status404NotFound);
        api.MapGet("/access-history", (HttpContext context, [FromServices] AccountsApi accounts) => accounts.HistoryAsync(context))
            .NeedsEverywhere(Right.ReadAccess, "who did what")
            .Says("ReadAccessHistory", "Who did what at the desk and by the API in a week.").Gives(typeof(AccessHistoryJson)).Asks("week", "A day of the week, such as 2026-04-21; left out, this week.").Refuses(StatusCodes.Status422UnprocessableEntity);
    }
}
