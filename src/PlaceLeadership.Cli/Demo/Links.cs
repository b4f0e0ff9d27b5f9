using System.Text.RegularExpressions;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Cli.Demo;

/// <summary>The links in a message: what a person who reads it has to act with.</summary>
internal static partial class Links
{
    /// <summary>What it asks about, each with the token of its link to answer.</summary>
    public static IEnumerable<(Step Step, string Token)> Answers(Letter letter, Timetable timetable) => Asks(letter, timetable).Zip(Tokens(letter));

    /// <summary>How many steps it names as still open, each with a link to answer it, after those that it asks about.</summary>
    public static int StillOpen(Letter letter, Timetable timetable) => Tokens(letter).Count() - Asks(letter, timetable).Count();

    /// <summary>The token of the link to pause.</summary>
    public static string? Pause(Letter letter) => Token(PauseLink(), letter);

    /// <summary>The token of the link to leave.</summary>
    public static string? Leave(Letter letter) => Token(LeaveLink(), letter);

    private static IEnumerable<Step> Asks(Letter letter, Timetable timetable) =>
        letter.Brings.Select(step => timetable.FindStep(step)!).Where(step => step.AsksForReply);

    // Whoever reads two languages has each link twice.
    private static IEnumerable<string> Tokens(Letter letter) => AnswerLink().Matches(letter.Text).Select(link => link.Groups[1].Value).Distinct();

    private static string? Token(Regex link, Letter letter) =>
        link.Match(letter.Text) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"/a/([^\s?]+)")]
    private static partial Regex AnswerLink();

    [GeneratedRegex(@"/p/([^\s?]+)")]
    private static partial Regex PauseLink();

    [GeneratedRegex(@"/l/([^\s?]+)")]
    private static partial Regex LeaveLink();
}
