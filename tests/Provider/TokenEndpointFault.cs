namespace PlaceLeadership.Tests.Provider;

/// <summary>What the token endpoint does instead of answering.</summary>
public enum TokenEndpointFault
{
    None,

    /// <summary>Says 500.</summary>
    Fails,

    /// <summary>Begins to answer and closes the connection. A client that heard nothing at all might ask again without a word.</summary>
    HangsUp,
}
