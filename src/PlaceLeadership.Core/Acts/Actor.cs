namespace PlaceLeadership.Core.Acts;

/// <summary>What sort of somebody changed something.</summary>
public enum ActorKind
{
    /// <summary>A rule of the programme or of the product; nobody asked for it.</summary>
    Rule,

    /// <summary>Whoever holds the manager's key, on a page; in earlier releases also whoever ran a command.</summary>
    Manager,

    /// <summary>Whoever has the storage itself, by a command.</summary>
    CommandLine,

    /// <summary>Whoever signed in at the desk with an account of their own.</summary>
    Account,

    /// <summary>A participant, behind a private link or by mail.</summary>
    Person,

    /// <summary>Whoever facilitates a learning set.</summary>
    Facilitator,

    /// <summary>The mail provider, by what it says of a message.</summary>
    Provider,
}

/// <summary>Who changed something. Never a name: a name would stay when the person it belongs to is erased.</summary>
/// <param name="Kind">What sort of somebody.</param>
/// <param name="Id">The pseudonym of a participant, the number of a facilitator's set, an account; else empty.</param>
public readonly record struct Actor(ActorKind Kind, string Id = "")
{
    /// <summary>A rule.</summary>
    public static Actor Rule => new(ActorKind.Rule);

    /// <summary>The manager's key.</summary>
    public static Actor Manager => new(ActorKind.Manager);

    /// <summary>A command.</summary>
    public static Actor CommandLine => new(ActorKind.CommandLine);

    /// <summary>Somebody at the desk.</summary>
    public static Actor Account(AccountId account) =>
        account == AccountId.ManagerKey ? Manager : account == AccountId.CommandLine ? CommandLine : new(ActorKind.Account, account.Value);

    /// <summary>The mail provider.</summary>
    public static Actor Provider => new(ActorKind.Provider);

    /// <summary>A participant.</summary>
    public static Actor Person(ParticipantId person) => new(ActorKind.Person, person.Value);

    /// <summary>The facilitator of a set.</summary>
    public static Actor Facilitator(int set) => new(ActorKind.Facilitator, set.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
