namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>
/// How often somebody may guess: so many wrong keys a minute in this process, whoever sends them. Beyond that no key is
/// looked at, not even the right one, so that guessing faster is no use.
/// </summary>
internal sealed class SignInLimit(PagesOptions options)
{
    /// <summary>Wrong keys in a minute.</summary>
    public const int FailuresMax = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _failures = new();

    /// <summary>Whether a key may be looked at now.</summary>
    public bool Allows()
    {
        lock (_lock)
        {
            while (_failures.TryPeek(out var oldest) && oldest + Window <= options.RealClock.GetUtcNow())
            {
                _failures.Dequeue();
            }

            return _failures.Count < FailuresMax;
        }
    }

    /// <summary>Counts a wrong key.</summary>
    public void Failed()
    {
        lock (_lock)
        {
            _failures.Enqueue(options.RealClock.GetUtcNow());
        }
    }
}
