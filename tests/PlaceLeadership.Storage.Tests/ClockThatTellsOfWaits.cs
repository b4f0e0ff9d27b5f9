namespace PlaceLeadership.Storage.Tests;

/// <summary>The real clock, which says when somebody begins to wait for a certain time.</summary>
internal sealed class ClockThatTellsOfWaits(TimeSpan wait, Action began) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == wait)
        {
            began();
        }

        return System.CreateTimer(callback, state, dueTime, period);
    }
}
