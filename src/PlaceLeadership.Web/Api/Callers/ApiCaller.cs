using Microsoft.AspNetCore.Http;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web.Api.Callers;

/// <summary>Whoever asks, as their token says.</summary>
/// <param name="Access">What they may do now.</param>
internal sealed record ApiCaller(Access Access)
{
    /// <summary>Whether they may change the cohort in the address.</summary>
    public bool MayRun { get; set; }

    /// <summary>Who they are to the history of a cohort.</summary>
    public Actor Actor => Actor.Account(Access.Account);

    /// <summary>Who asks for a change in this request.</summary>
    public static Asker AskerOf(HttpContext context, PagesOptions options) => new(Of(context).Access, options.RealClock.Now(), ClientAddress.Of(context, options));

    /// <summary>Who asks in this request, which <see cref="BearerGate"/> has put there.</summary>
    public static ApiCaller Of(HttpContext context) => context.Features.Get<ApiCaller>()!;
}
