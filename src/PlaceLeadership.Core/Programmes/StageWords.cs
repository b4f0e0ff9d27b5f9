using System.Collections.Frozen;

namespace PlaceLeadership.Core.Programmes;

/// <summary>The words that files and addresses use for stages: <c>self-run</c>.</summary>
public static class StageWords
{
    /// <summary>Stages by their words, in the order in which a cohort passes them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<Stage>().Select(Word)];

    private static readonly FrozenDictionary<string, Stage> Stages =
        Enum.GetValues<Stage>().ToFrozenDictionary(Word, StringComparer.Ordinal);

    /// <summary>The word for a stage.</summary>
    public static string Word(this Stage stage) => Hyphenated(stage.ToString());

    /// <summary>The stage that a word names, or null. Words are compared exactly.</summary>
    public static Stage? Find(string word) => Stages.TryGetValue(word, out var stage) ? stage : null;

    private static string Hyphenated(string name) => string.Concat(
        name.Select((letter, at) => char.IsUpper(letter) && at > 0
            ? "-" + char.ToLowerInvariant(letter)
            : char.ToLowerInvariant(letter).ToString()));
}
