using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Web.Layout;
using PlaceLeadership.Web.Safeguards;

namespace PlaceLeadership.Web.Pausing;

/// <summary>When letters are to come, as somebody put it into the form.</summary>
/// <param name="Often"><see cref="EveryWeek"/>, <see cref="EverySecondWeek"/>, or empty.</param>
/// <param name="Day">A word of a day of the week, or empty for the day of the programme.</param>
public sealed record LettersRequest(string Often, string Day)
{
    /// <summary>The choice of a letter every week.</summary>
    public const string EveryWeek = "every-week";

    /// <summary>The choice of a letter every second week.</summary>
    public const string EverySecondWeek = "every-second-week";

    /// <summary>How the form says a day of the week.</summary>
    public static string WordOf(IsoDayOfWeek? day) => $"{day}".ToLowerInvariant();

    /// <summary>The form that says a choice.</summary>
    public static LettersRequest Of(LetterChoice choice) => new(choice.EverySecondWeek ? EverySecondWeek : EveryWeek, WordOf(choice.Day));

    internal static LettersRequest From(SentForm form) => new(form.First("often"), form.First("on"));

    /// <summary>The choice, or what needs mending.</summary>
    /// <param name="person">Who chooses, from their own days.</param>
    /// <param name="words">The words for what needs mending.</param>
    public (LetterChoice? Choice, ErrorItem? Problem) Read(Participant person, PausingTexts words)
    {
        if (!SaysHowOften)
        {
            return (null, new ErrorItem($"often-{EveryWeek}", words.ChooseHowOften));
        }

        return ChoiceOf(person) is { } choice ? (choice, null) : (null, NotTheirDay(words));
    }

    /// <summary>Whether it says how often letters are to come.</summary>
    public bool SaysHowOften => Often is EveryWeek or EverySecondWeek;

    /// <summary>The choice; null where its day is none of theirs.</summary>
    /// <param name="person">Who chooses, from their own days.</param>
    public LetterChoice? ChoiceOf(Participant person)
    {
        var day = LetterChoice.DaysOf(person).Select(day => (IsoDayOfWeek?)day).FirstOrDefault(day => WordOf(day) == Day);
        return day is null && Day.Length > 0 ? null : new LetterChoice(day, Often == EverySecondWeek);
    }

    internal static ErrorItem NotTheirDay(PausingTexts words) => new("on", words.ChooseYourDay);
}
