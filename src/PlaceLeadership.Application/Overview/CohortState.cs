using NodaTime;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Overview;

/// <summary>How a cohort stands on a day.</summary>
public abstract record CohortState
{
    private CohortState()
    {
    }

    /// <summary>Its first day is to come.</summary>
    public sealed record ToBegin(LocalDate On) : CohortState;

    /// <summary>Its messages go out.</summary>
    public sealed record Running : CohortState;

    /// <summary>It is paused as a whole; until somebody says so where there is no day.</summary>
    public sealed record Paused(LocalDate Since, LocalDate? Until) : CohortState;

    /// <summary>It has ended.</summary>
    public sealed record Ended(LocalDate On) : CohortState;

    /// <summary>How a cohort stands on a local day.</summary>
    public static CohortState Of(Cohort cohort, LocalDate today) => cohort switch
    {
        { EndedOn: { } ended } => new Ended(ended),
        { Pause: { } pause } when pause.Holds(today) => new Paused(pause.Since, pause.Until),
        _ when cohort.Start > today => new ToBegin(cohort.Start),
        _ => new Running(),
    };
}
