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

    /// <summary>What programme managers sign in with at <c>/manage</c>. Without one there are no such pages.</summary>
    public string? ManagerKey { get; set; }

    /// <summary>Where people reach the pages. Under an https address a sign-in never travels in the open.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>
    /// The clock of sign-ins. They last as long for a person whatever a rehearsal's clock, the host's
    /// <see cref="TimeProvider"/>, shows.
    /// </summary>
    public TimeProvider RealClock { get; set; } = TimeProvider.System;
}
