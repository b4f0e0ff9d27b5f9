using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    [Fact]
    public void After_Christmas_the_full_week_resumes_behind_the_substitute_day() =>
        Assert.Equal(
            new LocalDate(2026, 12, 29),
            WorkingCalendar.OnOrAfter(UkDivision.EnglandAndWales, WorkingPattern.FullWeek, new LocalDate(2026, 12, 25)));

    [Fact]
    public void Somebody_who_works_Mondays_waits_for_a_Monday_that_is_no_holiday() =>
        Assert.Equal(
            new LocalDate(2026, 5, 11),
            WorkingCalendar.OnOrAfter(
                UkDivision.Scotland, new WorkingPattern(Weekdays.Monday, 9, 12), new LocalDate(2026, 4, 28)));

    [Fact]
    public void A_pattern_without_a_day_is_refused() =>
        Assert.Throws<ArgumentException>(() => WorkingCalendar.OnOrAfter(
            UkDivision.Scotland, new WorkingPattern(Weekdays.None, 9, 12), new LocalDate(2026, 4, 28)));
}
