using System.Net.Sockets;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Web.Safeguards;

/// <summary>Whether a failure means that the store could not be reached, so that trying again later makes sense.</summary>
internal static class Unreachable
{
    private const int DepthMax = 8;

    public static bool Is(Exception broken, Func<Exception, bool> more) => Is(broken, more, 0);

    private static bool Is(Exception broken, Func<Exception, bool> more, int depth) =>
        more(broken)
        || broken is TimeoutException or HttpRequestException or SocketException or IOException
            or OperationCanceledException or StoreConflictException
        || (depth < DepthMax && Causes(broken).Any(cause => Is(cause, more, depth + 1)));

    private static IEnumerable<Exception> Causes(Exception broken) => broken switch
    {
        AggregateException several => several.InnerExceptions,
        { InnerException: { } inner } => [inner],
        _ => [],
    };
}
