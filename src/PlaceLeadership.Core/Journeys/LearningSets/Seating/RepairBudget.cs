using PlaceLeadership.Matching.Sets;

namespace PlaceLeadership.Core.Journeys.LearningSets.Seating;

/// <summary>Counts the steps of a search and says when it has to end.</summary>
internal sealed class RepairBudget(SearchLimits limits, TimeProvider time, CancellationToken cancellation)
{
    private const int LookEvery = 1 << 10;
    private readonly long _started = time.GetTimestamp();
    private long _steps;
    private bool _spent;

    /// <summary>Takes one step; false when there is none left.</summary>
    public bool Step()
    {
        if ((++_steps & (LookEvery - 1)) == 0)
        {
            cancellation.ThrowIfCancellationRequested();
            _spent |= time.GetElapsedTime(_started) >= limits.Time;
        }

        return !(_spent |= _steps > limits.StepsMax);
    }

    public bool IsSpent => _spent;
}
