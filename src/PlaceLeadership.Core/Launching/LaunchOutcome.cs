namespace PlaceLeadership.Core.Launching;

/// <summary>What became of a launch.</summary>
/// <param name="Problem">Why nothing was stored, as a sentence with a way out; null when the cohort is there.</param>
/// <param name="WasThere">Whether this very launch had been stored before.</param>
public sealed record LaunchOutcome(string? Problem, bool WasThere);
