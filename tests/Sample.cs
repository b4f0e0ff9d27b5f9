namespace PlaceLeadership;

/// <summary>
/// How much a long test tries: a little, and everything where PLACELEAD_TESTS says 'all', as <c>eng/test.sh --all</c> does.
/// The little is the beginning of everything, so that a seed that fails in it fails in either.
/// </summary>
internal static class Sample
{
    private static readonly bool All = Environment.GetEnvironmentVariable("PLACELEAD_TESTS") == "all";

    /// <summary>How many seeds, cohorts or cases.</summary>
    public static int Of(int few, int all) => All ? all : few;

    /// <summary>How far it is from one place that is tried to the next: one, or so many.</summary>
    public static int Every(int nth) => All ? 1 : nth;

    /// <summary>
    /// Takes a sample, and another where chance brought too little of what the test is about, four at most; whether it is enough then, the test says.
    /// </summary>
    public static async Task UntilAsync(Func<bool> isEnough, Func<Task> take)
    {
        for (var taken = 0; taken < 4 && !isEnough(); taken++)
        {
            await take();
        }
    }
}
