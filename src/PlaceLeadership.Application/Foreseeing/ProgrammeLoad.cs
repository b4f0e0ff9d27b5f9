using NodaTime;
using PlaceLeadership.Core;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Application.Foreseeing;

/// <summary>What a programme asks of one participant in a week.</summary>
/// <param name="Number">The week, from 1.</param>
/// <param name="Mails">How many mails come.</param>
/// <param name="Minutes">How many minutes they take, meetings apart.</param>
/// <param name="MeetingMinutes">How many minutes people meet.</param>
/// <param name="Longest">The steps that take the most minutes, the longest first.</param>
public sealed record WeekLoad(int Number, int Mails, int Minutes, int MeetingMinutes, IReadOnlyList<Step> Longest);

/// <summary>
/// What a programme asks of one participant, who works Monday to Friday and answers everything: worked out by the rules that send,
/// before anything is sent.
/// </summary>
/// <param name="Weeks">Every week of the programme.</param>
/// <param name="Never">The steps for which no letter has room.</param>
public sealed record ProgrammeLoad(IReadOnlyList<WeekLoad> Weeks, IReadOnlyList<Step> Never)
{
    /// <summary>The most minutes that a week should ask, meetings apart.</summary>
    public const int MinutesMost = 45;

    private const int LongestShown = 2;

    private static readonly LocalDate AnyMonday = new(2027, 1, 11);

    /// <summary>What it comes to, the heaviest week, and what to thin out where a week asks too much; each a sentence.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        $"It asks of one participant: {Count(Mails, "mail")} in {Count(Weeks.Count, "week")}, {Middle(week => week.Mails)} in a usual week; "
            + $"{Count(Middle(week => week.Minutes), "minute")} in a usual week, and {Count((int)Math.Round(Weeks.Sum(week => week.MeetingMinutes) / 60.0), "hour")} of meetings in all.",
        .. Mails == 0 ? Array.Empty<string>() : [$"The heaviest is week {Heaviest.Number}: {Count(Heaviest.Mails, "mail")} and {Count(Heaviest.Minutes, "minute")}, most of them for {InWords(Heaviest.Longest)}."],
        .. Never.Count == 0 ? Array.Empty<string>() : [$"No letter has room for {string.Join(", ", Never.Select(step => $"'{step.Title.In("en")}'"))}. Plan one thought or long text a week."],
        .. TooMuch.Select(week => $"Week {week.Number} asks {week.Minutes} minutes, more than {MinutesMost}. Thin out the longest: {InWords(week.Longest)}."),
    ];

    /// <summary>The week that asks the most, by minutes and then by mails.</summary>
    public WeekLoad Heaviest => Weeks.OrderByDescending(week => week.Minutes).ThenByDescending(week => week.Mails).First();

    /// <summary>The weeks that ask more minutes than they should.</summary>
    public IReadOnlyList<WeekLoad> TooMuch => [.. Weeks.Where(week => week.Minutes > MinutesMost)];

    /// <summary>The load of a programme for whoever gets the most of it.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="cohort">The cohort that is to run it; null for any that begins on a Monday in January.</param>
    public static ProgrammeLoad Of(Programme programme, Cohort? cohort = null)
    {
        var timetable = Timetable.Of(programme);
        var runs = cohort ?? new Cohort
        {
            Id = new CohortId("any"),
            Place = "",
            ProgrammeId = programme.Id,
            ProgrammeVersion = programme.Version,
            Start = AnyMonday,
            Zone = DateTimeZoneProviders.Tzdb["Europe/London"],
            Division = UkDivision.EnglandAndWales,
            Sender = new Sender("", "", ""),
        };

        // Whom no audience names gets no more than those whom one does.
        var sectors = programme.Steps.SelectMany(step => step.Audience.Sectors).Distinct().DefaultIfEmpty(Sectors.Council);
        var roles = programme.Steps.SelectMany(step => step.Audience.Roles).Distinct(StringComparer.OrdinalIgnoreCase).DefaultIfEmpty("");
        return (from sector in sectors from role in roles select Of(timetable, runs, sector, role)).MaxBy(load => load.Mails)!;
    }

    private static ProgrammeLoad Of(Timetable timetable, Cohort cohort, string sector, string role)
    {
        var entry = new RosterEntry("", "", "", sector, role, null, null, Language.English, WorkingPattern.FullWeek, 9, [], [], null);
        var person = Enrolment.Participant(new ParticipantId("anybody"), "any", entry, cohort.Start);
        var monday = new CohortDates(cohort.Start, 0).FirstMonday;
        var coming = Foresight.For(timetable, cohort, person, cohort.Start.At(0, cohort.Zone))
            .Where(message => message.Kind == MessageKind.Prompt && message.Fate is ForeseenAs.WillBeSent or ForeseenAs.OnceSettled).ToList();
        var weeks = coming.ToLookup(message => Period.DaysBetween(monday, message.On) / 7 + 1);
        var theirs = timetable.Steps.Where((step, place) => step is { IsForeseen: true, Kind.IsToCome: false } && timetable.IsFor(place, sector, role));
        return new ProgrammeLoad(
            [.. Enumerable.Range(1, timetable.Programme.Weeks).Select(week => Of(week, [.. weeks[week]]))],
            [.. theirs.ExceptBy(coming.Select(message => message.Step.Id), step => step.Id)]);
    }

    // What comes on one day comes in one mail.
    private static WeekLoad Of(int week, IReadOnlyList<ForeseenMessage> messages)
    {
        var steps = messages.Select(message => message.Step).ToList();
        return new WeekLoad(
            week, messages.Select(message => message.On).Distinct().Count(), steps.Sum(step => step.LetterMinutes), steps.Where(step => step.IsMeeting).Sum(step => step.Minutes),
            [.. steps.Where(step => !step.IsMeeting).OrderByDescending(step => step.Minutes).Take(LongestShown)]);
    }

    private int Mails => Weeks.Sum(week => week.Mails);

    private int Middle(Func<WeekLoad, int> what) => Weeks.Select(what).Order().ElementAt(Weeks.Count / 2);

    private static string InWords(IReadOnlyList<Step> steps) =>
        string.Join(" and ", steps.Select(step => $"'{step.Title.In("en")}' ({Count(step.Minutes, "minute")})"));

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
