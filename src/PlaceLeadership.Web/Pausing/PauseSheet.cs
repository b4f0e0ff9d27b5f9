using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Links;

namespace PlaceLeadership.Web.Pausing;

/// <summary>What the pages behind a pause link show.</summary>
/// <param name="Holder">Who holds the link.</param>
/// <param name="Path">The path of the page, for its forms.</param>
/// <param name="PausePath">Where to pause, which is another path on the page of a one-click link.</param>
/// <param name="LeavePath">Where to leave.</param>
/// <param name="Today">The local day.</param>
public sealed record PauseSheet(Holder Holder, string Path, string PausePath, string LeavePath, LocalDate Today)
{
    /// <summary>What stands in the form.</summary>
    public PauseRequest Filled { get; init; } = PauseRequest.Empty;

    /// <summary>What needs mending, or null.</summary>
    public ErrorItem? Problem { get; init; }

    /// <summary>What needs mending in the choice of letters, or null.</summary>
    public ErrorItem? LettersProblem { get; init; }

    /// <summary>What stands in the choice of letters.</summary>
    public LettersRequest Letters { get; init; } = LettersRequest.Of(LetterChoice.Of(Holder.Person));

    /// <summary>What stands in the choice of hour and language.</summary>
    public HourRequest Hours { get; init; } = HourRequest.Of(Holder.Person);

    /// <summary>Whether people choose when their letters come: where there is one a week.</summary>
    public bool OffersLetters => Holder.Programme.Rhythm.IsWeekly && !HasLeft;

    /// <summary>The day of the next message as things stand, where it is known.</summary>
    public LocalDate? Next { get; init; }

    /// <summary>The pause that holds today, or null.</summary>
    public Pause? Pause => Holder.Person.Pause is { } pause && pause.Holds(Today) ? pause : null;

    /// <summary>Whether the person has left.</summary>
    public bool HasLeft => Holder.Person.LeftOn is not null;
}
