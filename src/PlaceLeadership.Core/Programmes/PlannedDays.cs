using NodaTime;

namespace PlaceLeadership.Core.Programmes;

/// <summary>Where steps stand before a cohort has dates: counted in days from the Monday of week 1.</summary>
public static class PlannedDays
{
    /// <summary>
    /// The planned day of each step by its id, 0 being the Monday of week 1. A step that is placed relative to another
    /// may fall on a weekend; bank holidays and working patterns are not known here. Steps whose chain of placements
    /// ends nowhere (a missing step, a circle) are left out, which cannot happen in a programme that was read.
    /// </summary>
    public static IReadOnlyDictionary<StepId, int> Of(IEnumerable<Step> steps)
    {
        var placements = new Dictionary<StepId, Placement>();
        foreach (var step in steps)
        {
            placements.TryAdd(step.Id, step.Placement);
        }

        var days = new Dictionary<StepId, int>();
        foreach (var id in placements.Keys)
        {
            if (DayOf(id, placements) is { } day)
            {
                days.Add(id, day);
            }
        }

        return days;
    }

    /// <summary>The week of the programme that holds a planned day, from 1.</summary>
    public static int WeekOf(int plannedDay) => (plannedDay / 7) + 1;

    /// <summary>The day of the week of a planned day.</summary>
    public static IsoDayOfWeek WeekdayOf(int plannedDay) => (IsoDayOfWeek)((plannedDay % 7) + 1);

    private static int? DayOf(StepId id, Dictionary<StepId, Placement> placements)
    {
        var days = 0;
        for (var hops = 0; hops <= placements.Count; hops++)
        {
            switch (placements.GetValueOrDefault(id))
            {
                case Placement.InWeek at:
                    return days + ((at.Week - 1) * 7) + (int)at.Day - 1;
                case Placement.After after:
                    days += after.Days;
                    id = after.StepId;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }
}
