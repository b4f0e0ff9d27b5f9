using Microsoft.Extensions.Logging;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Web.Links;

/// <summary>
/// Has a cohort looked at after somebody changed something on a page. What was changed is stored by then, so failing to
/// say so is no failure of the page: the next look sees it.
/// </summary>
internal sealed partial class PageWaker(CohortWaker waker, ILogger<PageWaker> log)
{
    public async Task WakeAsync(Cohort cohort)
    {
        try
        {
            await waker.WakeAsync(cohort, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            NotWoken(log, cohort.Id, failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cohort {Cohort} was not woken after a change ({Failure}); its next look sees it")]
    private static partial void NotWoken(ILogger log, CohortId cohort, string failure);
}
