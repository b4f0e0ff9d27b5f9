using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PlaceLeadership.Application.Finding;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Journeys;
using PlaceLeadership.Web.Managing;
using PlaceLeadership.Web.Managing.Groups;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Tests.Journeys;

/// <summary>The pages of quotes: one behind a private link, one for managers, and a part of the page about who is brought together.</summary>
internal sealed class QuotePages : JourneyPages
{
    public override void MapLinks(IEndpointRouteBuilder pages) => pages.MapGet($"/{SuggestLink.Purpose.Letter}/{{token}}", (
        string token, [FromServices] LinkTokens tokens, [FromServices] TimeProvider clock) =>
            tokens.Read<SuggestLink>(token, Core.Calendar.Clocks.Now(clock)) is LinkReading<SuggestLink>.Valid { Link: var link }
                ? Results.Text($"For one reader: {link.Step}") : Results.NotFound());

    public override void MapForManagers(IEndpointRouteBuilder cohort) => cohort.MapGet(
        "/quotes", async (string id, [FromServices] CohortFinding finding) => Results.Text(Line(await finding.RowsAsync(new CohortId(id), default)))).NeedsHere(Right.ReadGroups, "quotes");

    public override Task<JourneyPart?> PartAsync(GroupsSheet sheet, CancellationToken cancellation)
    {
        var rows = sheet.Groups.Rows;
        return Task.FromResult<JourneyPart?>(new JourneyPart(
            Quotes.Of(rows).Weeks.Count == 0 ? ["The first quote is still to come."] : [],
            Quotes.Of(rows).Weeks.Count == 0 ? null : typeof(QuotePart),
            new Dictionary<string, object?> { [nameof(QuotePart.Said)] = Line(rows) }));
    }

    private static string Line(JourneyRows rows) =>
        string.Join("; ", Quotes.Of(rows).Weeks.Select(week => $"{week.Step}: {week.Choices.Count} of {week.People.Count} chose"));
}

/// <summary>What a manager sees of quotes.</summary>
public sealed class QuotePart : ComponentBase
{
    [Parameter]
    public ManagerPage? At { get; set; }

    [Parameter]
    public string Said { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "p");
        builder.AddContent(1, Said);
        builder.CloseElement();
    }
}
