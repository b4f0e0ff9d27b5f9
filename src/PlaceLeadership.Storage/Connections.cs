using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace PlaceLeadership.Storage;

/// <summary>How long we try to reach an account. A dead one is known within seconds; a busy one gets its chance.</summary>
internal static class Connections
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(5);

    // One pool of connections for the process, as the SDK has it. Renewed, so that a changed DNS entry is seen.
    private static readonly HttpClientTransport Transport = new(new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        ConnectTimeout = ConnectTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    });

    public static TableClientOptions ForWork() => With(3, AnswerTimeout);

    public static TableClientOptions ForOneTry() => With(0, ProbeTimeout);

    private static TableClientOptions With(int retriesMax, TimeSpan answerTimeout) => new()
    {
        Transport = Transport,
        Retry =
        {
            Mode = RetryMode.Exponential,
            MaxRetries = retriesMax,
            Delay = TimeSpan.FromMilliseconds(200),
            MaxDelay = TimeSpan.FromSeconds(2),
            NetworkTimeout = answerTimeout,
        },
        Diagnostics = { IsLoggingContentEnabled = false },
    };
}
