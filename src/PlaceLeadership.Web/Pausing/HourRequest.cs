using System.Globalization;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Pausing;

/// <summary>At which hour and in which language somebody wants to be written to, as they put it into the form. What is empty stays as it is.</summary>
/// <param name="Hour">An hour, such as <c>9</c>.</param>
/// <param name="Language"><c>en</c>, <c>cy</c>, or <see cref="Both"/>.</param>
public sealed record HourRequest(string Hour, string Language)
{
    /// <summary>The choice of both languages.</summary>
    public const string Both = "both";

    /// <summary>The form that says how it is.</summary>
    public static HourRequest Of(Participant person) => new(WordOf(person.Hour), WordOf(person.Language));

    /// <summary>How the form says an hour.</summary>
    public static string WordOf(int hour) => hour.ToString(CultureInfo.InvariantCulture);

    /// <summary>The hours from which somebody chooses: those in which they work.</summary>
    public static IEnumerable<int> HoursOf(Participant person) => Enumerable.Range(person.Pattern.FromHour, person.Pattern.ToHour - person.Pattern.FromHour);

    /// <summary>Whether a programme leaves a choice of language.</summary>
    public static bool OffersLanguage(Programme programme) => programme.Languages.Contains("en") && programme.Languages.Contains("cy");

    internal static HourRequest From(SentForm form) => new(form.First("hour"), form.First("language"));

    /// <summary>What they chose, or what needs mending.</summary>
    internal (int Hour, Language Language, ErrorItem? Problem) Read(Participant person, Programme programme, PausingTexts words)
    {
        var hours = HoursOf(person).Where(hour => WordOf(hour) == Hour).ToList();
        var languages = Enum.GetValues<Language>().Where(language => WordOf(language) == Language && OffersLanguage(programme)).ToList();
        var problem = hours.Count == 0 && Hour.Length > 0 ? new ErrorItem("hour", words.ChooseYourHour)
            : languages.Count == 0 && Language.Length > 0 ? new ErrorItem("language", words.ChooseLanguage)
            : null;
        return (hours.Count > 0 ? hours[0] : person.Hour, languages.Count > 0 ? languages[0] : person.Language, problem);
    }

    /// <summary>How the form says a language.</summary>
    public static string WordOf(Language language) => language switch
    {
        Core.Places.Language.English => "en",
        Core.Places.Language.Welsh => "cy",
        _ => Both,
    };
}
