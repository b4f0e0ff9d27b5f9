using System.Text;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>Somebody's words inside a Markdown text: whatever they hold, they stay words.</summary>
internal static class MarkdownText
{
    /// <summary>The words on one line, with every mark that Markdown knows made harmless.</summary>
    public static string Of(string words)
    {
        var text = new StringBuilder();
        foreach (var letter in string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            if (char.IsAscii(letter) && (char.IsPunctuation(letter) || char.IsSymbol(letter)))
            {
                text.Append('\\');
            }

            text.Append(letter);
        }

        return text.ToString();
    }
}
