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
}
