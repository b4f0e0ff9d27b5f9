using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>From which network address somebody comes. What a proxy says of it is believed where it comes from a proxy that the settings name.</summary>
internal static class ClientAddress
{
    public static string Of(HttpContext context, PagesOptions options) => Find(context, options)?.ToString() ?? "";

    /// <summary>The network that somebody has to themselves: one address of the fourth version, and of the sixth the 64 bits that a household gets (RFC 6177).</summary>
    public static string NeighbourhoodOf(HttpContext context, PagesOptions options) => Find(context, options) is { } address
        ? (address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPNetwork(new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]), 64).ToString() : address.ToString())
        : "";

    private static IPAddress? Find(HttpContext context, PagesOptions options)
    {
        var address = Plain(context.Connection.RemoteIpAddress);
        var passed = context.Request.Headers["X-Forwarded-For"].ToString().Split(',');
        for (var hop = passed.Length - 1; hop >= 0 && IsProxy(address, options) && Read(passed[hop]) is { } before; hop--)
        {
            address = before;
        }

        return address;
    }

    private static bool IsProxy(IPAddress? address, PagesOptions options) =>
        address is not null && options.TrustedProxies.Any(network => network.Contains(address));

    // Some write the port too.
    private static IPAddress? Read(string text) => IPEndPoint.TryParse(text.Trim(), out var point) ? Plain(point.Address) : null;

    // One of the fourth version that comes as one of the sixth is the same.
    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
