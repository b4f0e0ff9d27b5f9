using System.Globalization;
using NodaTime;
using PlaceLeadership.Application.Overview;

namespace PlaceLeadership.Cli.Overview;

/// <summary>How one cohort stands, in words for a terminal and for scripts.</summary>
internal static class CohortText
{
    public static string State(CohortLine line) => line.Standing?.State switch
    {
        null => "cannot be read",
        CohortState.Ended { On: var on } => $"ended {Day(on)}",
        CohortState.Paused { Until: { } until } => $"paused until {Day(until)}",
        CohortState.Paused => "paused",
        CohortState.ToBegin { On: var on } => $"begins {Day(on)}",
        _ => "running",
    };

    /// <summary>When something goes out next at the earliest, or null while nothing does.</summary>
    public static string? NextMessage(CohortLine line) => line.Standing?.Summary.Cohort is { EndedOn: null, Pause: null, NextWake: { } wake } cohort
        ? wake.InZone(cohort.Zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture) : null;

    public static object Document(CohortLine line)
    {
        var summary = line.Standing?.Summary;
        return new
        {
            line.Id,
            line.Place,
            programme = summary is null ? "" : $"{summary.Cohort.ProgrammeId} {summary.Cohort.ProgrammeVersion}",
            start = summary is null ? "" : Day(summary.Cohort.Start),
            state = State(line),
            people = summary?.People ?? 0,
            paused = summary?.Paused ?? 0,
            left = summary?.Left ?? 0,
            addressRefused = summary?.AddressRefused ?? 0,
            waiting = summary?.Waiting ?? 0,
            inDoubt = (summary?.InDoubt ?? []).Select(message => message.ToString()),
            nextMessage = NextMessage(line),
            held = (summary?.Held ?? []).Select(held => new { message = held.Message.ToString(), held.Reason }),
            line.Troubles,
        };
    }

    private static string Day(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
