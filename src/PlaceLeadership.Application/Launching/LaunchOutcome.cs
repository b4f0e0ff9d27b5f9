namespace PlaceLeadership.Application.Launching;

/// <summary>What became of a launch.</summary>
/// <param name="Problem">Why nothing was stored, as a sentence with a way out; null when the cohort is there.</param>
/// <param name="WasThere">Whether this very launch had been stored before.</param>
/// <param name="Parts">The cohort as it is stored: itself, or the parts of a large one.</param>
public sealed record LaunchOutcome(string? Problem, bool WasThere, IReadOnlyList<CohortId> Parts);
