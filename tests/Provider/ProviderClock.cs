namespace PlaceLeadership.Tests.Provider;

/// <summary>The clock on the provider's wall, which may be fast or slow.</summary>
internal sealed class ProviderClock(TimeProvider time) : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + Shift;
}
