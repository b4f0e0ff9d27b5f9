using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Web.Managing.Launching;

/// <summary>Working patterns in words.</summary>
internal static class WorkingDays
{
    private static readonly (Weekdays Day, string Name)[] Names =
    [
        (Weekdays.Monday, "Mon"), (Weekdays.Tuesday, "Tue"), (Weekdays.Wednesday, "Wed"), (Weekdays.Thursday, "Thu"),
        (Weekdays.Friday, "Fri"),
    ];

    public static string InWords(WorkingPattern pattern) => pattern.Days == Weekdays.All
        ? "Mon to Fri"
        : string.Join(", ", Names.Where(item => pattern.Days.HasFlag(item.Day)).Select(item => item.Name));
}
