using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>
/// Knows nobody. It is what a host asks whose own pipeline asks who somebody is; without it the platform would ask the provider's handler, which
/// asks itself without end. Who is at the desk is known to its gates alone.
/// </summary>
internal sealed class NobodyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "nobody";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
}
