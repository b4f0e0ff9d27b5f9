using NodaTime;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Core.Tending;

/// <summary>
/// When somebody is told that a meeting was moved or called off: at once, on any day, where they might travel to it within
/// <see cref="Invitations.DaysOfTravel"/> days, or miss it.
/// That counts for nothing else. A meeting further off waits for a working day, and is one mail a week at most.
/// </summary>
public static class ChangeDays
{
    /// <summary>The local hour from which it is said at once, on any day.</summary>
    public const int FromHour = 8;

    /// <summary>The local hour from which it waits for the next morning.</summary>
    public const int ToHour = 18;

    /// <summary>The day on which it is said at once; null where the person hears of it early enough, or sooner in their own hours.</summary>
    /// <param name="now">The local time.</param>
    /// <param name="person">The person.</param>
    /// <param name="changed">The day of the change.</param>
    /// <param name="usual">The day on which it would be said otherwise.</param>
    /// <param name="place">The place of the message.</param>
    /// <param name="invitations">What the person's set makes theirs.</param>
    public static LocalDate? AtOnce(LocalDateTime now, Participant person, LocalDate changed, LocalDate usual, int place, Invitations? invitations)
    {
        var from = now.Date >= changed && now.Hour >= ToHour ? now.Date.PlusDays(1) : LocalDate.Max(changed, now.Date);
        return invitations?.AtOnceFrom(place, from) is { } day && (day < usual || (day == usual && person.Hour >= FromHour)) ? day : null;
    }
}
