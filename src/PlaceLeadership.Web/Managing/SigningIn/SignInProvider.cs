using System.Collections.Frozen;
using PlaceLeadership.Core.Accounts;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>An OpenID Connect provider at which people at the desk sign in.</summary>
/// <param name="Authority">Its address, below which its discovery document is.</param>
/// <param name="ClientId">How it knows us.</param>
/// <param name="ClientSecret">By what it knows that it is us.</param>
/// <param name="Here">Where people reach the pages; ends in a slash. The redirect address is made from it, whatever host a request names.</param>
public sealed record SignInProvider(Uri Authority, string ClientId, string ClientSecret, Uri Here)
{
    /// <summary>The issuers whose people may sign in; empty for the one that the discovery document names.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>
    /// Whether roles and groups of an issuer count as grants: of several, those of the first alone. Whoever administers another organisation's people
    /// could otherwise make them administrators of everything; they are granted something here.
    /// </summary>
    public bool MayGrant(string issuer) => Issuers.Count == 0 || Issuers[0] == issuer;

    /// <summary>What members of its groups are granted, by the ids of the groups.</summary>
    public IReadOnlyDictionary<string, Grant> Groups { get; init; } = FrozenDictionary<string, Grant>.Empty;

    /// <summary>Whom its access tokens for the API are for.</summary>
    public string Audience { get; init; } = ClientId;

    /// <summary>Scheme, host and port, as a policy names them.</summary>
    public string Origin => Authority.GetLeftPart(UriPartial.Authority);
}
