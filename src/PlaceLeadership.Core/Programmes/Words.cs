using System.Collections.Frozen;

namespace PlaceLeadership.Core.Programmes;

/// <summary>The words that files and addresses use for kinds and stages: <c>coaching-round</c>, <c>self-run</c>.</summary>
public static class Words
{
    /// <summary>Kinds by their words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> OfKinds { get; } = [.. Enum.GetValues<StepKind>().Select(Word)];

    /// <summary>Stages by their words, in the order in which a cohort passes them.</summary>
    public static IReadOnlyList<string> OfStages { get; } = [.. Enum.GetValues<Stage>().Select(Word)];

    private static readonly FrozenDictionary<string, StepKind> Kinds =
        Enum.GetValues<StepKind>().ToFrozenDictionary(Word, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Stage> Stages =
        Enum.GetValues<Stage>().ToFrozenDictionary(Word, StringComparer.Ordinal);

    /// <summary>The word for a kind.</summary>
    public static string Word(this StepKind kind) => Hyphenated(kind.ToString());

    /// <summary>The word for a stage.</summary>
    public static string Word(this Stage stage) => Hyphenated(stage.ToString());

    /// <summary>The word for a phase.</summary>
    public static string Word(this Phase phase) => Hyphenated(phase.ToString());

    /// <summary>The kind that a word names, or null. Words are compared exactly.</summary>
    public static StepKind? Kind(string word) => Kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>The stage that a word names, or null. Words are compared exactly.</summary>
    public static Stage? Stage(string word) => Stages.TryGetValue(word, out var stage) ? stage : null;

    private static string Hyphenated(string name) => string.Concat(
        name.Select((letter, at) => char.IsUpper(letter) && at > 0
            ? "-" + char.ToLowerInvariant(letter)
            : char.ToLowerInvariant(letter).ToString()));
}
