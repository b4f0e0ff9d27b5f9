using NodaTime;

namespace PlaceLeadership.Core.Places;

/// <summary>The language in which a person is written to.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Welsh.</summary>
    Welsh,

    /// <summary>Nobody has asked yet, so the person gets both where both exist.</summary>
    NotKnown,
}

/// <summary>How senior a role is within its own organisation.</summary>
public enum Level
{
    /// <summary>Works directly with residents, patients or members; unpaid community roles without staff count here.</summary>
    Frontline,

    /// <summary>Leads a team.</summary>
    TeamLeader,

    /// <summary>Leads several teams or a service.</summary>
    MiddleManager,

    /// <summary>Leads a department or several services.</summary>
    SeniorManager,

    /// <summary>Leads an organisation, or sits on its board or executive.</summary>
    Executive,
}

/// <summary>Days of the working week, combined.</summary>
[Flags]
public enum Weekdays
{
    /// <summary>No day.</summary>
    None = 0,

    /// <summary>Monday.</summary>
    Monday = 1,

    /// <summary>Tuesday.</summary>
    Tuesday = 2,

    /// <summary>Wednesday.</summary>
    Wednesday = 4,

    /// <summary>Thursday.</summary>
    Thursday = 8,

    /// <summary>Friday.</summary>
    Friday = 16,

    /// <summary>Monday to Friday.</summary>
    All = Monday | Tuesday | Wednesday | Thursday | Friday,
}

/// <summary>What is asked of days of the working week.</summary>
public static class WeekdaysInOrder
{
    /// <summary>Each of the days by itself, from Monday on.</summary>
    public static IEnumerable<Weekdays> Each(this Weekdays days) => Enum.GetValues<Weekdays>()
        .Where(day => day is not (Weekdays.None or Weekdays.All) && days.HasFlag(day));
}

/// <summary>
/// When a person works, as far as messages care: days from Monday to Friday and hours between 08:00 and 18:00. Messages
/// never arrive outside it, whatever else the person works.
/// </summary>
/// <param name="Days">At least one day.</param>
/// <param name="FromHour">First hour, 8 to 17, local time.</param>
/// <param name="ToHour">Hour at which the day ends, later than <paramref name="FromHour"/>, 9 to 18.</param>
public readonly record struct WorkingPattern(Weekdays Days, int FromHour, int ToHour)
{
    /// <summary>The earliest hour at which anybody gets a message.</summary>
    public const int EarliestHour = 8;

    /// <summary>The hour from which nobody gets a message any more.</summary>
    public const int LatestHour = 18;

    /// <summary>Monday to Friday, 08:00 to 18:00.</summary>
    public static WorkingPattern FullWeek { get; } = new(Weekdays.All, EarliestHour, LatestHour);

    /// <summary>Whether the person works on this day of the week.</summary>
    public bool Includes(IsoDayOfWeek day) =>
        day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Friday && ((int)Days & (1 << ((int)day - 1))) != 0;
}

/// <summary>One valid row of a roster.</summary>
/// <param name="Name">As the person is addressed.</param>
/// <param name="Email">Where messages go. Not an identity: addresses change and are reused.</param>
/// <param name="Organisation">The name of the organisation.</param>
/// <param name="Sector">Id of a sector, see <see cref="Sectors"/>.</param>
/// <param name="Role">The role in the organisation, or empty.</param>
/// <param name="Level">How senior, or null when not said.</param>
/// <param name="LineManager">Name or address of the line manager as written, or null.</param>
/// <param name="Language">Language of messages.</param>
/// <param name="Pattern">When the person works.</param>
/// <param name="PreferredHour">The hour at which messages arrive, within the pattern.</param>
/// <param name="StrengthsOffered">What the person can offer others.</param>
/// <param name="GrowthSought">What the person wants to grow in.</param>
/// <param name="AccessNeeds">What the person needs to take part, or null.</param>
public sealed record RosterEntry(
    string Name,
    string Email,
    string Organisation,
    string Sector,
    string Role,
    Level? Level,
    string? LineManager,
    Language Language,
    WorkingPattern Pattern,
    int PreferredHour,
    IReadOnlyList<string> StrengthsOffered,
    IReadOnlyList<string> GrowthSought,
    string? AccessNeeds);
