using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Cli.Demo;

/// <summary>Three letters of a demonstration to read aloud: the welcome, the first with a thought and a poll, and the one that brings the most.</summary>
internal sealed partial class ThreeLetters
{
    private (Letter Letter, LocalDateTime At)? _welcome;
    private (Letter Letter, LocalDateTime At)? _poll;
    private (Letter Letter, LocalDateTime At)? _fullest;

    /// <summary>Looks at a letter that arrived.</summary>
    public void Read(Letter letter, Timetable timetable, LocalDateTime at)
    {
        var steps = letter.Brings.Select(timetable.FindStep).OfType<Step>().ToList();
        _welcome ??= steps.Any(step => step.Id == timetable.Programme.Welcome?.Id) ? (letter, at) : null;
        _poll ??= steps is [{ Part: LetterPart.Thought }, ..] && FirstChoice().IsMatch(letter.Text) ? (letter, at) : null;
        _fullest = _fullest is { } most && most.Letter.Brings.Count >= steps.Count ? most : (letter, at);
    }

    /// <summary>The letters as a page, with their links in short: they are private and end.</summary>
    public string InMarkdown()
    {
        var page = new StringBuilder(
            """
            # Three letters

            As people of the demonstration read them in plain text, with the links left out. `placelead demo` writes this page into its
            folder.

            """);
        foreach (var (letter, at) in new[] { _welcome, _poll, _fullest }.OfType<(Letter, LocalDateTime)>())
        {
            page.Append($"\n## {letter.Subject}\n\n{LocalDays.InWords(at, "en")}\n\n```text\n{Link().Replace(letter.Text, "(link)").Trim()}\n```\n");
        }

        return page.ToString();
    }

    [GeneratedRegex("^1[.] ", RegexOptions.Multiline)]
    private static partial Regex FirstChoice();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
