using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Web.Managing.Groups;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>The pages of whoever leads or facilitates a set, and what managers see and do about sets.</summary>
internal sealed class LearningSetsPages : JourneyPages
{
    public override void AddTo(IServiceCollection services) => services
        .AddSingleton<MeetingActs>()
        .AddSingleton<LeadPages>()
        .AddSingleton<FacilitatorReading>()
        .AddSingleton<FacilitatePages>()
        .AddSingleton<FacilitatorPages>()
        .AddSingleton<ManagerMeetingPages>();

    public override void MapLinks(IEndpointRouteBuilder pages)
    {
        LeadEndpoints.Map(pages);
        FacilitateEndpoints.Map(pages);
    }

    public override void MapForManagers(IEndpointRouteBuilder cohort)
    {
        cohort.MapPost(
            "/groups/meeting", (HttpContext context, string id, [FromServices] ManagerMeetingPages pages) => pages.ActAsync(context, new CohortId(id))).NeedsHere(Right.RunCohort, "moved or called off a meeting").Keeps("move a meeting or call it off");
        cohort.MapMethods("/groups/facilitator/{set:int}", Verbs.Reading,
            (HttpContext context, string id, int set, [FromServices] FacilitatorPages pages) => pages.ShowLinkAsync(context, new CohortId(id), set)).NeedsHere(Right.ReadPeople, "a facilitator's link");
        cohort.MapPost("/groups/facilitator/{set:int}",
            (HttpContext context, string id, int set, [FromServices] FacilitatorPages pages) => pages.NameAsync(context, new CohortId(id), set)).NeedsHere(Right.RunCohort, "name a facilitator").Keeps("name a facilitator");
    }

    public override Task<JourneyPart?> PartAsync(GroupsSheet sheet, CancellationToken cancellation) => Task.FromResult<JourneyPart?>(new(
        [.. sheet.Groups.ToCome.Where(line => line.AreSets).Select(GroupsWords.WhenFormed)],
        sheet.Groups.Sets is null ? null : typeof(SetsPart),
        new Dictionary<string, object?> { [nameof(SetsPart.Sheet)] = sheet }));
}
