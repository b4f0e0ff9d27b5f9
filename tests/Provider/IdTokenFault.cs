namespace PlaceLeadership.Tests.Provider;

/// <summary>What is wrong with an id token.</summary>
public enum IdTokenFault
{
    None,
    WrongNonce,
    WrongIssuer,
    WrongAudience,
    Expired,
    WithoutSubject,

    /// <summary>Signed with another key that goes by the name of the provider's.</summary>
    SignedByImpostor,

    /// <summary>Signed with a key that the provider never published.</summary>
    SignedByStranger,

    /// <summary>Not signed: "alg" is "none".</summary>
    SignedByNobody,
}
