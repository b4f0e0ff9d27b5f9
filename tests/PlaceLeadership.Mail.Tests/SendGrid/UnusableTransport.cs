namespace PlaceLeadership.Mail.Tests.SendGrid;

/// <summary>Fails the test of a message that should never have reached the network.</summary>
internal sealed class UnusableTransport : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Nothing should be sent here.");
}
