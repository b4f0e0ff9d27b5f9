using NodaTime;

namespace PlaceLeadership.Core.Accounts;

/// <summary>A sign-in that holds, as it is kept in the tables.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Key">What it is found by: a hash of what only the browser knows.</param>
/// <param name="StartedAt">When somebody signed in.</param>
/// <param name="SeenAt">When it was last used, give or take <see cref="SessionStore.NotedEvery"/>.</param>
public sealed record Session(AccountId Account, string Key, Instant StartedAt, Instant SeenAt)
{
    private const int MarkLength = 16;

    /// <summary>How long a sign-in lasts, whatever is done with it.</summary>
    public static readonly Duration Lifetime = Duration.FromHours(12);

    /// <summary>How long it lasts unused: a device that somebody walked away from is signed out by itself.</summary>
    public static readonly Duration Idle = Duration.FromHours(2);

    /// <summary>How long it is believed that somebody is who they said, before what cannot be undone.</summary>
    public static readonly Duration Fresh = Duration.FromMinutes(10);

    /// <summary>What tells it from others of the same account; nothing can be done with it by anybody else.</summary>
    public string Mark => Key[^MarkLength..];

    /// <summary>What the provider said; null where somebody signed in with the manager key.</summary>
    public ProviderWord? Provider { get; init; }

    /// <summary>Whether it holds at a moment.</summary>
    public bool Holds(Instant now) => now < StartedAt + Lifetime && now < SeenAt + Idle;

    /// <summary>Whether somebody proved lately who they are.</summary>
    public bool IsFresh(Instant now) => (Provider?.AuthenticatedAt ?? StartedAt) is var at && now < at + Fresh && at < now + Fresh;
}

/// <summary>What a provider said of somebody who signed in.</summary>
/// <param name="SignIn">Its own word for the sign-in (the claim <c>sid</c>), by which it ends it; may be empty.</param>
/// <param name="AuthenticatedAt">When they proved who they are (the claim <c>auth_time</c>); where it does not say, long ago.</param>
/// <param name="Grants">What it grants, by its roles or groups.</param>
/// <param name="SaidAt">When it said so.</param>
/// <param name="Refresh">By what it is asked again, encrypted; null where it gave nothing for that.</param>
public sealed record ProviderWord(string SignIn, Instant AuthenticatedAt, IReadOnlyList<Grant> Grants, Instant SaidAt, string? Refresh)
{
    /// <summary>Who says so: the same word for a sign-in may mean another at another issuer.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>After how long it is asked again, so that somebody at work notices nothing.</summary>
    public static readonly Duration AskedAfter = Duration.FromMinutes(10);

    /// <summary>How long its grants hold without asking it again.</summary>
    public static readonly Duration Lasts = AskedAfter + Duration.FromMinutes(5);

    /// <summary>Whether it granted something that holds no more, and it cannot be asked again.</summary>
    public bool HasLapsedForGood(Instant now) => Refresh is null && Grants.Count > 0 && now >= SaidAt + Lasts;

    /// <summary>What it still grants at a moment.</summary>
    public IReadOnlyList<Grant> GrantsAt(Instant now) => now < SaidAt + Lasts ? Grants : [];
}
