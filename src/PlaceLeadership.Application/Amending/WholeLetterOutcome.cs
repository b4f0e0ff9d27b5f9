using NodaTime;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Application.Amending;

/// <summary>What comes to a person on a day.</summary>
/// <param name="Person">The person.</param>
/// <param name="On">The day.</param>
public readonly record struct LetterOf(ParticipantId Person, LocalDate On);

/// <summary>What became of moving, cancelling or bringing back a whole letter.</summary>
/// <param name="Problem">Why nothing changed, or null.</param>
public sealed record WholeLetterOutcome(string? Problem)
{
    /// <summary>What was changed of it, and the day on which that will come; null where it does not.</summary>
    public IReadOnlyList<(Step Step, LocalDate? On)> Changed { get; init; } = [];

    /// <summary>What of it stays, as it brings people together and others wait for it.</summary>
    public IReadOnlyList<Step> Stays { get; init; } = [];
}
