namespace PlaceLeadership.Benchmarks.Matching;

/// <summary>
/// The processor time of this process as a clock, so that what a search gets does not depend on who else uses the machine.
/// </summary>
internal sealed class ProcessorTime : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
