using NodaTime;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>A timetable seen from a cohort.</summary>
public static class CohortTimetable
{
    /// <summary>The planned day of the step at this place.</summary>
    public static LocalDate PlannedOn(this Timetable timetable, int place, Cohort cohort) => timetable.PlannedOn(place, cohort.Dates);

    /// <summary>The same for somebody who takes part from this day on, who is welcomed on it.</summary>
    public static LocalDate PlannedOn(this Timetable timetable, int place, Cohort cohort, LocalDate joinedFrom) =>
        timetable.PlannedOn(place, cohort.Dates, joinedFrom);

    /// <summary>Whether somebody who takes part from this day on joins later than the others: once they had been welcomed.</summary>
    public static bool JoinsLater(this Timetable timetable, Cohort cohort, LocalDate joinedFrom) => timetable.JoinsLater(cohort.Dates, joinedFrom);

    /// <summary>The last day on which this programme can still do anything for this cohort.</summary>
    public static LocalDate EndsOn(this Timetable timetable, Cohort cohort) => timetable.EndsOn(cohort.Dates);
}
