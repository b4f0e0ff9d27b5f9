namespace PlaceLeadership.Web.Words;

/// <summary>Words as they stand in a sentence.</summary>
internal static class Sentences
{
    /// <summary>The words with a capital letter.</summary>
    public static string Start(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
