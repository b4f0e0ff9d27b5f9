using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Web.Managing.Cohorts;

namespace PlaceLeadership.Web.Managing.Evidence;

/// <summary>The page of an evaluator about a cohort.</summary>
internal sealed class EvidencePages(EvidenceReading reading)
{
    public async Task<IResult> ShowAsync(HttpContext context, CohortId id) =>
        await reading.ReadAsync(id, context.RequestAborted).ConfigureAwait(false) is { } asked
            ? ManagerShow.Page<EvidencePage>(context, StatusCodes.Status200OK, nameof(EvidencePage.Asked), asked) : CohortPages.Missing(context);
}
