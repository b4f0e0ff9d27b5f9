namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>What the page of a cohort may say about what was just done, by a word in its address. None of them claims more than happened.</summary>
internal static class CohortNotices
{
    public const string Launched = "launched";
    public const string WasLaunched = "was-launched";
    public const string Paused = "paused";
    public const string TakenUp = "taken-up";
    public const string Ended = "ended";
    public const string Settled = "settled";
    public const string WasSettled = "was-settled";
    public const string Joined = "joined";

    private static readonly Dictionary<string, string> Sentences = new()
    {
        [Launched] = "The cohort is launched. Below is what goes out, and when.",
        [WasLaunched] = "This cohort had been launched already. Nothing was stored twice.",
        [Paused] = "The cohort is paused. What was waiting has been taken back.",
        [TakenUp] = "The cohort goes on. What was not sent has moved by whole weeks, so nothing arrives in a heap.",
        [Ended] = "The cohort has ended. Nothing goes out any more.",
        [Joined] = "They have joined. Letters come from tomorrow on.",
        [Settled] = "The message is settled.",
        [WasSettled] = "The message had been settled already. Nothing was changed.",
    };

    /// <summary>The sentence for a word, or null.</summary>
    public static string? Find(string? word) => word is null ? null : Sentences.GetValueOrDefault(word);
}
