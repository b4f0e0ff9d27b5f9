namespace PlaceLeadership.Tests.Provider;

/// <summary>Somebody whom the provider knows, and what it says of them.</summary>
public sealed record ProviderPerson(string Subject, string Name, string Email)
{
    /// <summary>Told as the claim "roles", if there are any.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>Told as the claim "groups", if there are any.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>So many groups that the token only says where they can be asked for, as Microsoft Entra ID does.</summary>
    public bool GroupsAreLeftOut { get; init; }

    /// <summary>Whatever else the token says, each as JSON has it.</summary>
    public IReadOnlyDictionary<string, object> Claims { get; init; } = new Dictionary<string, object>();
}
