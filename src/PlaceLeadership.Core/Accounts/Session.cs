using NodaTime;

namespace PlaceLeadership.Core.Accounts;

/// <summary>A sign-in that holds, as it is kept in the tables.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Key">What it is found by: a hash of what only the browser knows.</param>
/// <param name="StartedAt">When somebody signed in.</param>
/// <param name="SeenAt">When it was last used, give or take <see cref="SessionStore.NotedEvery"/>.</param>
public sealed record Session(AccountId Account, string Key, Instant StartedAt, Instant SeenAt)
{
    /// <summary>How long a sign-in lasts, whatever is done with it.</summary>
    public static readonly Duration Lifetime = Duration.FromHours(12);

    /// <summary>How long it lasts unused: a device that somebody walked away from is signed out by itself.</summary>
    public static readonly Duration Idle = Duration.FromHours(2);

    /// <summary>Whether it holds at a moment.</summary>
    public bool Holds(Instant now) => now < StartedAt + Lifetime && now < SeenAt + Idle;
}
