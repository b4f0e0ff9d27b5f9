namespace PlaceLeadership.Mail.SendGrid;

/// <summary>
/// Knows whether the body of a request began to leave. Kinds of exceptions do not tell reliably: a connection that takes
/// too long and an answer that takes too long are both a cancelled task.
/// </summary>
internal sealed class BodyWatch(HttpMessageHandler transport) : DelegatingHandler(transport)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = new WatchedContent(request.Content
            ?? throw new InvalidOperationException("A request without a body sends no message."));
        request.Content = body;
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!body.HasBegunToLeave)
        {
            throw new NothingSentException(e);
        }
    }
}
