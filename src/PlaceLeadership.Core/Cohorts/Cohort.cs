using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>The named human who signs every message.</summary>
/// <param name="Name">As participants know the person.</param>
/// <param name="Email">Where replies to messages go.</param>
/// <param name="Contact">How else to reach the person, in words: a telephone number, a place, hours.</param>
public sealed record Sender(string Name, string Email, string Contact);

/// <summary>A pause of a person, an organisation or a whole cohort.</summary>
/// <param name="Since">The local date on which it began.</param>
/// <param name="Until">The first date on which things go on again, or null until somebody says so.</param>
public sealed record Pause(LocalDate Since, LocalDate? Until)
{
    /// <summary>Whether the pause holds on this date.</summary>
    public bool Holds(LocalDate today) => Until is null || today < Until;
}

/// <summary>One run of a programme in a place, as far as its tending needs to know.</summary>
public sealed record Cohort
{
    /// <summary>The most people one partition tends; a larger cohort is kept as <see cref="CohortParts"/>.</summary>
    public const int PeopleMax = 500;

    /// <summary>The id: lower-case letters, digits and hyphens. It stands in links and logs, so it names no person.</summary>
    public required CohortId Id { get; init; }

    /// <summary>The name of the place.</summary>
    public required string Place { get; init; }

    /// <summary>The programme it runs.</summary>
    public required string ProgrammeId { get; init; }

    /// <summary>The version of the programme it keeps until a manager moves it on.</summary>
    public required int ProgrammeVersion { get; init; }

    /// <summary>The first day; week 1 of the programme is the week, from Monday, that holds it.</summary>
    public required LocalDate Start { get; init; }

    /// <summary>The zone in which every date and hour is meant, a TZDB id.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Whose bank holidays are kept.</summary>
    public required UkDivision Division { get; init; }

    /// <summary>Who signs.</summary>
    public required Sender Sender { get; init; }

    /// <summary>
    /// Days by which everything not yet sent has moved because the whole cohort paused; whole weeks, so that the
    /// weekday of a step stays.
    /// </summary>
    public int ShiftDays { get; init; }

    /// <summary>The pause of the whole cohort, if it has one.</summary>
    public Pause? Pause { get; init; }

    /// <summary>The day from which the whole cohort went on after its last pause. A prompt sent before it is named nowhere as still open.</summary>
    public LocalDate? WentOnFrom { get; init; }

    /// <summary>Pauses of organisations, by organisation id.</summary>
    public IReadOnlyDictionary<string, Pause> OrganisationPauses { get; init; } = new Dictionary<string, Pause>();

    /// <summary>The day from which each organisation went on after its last pause.</summary>
    public IReadOnlyDictionary<string, LocalDate> OrganisationsWentOnFrom { get; init; } = new Dictionary<string, LocalDate>();

    /// <summary>
    /// Steps that this cohort never sends: a later version placed them on days that had already passed.
    /// </summary>
    public IReadOnlyList<StepId> PassedOver { get; init; } = [];

    /// <summary>The day on which it ended, or null while it runs.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>When tending next has something to do, as last worked out; null when nothing will be due.</summary>
    public Instant? NextWake { get; init; }

    /// <summary>When it runs its programme.</summary>
    public CohortDates Dates => new(Start, ShiftDays);

    /// <summary>The Monday of week 1.</summary>
    public LocalDate FirstMonday => Dates.FirstMonday;
}
