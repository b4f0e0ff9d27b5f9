using System.Net;

namespace PlaceLeadership.Mail.SendGrid;

/// <summary>Content that leaves once at the most: a redirection or a retry below us must not send a message again.</summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly HttpContent _content;
    private int _departures;

    public WatchedContent(HttpContent content)
    {
        _content = content;
        foreach (var (name, values) in content.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    public bool HasBegunToLeave => Volatile.Read(ref _departures) > 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        Interlocked.Increment(ref _departures) == 1
            ? _content.CopyToAsync(stream, context, cancellationToken)
            : throw new InvalidOperationException("The transport asked for the body of a message a second time.");

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}
