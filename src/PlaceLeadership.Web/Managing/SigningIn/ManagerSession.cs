using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Web.Managing.SigningIn;

/// <summary>Somebody who has signed in.</summary>
/// <param name="Payload">What the cookie says, without its signature. Everything that is bound to the sign-in is bound to it.</param>
/// <param name="Proof">What every form of this sign-in carries, and nobody else can know.</param>
/// <param name="Kept">What is kept of it.</param>
/// <param name="Access">What they may do now.</param>
/// <param name="Name">How they are named; null for whoever knows the manager key.</param>
internal sealed record ManagerSession(string Payload, string Proof, Session Kept, Access Access, string? Name)
{
    /// <summary>Whether they may change the cohort in the address.</summary>
    public bool MayRun { get; set; }

    /// <summary>Who they are to the history of a cohort.</summary>
    public Actor Actor => Actor.Account(Access.Account);

    /// <summary>Who asks for a change in this request.</summary>
    public static Asker AskerOf(HttpContext context, PagesOptions options) => new(Of(context).Access, options.RealClock.Now(), ClientAddress.Of(context, options));

    /// <summary>The sign-in of this request, which <see cref="SessionGate"/> has put there.</summary>
    public static ManagerSession Of(HttpContext context) => context.Features.Get<ManagerSession>()!;
}
