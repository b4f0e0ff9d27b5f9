using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Managing.Groups;
using PlaceLeadership.Web.Managing.SigningIn;
using PlaceLeadership.Web.Safeguards;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>Names who facilitates a set, and shows their private link to whoever is to pass it on.</summary>
internal sealed class FacilitatorPages(
    GroupsSheets sheets, CohortFinding finding, SetDesk groups, FacilitatorLinks links, PagesOptions options)
{
    /// <summary>The field of the name.</summary>
    public const string Name = "name";

    public async Task<IResult> NameAsync(HttpContext context, CohortId id, int set)
    {
        var name = SentForm.Of(context).First(Name);
        if (await sheets.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is not { } sheet)
        {
            return CohortPages.Missing(context);
        }

        if (!Facilitator.CanBeCalled(name))
        {
            return await GroupsPages.ShowAsync(context, StatusCodes.Status422UnprocessableEntity, sheet with
            {
                Problem = new ErrorItem(
                    $"{Name}-{set}", name.Length == 0 ? GroupsWords.NameMissing : PageWords.Fill(GroupsWords.NameTooLong, Facilitator.NameMax)),
            }).ConfigureAwait(false);
        }

        return await groups.NameFacilitatorAsync(id, ManagerSession.Of(context).Actor, set, name, CancellationToken.None).ConfigureAwait(false) is null
            ? CohortPages.Missing(context)
            : ManagerShow.GoTo(context, ManagerPaths.Facilitator(id, set));
    }

    public async Task<IResult> ShowLinkAsync(HttpContext context, CohortId id, int set)
    {
        if (await finding.OneAsync(id, context.RequestAborted).ConfigureAwait(false) is not var (cohort, _)
            || await finding.FacilitatorAsync(id, set, context.RequestAborted).ConfigureAwait(false) is not { } facilitator)
        {
            return CohortPages.Missing(context);
        }

        var (path, until) = links.For(cohort, set, facilitator);
        return ManagerShow.Page<FacilitatorLinkPage>(
            context, StatusCodes.Status200OK, nameof(FacilitatorLinkPage.Sheet),
            new FacilitatorLinkSheet(cohort, set, facilitator.Name, Absolute(context, path), until));
    }

    /// <summary>Where people reach the page: by the address the host was told, else by the one this manager came to.</summary>
    private string Absolute(HttpContext context, string path) => new Uri(
        options.PublicAddress ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/"), path).AbsoluteUri;
}
