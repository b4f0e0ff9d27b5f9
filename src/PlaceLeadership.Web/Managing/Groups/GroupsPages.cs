using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Application.Groups;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Journeys;
using PlaceLeadership.Web.Journeys.LearningSets;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Links;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Managing.Groups;

/// <summary>Reads the page about pairs and sets.</summary>
internal sealed class GroupsSheets(GroupsReading reading, LinkTokens tokens)
{
    public async Task<GroupsSheet?> ReadAsync(CohortId id, CancellationToken cancellation) =>
        await reading.ReadAsync(id, cancellation).ConfigureAwait(false) is { } groups ? new GroupsSheet(groups, tokens.ReferToPerson) : null;
}

/// <summary>The page about pairs and sets, and what a manager changes there.</summary>
internal sealed class GroupsPages(
    GroupsSheets sheets, CohortFinding finding, ApartDesk apart, LinkTokens tokens)
{
    public const string One = "one";

    public const string Other = "other";

    public async Task<IResult> ShowAsync(HttpContext context, CohortId id) => await PageAsync(
        context, id, StatusCodes.Status200OK, sheet => sheet with { Notice = GroupsWords.Notice(context.Request.Query["done"]) }).ConfigureAwait(false);

    /// <summary>Keeps two people apart.</summary>
    public async Task<IResult> KeepApartAsync(HttpContext context, CohortId id)
    {
        var (one, other) = Two(context);
        if (await sheets.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is not { } sheet)
        {
            return CohortPages.Missing(context);
        }

        if (one == other || !sheet.Groups.People.Any(person => sheet.Refer(person.Id) == one) || !sheet.Groups.People.Any(person => sheet.Refer(person.Id) == other))
        {
            return await ShowAsync(context, StatusCodes.Status422UnprocessableEntity, sheet with
            {
                Problem = new ErrorItem(One, GroupsWords.ChooseTwo),
                Chosen = (one, other),
            }).ConfigureAwait(false);
        }

        await apart.KeepApartAsync(id, ManagerSession.Of(context).Actor, tokens.ReferredPerson(one), tokens.ReferredPerson(other), CancellationToken.None).ConfigureAwait(false);
        return Done(context, sheet.Cohort, "apart");
    }

    /// <summary>Takes back that two people are kept apart.</summary>
    public async Task<IResult> TakeBackAsync(HttpContext context, CohortId id)
    {
        var (one, other) = Two(context);
        if (await finding.OneAsync(id, context.RequestAborted).ConfigureAwait(false) is not var (cohort, _))
        {
            return CohortPages.Missing(context);
        }

        var (first, second) = (tokens.ReferredPerson(one), tokens.ReferredPerson(other));
        if (first.Value.Length == 0 || second.Value.Length == 0)
        {
            return ManagerShow.Sorry(context, StatusCodes.Status400BadRequest, ManagerWords.NotFromHere);
        }

        await apart.NoLongerApartAsync(id, ManagerSession.Of(context).Actor, first, second, CancellationToken.None).ConfigureAwait(false);
        return Done(context, cohort, "not-apart");
    }

    private static (string One, string Other) Two(HttpContext context) =>
        (SentForm.Of(context).First(One), SentForm.Of(context).First(Other));

    private static IResult Done(HttpContext context, Cohort cohort, string notice) =>
        ManagerShow.GoTo(context, $"{ManagerPaths.Cohort(cohort.Id, "groups")}?done={notice}");

    private async Task<IResult> PageAsync(HttpContext context, CohortId id, int status, Func<GroupsSheet, GroupsSheet> finish) =>
        await sheets.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is { } sheet
            ? await ShowAsync(context, status, finish(sheet)).ConfigureAwait(false)
            : CohortPages.Missing(context);

    /// <summary>The page, with what there is to be seen of each journey.</summary>
    internal static async Task<IResult> ShowAsync(HttpContext context, int status, GroupsSheet sheet)
    {
        var parts = new List<JourneyPart>();
        foreach (var journey in context.RequestServices.GetServices<JourneyPages>())
        {
            if (await journey.PartAsync(sheet, context.RequestAborted).ConfigureAwait(false) is { } part)
            {
                parts.Add(part);
            }
        }

        return ManagerShow.Page<GroupsPage>(context, status, nameof(GroupsPage.Sheet), sheet with { Parts = parts });
    }
}
