using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Journeys;

/// <summary>Fills what is one person's into the text of a message.</summary>
internal static class Filling
{
    /// <summary>The text with each name in braces replaced. A paragraph for which there is nothing to say goes.</summary>
    public static LocalText Fill(LocalText frame, Dictionary<string, Func<string, string>> values) => new(frame.ByLanguage.ToDictionary(
        text => text.Key,
        text => string.Join("\n\n", values
            .Aggregate(text.Value, (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value(text.Key), StringComparison.Ordinal))
            .Split("\n\n")
            .Where(paragraph => paragraph.Length > 0))));

    /// <summary>Texts one after the other, each a paragraph of its own; what is null is left out.</summary>
    public static LocalText Joined(LocalText first, params ReadOnlySpan<LocalText?> more)
    {
        var joined = new Dictionary<string, string>(first.ByLanguage);
        foreach (var text in more)
        {
            foreach (var language in joined.Keys.ToList())
            {
                joined[language] += text is null ? "" : "\n\n" + text.In(language);
            }
        }

        return new LocalText(joined);
    }
}
