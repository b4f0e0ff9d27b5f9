namespace PlaceLeadership.Tests.Provider;

/// <summary>Whose key a token is signed with.</summary>
public enum SignedBy
{
    /// <summary>The key that the provider publishes.</summary>
    Provider,

    /// <summary>Another key that goes by the name of the provider's.</summary>
    Impostor,

    /// <summary>Another key, under a name that the provider never published.</summary>
    Stranger,

    /// <summary>None: "alg" is "none".</summary>
    Nobody,
}
