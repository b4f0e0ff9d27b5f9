namespace PlaceLeadership.Core;

/// <summary>Whose a sign-in is. It names no person.</summary>
public readonly record struct AccountId(string Value)
{
    /// <summary>Whoever knows the manager key.</summary>
    public static AccountId ManagerKey { get; } = new("key");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
