using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;

namespace PlaceLeadership.Application.Groups;

/// <summary>Moves meetings of sets and calls them off, for members who lead, facilitators and managers alike.</summary>
public sealed class MeetingDesk(SetDesk groups, TimeProvider clock)
{
    /// <summary>Moves a meeting to a local time.</summary>
    public Task<MeetingOutcome> MoveAsync(Cohort cohort, Actor by, int set, StepId step, LocalDateTime to, CancellationToken cancellation)
    {
        var now = Now(cohort);
        return groups.ChangeMeetingAsync(cohort.Id, by, set, step, meeting => MeetingChange.Move(meeting, to, now), cancellation);
    }

    /// <summary>Calls a meeting off.</summary>
    public Task<MeetingOutcome> CallOffAsync(Cohort cohort, Actor by, int set, StepId step, CancellationToken cancellation)
    {
        var now = Now(cohort);
        return groups.ChangeMeetingAsync(cohort.Id, by, set, step, meeting => MeetingChange.CallOff(meeting, now), cancellation);
    }

    /// <summary>The local time of a cohort.</summary>
    public LocalDateTime Now(Cohort cohort) => clock.Now().InZone(cohort.Zone).LocalDateTime;
}
