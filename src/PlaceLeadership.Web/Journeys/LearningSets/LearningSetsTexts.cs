using NodaTime;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Web.Trouble;
using PlaceLeadership.Web.Words;

namespace PlaceLeadership.Web.Journeys.LearningSets;

public sealed partial class LearningSetsTexts
{
    internal Sorry Changed => new(ChangedTitle, PageWords.Paragraphs(ChangedText));

    /// <summary>Why a meeting stays as it is, and what to do instead.</summary>
    internal string Why(MeetingRefusal reason, LocalDate today, Func<LocalDate, string> inWords) => reason switch
    {
        MeetingRefusal.NoDateYet => NoDateYet,
        MeetingRefusal.CalledOff => CalledOff,
        MeetingRefusal.Past => Past,
        MeetingRefusal.TooSoon => TooSoon(inWords(today.PlusDays(1))),
        MeetingRefusal.TooLate => TooLate(inWords(today.PlusDays(MeetingChange.DaysAheadMax))),
        _ => TooOften,
    };
}
