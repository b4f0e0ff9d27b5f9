namespace PlaceLeadership.Mail.SendGrid;

/// <summary>How we talk to SendGrid.</summary>
public sealed class SendGridSettings
{
    /// <summary>The key; it needs the one permission <c>Mail Send</c>. Shown by nothing here.</summary>
    public required string ApiKey { get; init; }

    /// <summary>Where the operator sets the key; named in reasons when SendGrid refuses it.</summary>
    public string ApiKeySetting { get; init; } = "PLACELEAD_SENDGRID_KEY";

    /// <summary>
    /// Address of the API: <c>https://api.sendgrid.com</c>, or <c>https://api.eu.sendgrid.com</c> for an account whose data
    /// stay in the European Union.
    /// </summary>
    public Uri Endpoint { get; init; } = new("https://api.sendgrid.com");

    /// <summary>The most requests under way at once, from 1.</summary>
    public int ConcurrentMax { get; init; } = 16;

    /// <summary>The most messages that wait in this process for their turn; more are not accepted.</summary>
    public int WaitingMax { get; init; } = 1_000;

    /// <summary>How long one request may take, from connecting to the whole answer.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The most tries of one message while it is known not to have been accepted, from 2.</summary>
    public int TriesMax { get; init; } = 4;

    /// <summary>The longest we wait inside one call because SendGrid asks us to; a longer wait is the caller's.</summary>
    public TimeSpan WaitMax { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how many requests within 30 seconds, half of them failed, nothing is sent for a while; from 2.</summary>
    public int BreakAfter { get; init; } = 10;

    /// <summary>How long nothing is sent then.</summary>
    public TimeSpan BreakFor { get; init; } = TimeSpan.FromSeconds(30);
}
