using System.Globalization;
using System.Text;

namespace PlaceLeadership.Core.Accounts;

/// <summary>For what a grant holds: everything, a place, or one cohort with all its parts.</summary>
public sealed record Scope
{
    private const string PlaceWord = "place:";
    private const string CohortWord = "cohort:";

    // A place is launched with a hundred characters at most; composed anew they may be more.
    private const int PlaceLengthMax = 200;

    private Scope(string word) => Word = word;

    /// <summary>Everything.</summary>
    public static Scope Everywhere { get; } = new("everywhere");

    /// <summary>How it is written: <c>everywhere</c>, <c>place:NAME</c> or <c>cohort:ID</c>.</summary>
    public string Word { get; }

    /// <summary>The cohorts of a place, however its name is spaced or capitalised.</summary>
    public static Scope OfPlace(string name) => new(PlaceWord + Key(name));

    /// <summary>One cohort.</summary>
    public static Scope OfCohort(CohortId cohort) => new(CohortWord + cohort.Whole);

    /// <summary>
    /// Whether this can be the name of a place. Nothing in it may steer a terminal or a page, or change in which direction the rest is read: it stands
    /// in the sentences of the history.
    /// </summary>
    public static bool CanBePlace(string name) => name.Length <= PlaceLengthMax && !string.IsNullOrWhiteSpace(name)
        && name.EnumerateRunes().All(letter => letter != Rune.ReplacementChar
            && Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));

    /// <summary>Reads what is written; null when it is none of them.</summary>
    public static Scope? Parse(string word) => word switch
    {
        "everywhere" => Everywhere,
        _ when word.StartsWith(PlaceWord, StringComparison.Ordinal) && CanBePlace(word[PlaceWord.Length..]) => OfPlace(word[PlaceWord.Length..]),
        _ when word.StartsWith(CohortWord, StringComparison.Ordinal) && new CohortId(word[CohortWord.Length..]) is { CanBe: true } cohort => OfCohort(cohort),
        _ => null,
    };

    /// <summary>Whether it holds for this.</summary>
    public bool Holds(Whereabouts where) => this == Everywhere
        || (where.Place is { } place && this == OfPlace(place)) || (where.Cohort is { } cohort && this == OfCohort(cohort));

    /// <summary>Whether all that another holds for lies within this.</summary>
    /// <param name="other">The other.</param>
    /// <param name="placeOf">The place of a cohort, or null when there is none of that id.</param>
    public bool Covers(Scope other, Func<CohortId, string?> placeOf) => this == Everywhere || this == other
        || (other.Cohort is { } cohort && placeOf(cohort) is { } place && this == OfPlace(place));

    /// <summary>The cohort, where it is for one.</summary>
    public CohortId? Cohort => Word.StartsWith(CohortWord, StringComparison.Ordinal) ? new CohortId(Word[CohortWord.Length..]) : null;

    /// <summary>The place in small letters, where it is for one.</summary>
    public string? Place => Word.StartsWith(PlaceWord, StringComparison.Ordinal) ? Word[PlaceWord.Length..] : null;

    /// <inheritdoc/>
    public override string ToString() => Word;

    // Composed, in small letters, with one blank between words: two ways to type a name are one place.
    private static string Key(string name) => string.Join(
        ' ', name.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Where somebody wants to do something.</summary>
/// <param name="Cohort">In which cohort; null where it is about none.</param>
/// <param name="Place">In which place; null where that is not known, or it is about none.</param>
public readonly record struct Whereabouts(CohortId? Cohort, string? Place)
{
    /// <summary>About no cohort and no place.</summary>
    public static Whereabouts Nowhere => default;
}
