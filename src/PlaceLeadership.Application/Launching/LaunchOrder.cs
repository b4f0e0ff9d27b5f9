using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Application.Launching;

/// <summary>What a manager says about a cohort beside its programme and its roster.</summary>
/// <param name="Place">The name of the place, as messages use it.</param>
/// <param name="Start">The first day.</param>
/// <param name="CohortId">The id, or null for one made of place and first day.</param>
/// <param name="Division">Whose bank holidays are kept.</param>
/// <param name="Sender">Who signs every message.</param>
public sealed record LaunchOrder(string Place, LocalDate Start, CohortId? CohortId, UkDivision Division, Sender Sender)
{
    /// <summary>The words for the divisions, in the order in which they are offered.</summary>
    public static IReadOnlyList<(string Word, UkDivision Division, string Label)> Divisions { get; } =
    [
        ("england-and-wales", UkDivision.EnglandAndWales, "England and Wales"),
        ("scotland", UkDivision.Scotland, "Scotland"),
        ("northern-ireland", UkDivision.NorthernIreland, "Northern Ireland"),
    ];

    /// <summary>The zone in which every cohort's dates and hours are meant.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];
}
