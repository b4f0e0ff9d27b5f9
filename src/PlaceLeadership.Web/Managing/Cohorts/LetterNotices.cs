namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>What the page of a week may say about what was just done to a letter, by a word in its address.</summary>
internal static class LetterNotices
{
    private const string InPart = "-in-part";

    private const string Stays = " What brings people together stays where it was: others wait for it.";

    private static readonly Dictionary<string, string> Sentences = new()
    {
        [WeekPages.Move] = "The letter is moved. What it brings stands below, in the letter with which it comes.",
        [WeekPages.Cancel] = "The letter is not sent. It can be brought back until its day.",
        [WeekPages.Restore] = "The letter is as planned again.",
    };

    /// <summary>The word for what was done.</summary>
    public static string Word(string what, bool inPart) => inPart ? what + InPart : what;

    /// <summary>The sentence for a word, or null.</summary>
    public static string? Find(string? word) =>
        word is null ? null
        : Sentences.GetValueOrDefault(word)
            ?? (word.EndsWith(InPart, StringComparison.Ordinal) && Sentences.TryGetValue(word[..^InPart.Length], out var said) ? said + Stays : null);
}
