namespace PlaceLeadership.Web.Health;

/// <summary>One more thing that a host needs before it can do its work, beside the store.</summary>
/// <param name="WhyNotAsync">Null when it is there; else a sentence that names no person.</param>
public sealed record ReadyCheck(Func<CancellationToken, Task<string?>> WhyNotAsync)
{
    /// <summary>Something that is known at once.</summary>
    public static ReadyCheck That(Func<string?> whyNot) => new(_ => Task.FromResult(whyNot()));
}
