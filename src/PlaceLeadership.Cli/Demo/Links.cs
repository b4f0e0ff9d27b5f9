using System.Text.RegularExpressions;

namespace PlaceLeadership.Cli.Demo;

/// <summary>The links in a message: what a person who reads it has to act with.</summary>
internal static partial class Links
{
    /// <summary>The token of the link to answer, or null where nothing is asked.</summary>
    public static string? Answer(Letter letter) => Token(AnswerLink(), letter);

    /// <summary>How many steps it names as still open, each with a link to answer it.</summary>
    /// <param name="letter">The message.</param>
    /// <param name="asks">Whether it asks something itself.</param>
    public static int StillOpen(Letter letter, bool asks) => AnswerLink().Matches(letter.Text).DistinctBy(link => link.Value).Count() - (asks ? 1 : 0);

    /// <summary>The token of the link to pause.</summary>
    public static string? Pause(Letter letter) => Token(PauseLink(), letter);

    /// <summary>The token of the link to leave.</summary>
    public static string? Leave(Letter letter) => Token(LeaveLink(), letter);

    private static string? Token(Regex link, Letter letter) =>
        link.Match(letter.Text) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"/a/(\S+)")]
    private static partial Regex AnswerLink();

    [GeneratedRegex(@"/p/(\S+)")]
    private static partial Regex PauseLink();

    [GeneratedRegex(@"/l/(\S+)")]
    private static partial Regex LeaveLink();
}
