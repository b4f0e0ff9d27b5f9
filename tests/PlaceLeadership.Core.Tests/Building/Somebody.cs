using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Building;

/// <summary>Builds rows of a roster.</summary>
internal static class Somebody
{
    public static RosterEntry Named(string name, string organisation = "Council") => new(
        name, $"{name.ToLowerInvariant()}@example.org", organisation, Sectors.Council, "Lead", null, null,
        Language.English, WorkingPattern.FullWeek, 9, [], [], null);

    /// <summary>This person and five more, each of an organisation of their own.</summary>
    public static IReadOnlyList<RosterEntry> AndFiveMore(this RosterEntry first) =>
        [first, .. Enumerable.Range(2, 5).Select(number => Named($"N{number}", $"Organisation {number}"))];

    public static RosterEntry At(this RosterEntry entry, int hour) => entry with { PreferredHour = hour };

    public static RosterEntry Working(this RosterEntry entry, Weekdays days, int fromHour = 8, int toHour = 18) => entry with
    {
        Pattern = new WorkingPattern(days, fromHour, toHour),
        PreferredHour = Math.Clamp(entry.PreferredHour, fromHour, toHour - 1),
    };
}
