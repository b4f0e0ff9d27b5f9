using System.Diagnostics;

namespace PlaceLeadership.Benchmarks.Matching;

/// <summary>
/// The processor time of this process as a clock, so that what a search gets does not depend on who else uses the machine.
/// </summary>
internal sealed class ProcessorTime : TimeProvider
{
    private const int AsksBetweenReadings = 64;
    private readonly Process _process = Process.GetCurrentProcess();
    private int _asks;
    private long _last;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        if (_asks++ % AsksBetweenReadings == 0)
        {
            _process.Refresh();
            _last = _process.TotalProcessorTime.Ticks;
        }

        return _last;
    }
}
