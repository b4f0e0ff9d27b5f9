using System.Text.RegularExpressions;

namespace PlaceLeadership.Core.Wording;

/// <summary>Something wrong with a text.</summary>
/// <param name="Key">Whose.</param>
/// <param name="IsWelsh">In which language.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record TextProblem(string Key, bool IsWelsh, string What, string Mend);

/// <summary>Whether the texts of a folder are whole in both languages. The English ones say which there are, and what is filled in.</summary>
public static partial class TextChecks
{
    /// <summary>All that is wrong, in the order of the files.</summary>
    public static IEnumerable<TextProblem> Of(IReadOnlyList<Text> english, IReadOnlyList<Text> welsh) =>
    [
        .. Of(english, welsh, isWelsh: false), .. Of(welsh, english, isWelsh: true),
        .. english.Join(welsh, text => text.Key, text => text.Key, (here, there) => Filled(here.Key, FilledIn(here.Words), FilledIn(there.Words))).OfType<TextProblem>(),
    ];

    /// <summary>What is filled into a text: each name or number with its braces, once.</summary>
    public static IReadOnlySet<string> FilledIn(string words) => Names().Matches(words).Select(name => name.Value).ToHashSet();

    private static IEnumerable<TextProblem> Of(IReadOnlyList<Text> texts, IReadOnlyList<Text> others, bool isWelsh)
    {
        var language = isWelsh ? "Welsh" : "English";
        foreach (var (key, words, _) in texts)
        {
            if (others.All(other => other.Key != key))
            {
                yield return isWelsh
                    ? new TextProblem(key, isWelsh, $"There is no text {key} in English.", "Leave it out, or take the key of an English text.")
                    : new TextProblem(key, isWelsh, $"The text {key} has no Welsh.", "Write it in Welsh under the same key.");
            }

            if (string.IsNullOrWhiteSpace(words))
            {
                yield return new TextProblem(key, isWelsh, $"The text {key} is empty in {language}.", "Write it.");
            }

            if (words.Any(letter => (char.IsControl(letter) && letter != '\n') || letter is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFD'))
            {
                yield return new TextProblem(key, isWelsh, $"The text {key} holds a character that is not seen, or was lost, in {language}.", "Type it again.");
            }

            if (Names().Replace(words, "").AsSpan().IndexOfAny('{', '}') >= 0)
            {
                yield return new TextProblem(
                    key, isWelsh, $"The text {key} has a single brace in {language}.", "Braces stand only around a name or number that is filled in, such as {0}.");
            }
        }

        foreach (var twice in texts.CountBy(text => text.Key).Where(count => count.Value > 1))
        {
            yield return new TextProblem(twice.Key, isWelsh, $"The text {twice.Key} is there {twice.Value} times in {language}.", "Keep one.");
        }
    }

    private static TextProblem? Filled(string key, IReadOnlySet<string> english, IReadOnlySet<string> welsh) => english.SetEquals(welsh) ? null : new TextProblem(
        key, IsWelsh: true,
        $"The Welsh text {key} " + string.Join(" and ", new[]
        {
            ("lacks ", english.Except(welsh)), ("has ", welsh.Except(english)),
        }.Where(part => part.Item2.Any()).Select(part => part.Item1 + string.Join(", ", part.Item2))) + ", unlike the English one.",
        "What stands in braces is filled in: write it as it is in English.");

    [GeneratedRegex(@"\{([a-z]+|[0-9](:[A-Z][0-9]*)?)\}")]
    private static partial Regex Names();
}
