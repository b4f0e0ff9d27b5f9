using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Tending;

/// <summary>
/// The days on which mails come to somebody who gets one letter a week, Monday to Sunday in the cohort's zone. Beside the letter comes one mail at
/// most, with what cannot wait for the next, and one that says that a meeting was moved or called off; and one mail a day.
/// People choose the weekday of their letter, and whether it comes every second week. Cohorts that the same person linked take turns: together they keep
/// to what one alone would.
/// </summary>
public static class LetterDays
{
    private const int DaysInWeek = 7;

    /// <summary>The day of the person's letter that can bring what is due from a day on.</summary>
    /// <param name="programme">The programme, with one letter a week.</param>
    /// <param name="division">Whose bank holidays are kept.</param>
    /// <param name="person">The reader.</param>
    /// <param name="due">The day from which it is due.</param>
    /// <param name="from">The first day on which something can be sent, the day it is due or later.</param>
    /// <param name="meetings">When the reader's set meets or met lately.</param>
    public static LocalDate Next(
        Programme programme, UkDivision division, Participant person, LocalDate due, LocalDate from, IReadOnlyList<LocalDate> meetings)
    {
        from = Free(person, from);
        var monday = LocalDays.MondayOf(from);
        if (person.LastLetterOn is { } last)
        {
            monday = LocalDate.Max(monday, LocalDays.MondayOf(last).PlusDays(person.WeeksAfterLast(from) * DaysInWeek));
        }

        foreach (var other in person.Elsewhere)
        {
            monday = other.LetterOn is { } theirs ? LocalDate.Max(monday, LocalDays.MondayOf(theirs).PlusDays(person.WeeksChosen * DaysInWeek)) : monday;
        }

        var weekday = person.LetterDay ?? programme.Rhythm.Day;
        var days = new Days(division, person.Pattern, programme.Quiet, meetings);
        while (true)
        {
            if (InWeek(weekday, monday, due, LocalDate.Max(monday, from), days) is { } day)
            {
                return day;
            }

            monday = monday.PlusDays(DaysInWeek);
        }
    }

    /// <summary>The first day on which a mail may come beside the letter.</summary>
    /// <param name="division">Whose bank holidays are kept.</param>
    /// <param name="person">The reader.</param>
    /// <param name="from">The first day on which something can be sent.</param>
    public static LocalDate Beside(UkDivision division, Participant person, LocalDate from) => OnceAWeek(
        division, person, from, person.Elsewhere.Aggregate(person.LastBesideOn, (latest, other) => Later(latest, other.BesideOn)));

    /// <summary>The first day on which a mail may come, beside those, that says that a meeting was moved or called off: the third of a week.</summary>
    /// <param name="division">Whose bank holidays are kept.</param>
    /// <param name="person">The reader.</param>
    /// <param name="from">The first day on which something can be sent.</param>
    public static LocalDate Change(UkDivision division, Participant person, LocalDate from) => OnceAWeek(
        division, person, from, person.Elsewhere.Aggregate(person.LastChangeOn, (latest, other) => Later(latest, other.ChangeOn)));

    private static LocalDate OnceAWeek(UkDivision division, Participant person, LocalDate from, LocalDate? last)
    {
        var day = Soonest(division, person, from);
        return last is { } on && LocalDays.MondayOf(on) >= LocalDays.MondayOf(day)
            ? WorkingCalendar.OnOrAfter(division, person.Pattern, LocalDays.MondayOf(on).PlusDays(DaysInWeek)) : day;
    }

    /// <summary>The first working day on which nothing has come yet.</summary>
    /// <param name="division">Whose bank holidays are kept.</param>
    /// <param name="person">The reader.</param>
    /// <param name="from">The first day on which something can be sent.</param>
    public static LocalDate Soonest(UkDivision division, Participant person, LocalDate from) =>
        WorkingCalendar.OnOrAfter(division, person.Pattern, Free(person, from));

    // A last day that is still to come was before a clock went back.
    private static LocalDate Free(Participant person, LocalDate from)
    {
        var own = person.MessagesOnLastDay > 0 ? person.LastMessageOn : null;
        return person.Elsewhere.Aggregate(own, (latest, other) => Later(latest, other.LastOn)) is { } last && last >= from ? last.PlusDays(1) : from;
    }

    private static LocalDate? Later(LocalDate? one, LocalDate? other) => one > other || other is null ? one : other;

    private static LocalDate? InWeek(IsoDayOfWeek? on, LocalDate monday, LocalDate due, LocalDate from, in Days days)
    {
        var sunday = monday.PlusDays(DaysInWeek - 1);
        if (on is not { } weekday)
        {
            return days.FirstFree(from, sunday);
        }

        var chosen = monday.PlusDays((int)weekday - 1);
        var day = days.FirstWorking(chosen, sunday) ?? days.LastWorking(monday, chosen.PlusDays(-1));

        // What should have come in the letter of this week, when nobody could send it, comes in it late.
        return day is not { } at || days.IsQuiet(at) ? null : at >= from ? at : due <= at ? days.FirstFree(from, sunday) : null;
    }

    /// <summary>The days of a reader: on which one works, and which of them are quiet.</summary>
    private readonly record struct Days(UkDivision Division, WorkingPattern Pattern, QuietWeeks Quiet, IReadOnlyList<LocalDate> Meetings)
    {
        public bool IsQuiet(LocalDate day) => Quiet.Holds(day, Meetings);

        public LocalDate? FirstFree(LocalDate from, LocalDate to)
        {
            var day = FirstWorking(from, to);
            while (day is { } at && IsQuiet(at))
            {
                day = FirstWorking(at.PlusDays(1), to);
            }

            return day;
        }

        public LocalDate? FirstWorking(LocalDate from, LocalDate to) =>
            WorkingCalendar.OnOrAfter(Division, Pattern, from) is var day && day <= to ? day : null;

        public LocalDate? LastWorking(LocalDate from, LocalDate to)
        {
            for (var day = to; day >= from; day = day.PlusDays(-1))
            {
                if (WorkingCalendar.IsWorkingDay(Division, Pattern, day))
                {
                    return day;
                }
            }

            return null;
        }
    }
}
