using PlaceLeadership.Core.Wording;

namespace PlaceLeadership.Cli.Translating;

/// <summary>What a translator's file says of the texts of a checkout.</summary>
internal static class Translation
{
    /// <summary>Everything for which it cannot be taken, by row.</summary>
    public static IEnumerable<TranslationProblem> Problems(IReadOnlyList<TextSource> sources, IReadOnlyList<TranslatedRow> rows) =>
        rows.Where(row => sources.All(source => source.Where != row.Where))
            .Select(row => (Row: row.Number, Problem: new TranslationProblem(
                $", row {row.Number}", $"There is no place '{row.Where}' with texts.", "Keep the column 'where' as --out writes it, or delete the row.")))
            .Concat(sources.SelectMany(source => Problems(source, [.. rows.Where(row => row.Where == source.Where)])))
            .Distinct().OrderBy(found => found.Row).Select(found => found.Problem);

    /// <summary>The Welsh files that change, each with how many of its texts do.</summary>
    public static IReadOnlyList<(TextSource Source, TextFile Welsh, int Count)> Changes(IReadOnlyList<TextSource> sources, IReadOnlyList<TranslatedRow> rows) =>
    [
        .. from source in sources
           let now = source.Texts.Welsh
           let texts = source.Texts.English.Texts.Select(english => new Text(
               english.Key,
               Welsh(english, rows.First(row => row.Where == source.Where && row.Key == english.Key)),
               now.Texts.FirstOrDefault(text => text.Key == english.Key)?.Note ?? english.Note)).ToList()
           let count = texts.Except(now.Texts).Count()
           where count > 0
           select (source, now with { Texts = texts }, count),
    ];

    private static IEnumerable<(int Row, TranslationProblem Problem)> Problems(TextSource source, IReadOnlyList<TranslatedRow> rows)
    {
        var english = source.Texts.English.Texts;
        var wrong = TextChecks.Of(english, [.. rows.Select(row => new Text(row.Key, row.Welsh, ""))]);
        foreach (var (key, _, what, mend) in wrong)
        {
            var of = rows.Where(row => row.Key == key).Select(row => row.Number).ToList();
            yield return of.Count == 0
                ? (int.MaxValue, new($", {source.Where}", what, "Copy its row from a file that --out writes, and write the Welsh."))
                : (of[0], new($", {(of.Count == 1 ? "row" : "rows")} {string.Join(" and ", of)}", what, mend));
        }

        foreach (var (row, text) in rows.Join(english, row => row.Key, text => text.Key, (row, text) => (row, text)))
        {
            if (row.English.Trim() != text.Words.Trim())
            {
                yield return (row.Number, new(
                    $", row {row.Number}", $"The English of {row.Key} is another than in the product, which says “{text.Words}”.",
                    "Put that into the column 'english', and see that the Welsh fits it."));
            }
        }
    }

    // Blanks around a text are not seen in a cell, and are as the English has them.
    private static string Welsh(Text english, TranslatedRow row)
    {
        var words = english.Words;
        var (start, end) = (words.Length - words.TrimStart().Length, words.TrimEnd().Length);
        return words[..start] + row.Welsh.Trim() + words[end..];
    }
}
