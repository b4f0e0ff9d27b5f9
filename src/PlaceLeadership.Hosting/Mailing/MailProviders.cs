namespace PlaceLeadership.Hosting.Mailing;

/// <summary>The ways by which messages can leave.</summary>
public static class MailProviders
{
    /// <summary>All of them. The first is taken where none is chosen, so it writes to nobody.</summary>
    public static IReadOnlyList<MailProvider> BuiltIn { get; } = [new PickupProvider(), new SendGridProvider()];
}
