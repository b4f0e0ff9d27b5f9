namespace PlaceLeadership.Simulation.Tests;

/// <summary>
/// The process dies here: whoever catches it starts anew with nothing but the tables. Derived from cancellation, which
/// product code never catches, because no code runs in a dead process.
/// </summary>
public sealed class SimulatedCrashException : OperationCanceledException;

/// <summary>What may go wrong at an await, and how often.</summary>
/// <param name="Random">The seeded source of all misfortune.</param>
/// <param name="Rate">Chance of a fault at each await, 0 to 1.</param>
public sealed record Faults(Random Random, double Rate)
{
    /// <summary>Crash at exactly this await, counted from 1; 0 for never.</summary>
    public int CrashAt { get; init; }

    /// <summary>Whether that crash comes before the effect or after it.</summary>
    public Misfortune CrashHow { get; init; }

    /// <summary>Awaits so far.</summary>
    public int Awaits { get; private set; }

    /// <summary>Whether faults happen now.</summary>
    public bool Armed { get; set; } = true;

    public Misfortune Next()
    {
        if (!Armed)
        {
            return Misfortune.None;
        }

        Awaits++;

        if (CrashAt != 0)
        {
            return Awaits == CrashAt ? CrashHow : Misfortune.None;
        }

        return Random.NextDouble() >= Rate ? Misfortune.None : (Misfortune)Random.Next(1, 6);
    }
}

public enum Misfortune
{
    None,
    CrashBefore,
    CrashAfter,
    Timeout,
    LostResponse,
    Conflict,
}
