using Microsoft.Extensions.Logging;

namespace PlaceLeadership.Web.Links;

/// <summary>Notes that a cohort was not woken after a change, which is stored by then.</summary>
internal sealed partial class WakeFailures(ILogger<WakeFailures> log)
{
    public void Note(CohortId cohort, Exception why) => NotWoken(log, cohort.Value, why.GetType().Name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Cohort {Cohort} was not woken after a change ({Failure}); its next look sees it")]
    private static partial void NotWoken(ILogger log, string cohort, string failure);
}
