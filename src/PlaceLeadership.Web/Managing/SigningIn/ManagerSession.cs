using Microsoft.AspNetCore.Http;
using NodaTime;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Somebody who has signed in.</summary>
/// <param name="Payload">What the cookie says, without its signature. Everything that is bound to the sign-in is bound to it.</param>
/// <param name="Proof">What every form of this sign-in carries, and nobody else can know.</param>
/// <param name="Id">A random id.</param>
/// <param name="Expires">When it is over.</param>
internal sealed record ManagerSession(string Payload, string Proof, string Id, Instant Expires)
{
    /// <summary>The sign-in of this request, which <see cref="SessionGate"/> has put there.</summary>
    public static ManagerSession Of(HttpContext context) => context.Features.Get<ManagerSession>()!;
}
