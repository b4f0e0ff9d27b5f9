using NodaTime;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Web.Managing.Cohorts;

/// <summary>Letters of one day that bring the same, to different people.</summary>
/// <param name="Letters">The letters, one at least.</param>
public sealed record SameLetters(IReadOnlyList<LetterAhead> Letters)
{
    /// <summary>One of them, for all that is the same.</summary>
    public LetterAhead First => Letters[0];

    /// <summary>At which hours they come.</summary>
    public string Hours
    {
        get
        {
            var (first, last) = (Letters.Min(letter => letter.Hour), Letters.Max(letter => letter.Hour));
            return first == last ? $"{first:00}:00" : $"{first:00}:00 to {last:00}:00";
        }
    }

    /// <summary>The letters of a week by day, and of a day those together that bring the same.</summary>
    internal static IEnumerable<IGrouping<LocalDate, SameLetters>> Of(IEnumerable<LetterAhead> letters) => letters
        .GroupBy(letter => (letter.On, letter.Mail, Brings: string.Join(';', letter.Items.Select(Mark))))
        .Select(same => new SameLetters([.. same.OrderBy(letter => letter.To?.Entry.Name, StringComparer.OrdinalIgnoreCase)]))
        .OrderBy(same => same.First.On).ThenByDescending(same => same.Letters.Count)
        .GroupBy(same => same.First.On);

    private static string Mark(ForeseenMessage item) => $"{item.Step.Id}/{item.Kind}/{item.Fate}/{item.Moved}/{item.Beside}";
}
