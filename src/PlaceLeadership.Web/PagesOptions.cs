using System.Net;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Managing.SigningIn;

namespace PlaceLeadership.Web;

/// <summary>What a host may say about its pages.</summary>
public sealed class PagesOptions
{
    /// <summary>
    /// Whether an exception of the host's store means that it cannot be reached just now. The page then says 'try again in
    /// a few minutes' (503) and not 'something went wrong' (500). Time-outs, broken connections and lost races are known
    /// already, also as inner exceptions; a store's own exceptions have to be named here.
    /// </summary>
    public Func<Exception, bool> MeansUnreachable { get; set; } = _ => false;

    /// <summary>Where people at the desk sign in; null where there is only the manager key.</summary>
    public SignInProvider? Provider { get; set; }

    /// <summary>The networks of the proxies in front, which are believed when they say from which address somebody comes.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; set; } = [];

    /// <summary>With what somebody gets in at <c>/manage</c> as a manager without an account. With neither this nor a provider there are no such pages.</summary>
    public string? ManagerKey { get; set; }

    /// <summary>Where people reach the pages. Under an https address a sign-in never travels in the open.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>What a place shows of itself around every page.</summary>
    public Brand Brand { get; set; } = Brand.None;

    /// <summary>
    /// The clock of sign-ins. They last as long for a person whatever a rehearsal's clock, the host's
    /// <see cref="TimeProvider"/>, shows.
    /// </summary>
    public TimeProvider RealClock { get; set; } = TimeProvider.System;
}
