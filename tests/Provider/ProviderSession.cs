namespace PlaceLeadership.Tests.Provider;

/// <summary>Somebody signed in at the provider, since when, and under which "sid".</summary>
public sealed record ProviderSession(ProviderPerson Person, string Id, DateTimeOffset Since);
