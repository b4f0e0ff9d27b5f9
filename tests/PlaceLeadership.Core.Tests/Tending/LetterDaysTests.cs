using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Tending;

public sealed class LetterDaysTests
{
    // 2026-01-12 is a Monday; Good Friday and Easter Monday of that year are 3 and 6 April.
    [Theory]
    [InlineData("any", "2026-01-14", null, "2026-01-14")]
    [InlineData("any", "2026-01-14", "2026-01-12", "2026-01-19")]
    [InlineData("any", "2026-01-17", null, "2026-01-19")]
    [InlineData("any", "2026-04-03", null, "2026-04-07")]
    [InlineData("Tuesday", "2026-01-12", null, "2026-01-13")]
    [InlineData("Tuesday", "2026-01-14", null, "2026-01-20")]
    [InlineData("Tuesday", "2026-01-13", "2026-01-13", "2026-01-20")]
    [InlineData("Monday", "2026-04-06", null, "2026-04-07")]
    [InlineData("Friday", "2026-03-30", null, "2026-04-02")]
    [InlineData("Friday", "2026-04-03", null, "2026-04-10")]
    public void The_letter_comes_once_a_week_on_its_day(string day, string due, string? last, string expected) =>
        Assert.Equal(Day(expected), Next(day, Weekdays.All, due, due, last));

    [Theory]
    [InlineData(Weekdays.Monday, "2026-01-12", "2026-01-12")]
    [InlineData(Weekdays.Monday, "2026-01-13", "2026-01-19")]
    [InlineData(Weekdays.Thursday | Weekdays.Friday, "2026-01-12", "2026-01-15")]
    [InlineData(Weekdays.Monday | Weekdays.Friday, "2026-01-13", "2026-01-16")]
    public void Whoever_does_not_work_on_its_day_gets_it_on_the_next_of_the_week_or_on_one_before(Weekdays works, string due, string expected) =>
        Assert.Equal(Day(expected), Next("Tuesday", works, due, due, null));

    [Fact]
    public void What_could_not_be_sent_on_the_day_of_the_letter_comes_late_in_the_same_week()
    {
        Assert.Equal(Day("2026-01-15"), Next("Tuesday", Weekdays.All, "2026-01-12", "2026-01-15", null));
        Assert.Equal(Day("2026-01-20"), Next("Tuesday", Weekdays.All, "2026-01-12", "2026-01-17", null));
        Assert.Equal(Day("2026-01-20"), Next("Tuesday", Weekdays.All, "2026-01-12", "2026-01-15", "2026-01-13"));
    }

    [Fact]
    public void After_a_mail_beside_it_the_letter_comes_on_another_day()
    {
        var person = Person(Weekdays.All) with { LastMessageOn = Day("2026-01-14"), MessagesOnLastDay = 1, LastBesideOn = Day("2026-01-14") };
        LocalDate On(IsoDayOfWeek? day) => LetterDays.Next(
            Plan.Of() with { Rhythm = new Rhythm(Day: day) }, UkDivision.EnglandAndWales, person, Day("2026-01-14"), Day("2026-01-14"), []);
        Assert.Equal(Day("2026-01-15"), On(null));
        Assert.Equal(Day("2026-01-15"), On(IsoDayOfWeek.Wednesday));
        Assert.Equal(Day("2026-01-16"), On(IsoDayOfWeek.Friday));
    }

    [Theory]
    [InlineData("Tuesday", IsoDayOfWeek.Thursday, "2026-01-12", null, "2026-01-15")]
    [InlineData("any", IsoDayOfWeek.Thursday, "2026-01-12", null, "2026-01-15")]
    [InlineData("Tuesday", IsoDayOfWeek.Thursday, "2026-01-16", "2026-01-15", "2026-01-22")]
    [InlineData("Tuesday", IsoDayOfWeek.Friday, "2026-03-30", null, "2026-04-02")]
    [InlineData("Tuesday", IsoDayOfWeek.Monday, "2026-04-06", null, "2026-04-07")]
    [InlineData("Thursday", null, "2026-01-12", null, "2026-01-15")]
    public void The_letter_comes_on_the_day_that_the_person_chose_as_if_the_programme_had_it(
        string programme, IsoDayOfWeek? chosen, string due, string? last, string expected) => Assert.Equal(
        Day(expected), Next(programme, Person(Weekdays.All) with { LetterDay = chosen }, due, due, last));

    [Theory]
    [InlineData(Weekdays.Thursday | Weekdays.Friday, "2026-01-12", "2026-01-15")]
    [InlineData(Weekdays.Monday, "2026-01-12", "2026-01-12")]
    public void A_chosen_day_on_which_the_person_works_no_more_is_as_a_day_of_the_programme_that_is_none_of_theirs(
        Weekdays works, string due, string expected)
    {
        Assert.Equal(Day(expected), Next("Friday", Person(works) with { LetterDay = IsoDayOfWeek.Tuesday }, due, due, null));
        Assert.Equal(Day(expected), Next("Tuesday", works, due, due, null));
    }

    [Theory]
    [InlineData("any", "2026-01-15", "2026-01-14", "2026-01-26")]
    [InlineData("any", "2026-01-20", "2026-01-14", "2026-01-26")]
    [InlineData("any", "2026-01-28", "2026-01-14", "2026-01-28")]
    [InlineData("any", "2026-02-05", "2026-01-14", "2026-02-05")]
    [InlineData("any", "2026-01-20", null, "2026-01-20")]
    [InlineData("Tuesday", "2026-01-15", "2026-01-16", "2026-01-27")]
    [InlineData("Tuesday", "2026-01-28", "2026-01-13", "2026-02-03")]
    [InlineData("Monday", "2026-03-30", "2026-03-24", "2026-04-07")]
    public void Who_chose_every_second_week_gets_the_next_letter_in_the_second_week_at_the_earliest(
        string programme, string due, string? last, string expected) => Assert.Equal(
        Day(expected), Next(programme, Person(Weekdays.All) with { EverySecondWeek = true }, due, due, last));

    [Fact]
    public void A_mail_beside_the_letter_comes_in_the_week_without_one() => Assert.Equal(
        Day("2026-01-20"),
        LetterDays.Beside(UkDivision.EnglandAndWales, Person(Weekdays.All) with { EverySecondWeek = true, LastLetterOn = Day("2026-01-14") }, Day("2026-01-20")));

    [Fact]
    public void After_a_clock_went_back_the_week_that_had_its_letter_has_no_other() =>
        Assert.Equal(Day("2026-01-26"), Next("any", Weekdays.All, "2026-01-14", "2026-01-14", "2026-01-20"));

    [Theory]
    [InlineData("2026-01-14", null, null, "2026-01-14")]
    [InlineData("2026-01-14", "2026-01-14", null, "2026-01-15")]
    [InlineData("2026-01-14", "2026-01-13", "2026-01-12", "2026-01-19")]
    [InlineData("2026-01-17", null, null, "2026-01-19")]
    [InlineData("2026-01-14", "2026-01-09", "2026-01-09", "2026-01-14")]
    public void One_mail_a_week_comes_beside_the_letter_and_one_a_day(string from, string? last, string? lastBeside, string expected) => Assert.Equal(
        Day(expected),
        LetterDays.Beside(UkDivision.EnglandAndWales, Person(Weekdays.All) with { LastMessageOn = DayOrNull(last), MessagesOnLastDay = 1, LastBesideOn = DayOrNull(lastBeside) }, Day(from)));

    [Fact]
    public void No_letter_comes_on_a_quiet_day_nor_in_the_week_after_the_set_met()
    {
        var quiet = new QuietWeeks(1, [new QuietRange(new AnnualDate(12, 20), new AnnualDate(1, 2))]);
        Assert.Equal(Day("2026-12-16"), Next("Wednesday", Weekdays.All, "2026-12-14", "2026-12-14", null, quiet));
        Assert.Equal(Day("2027-01-06"), Next("Wednesday", Weekdays.All, "2026-12-17", "2026-12-17", null, quiet));
        Assert.Equal(Day("2026-02-18"), Next("Wednesday", Weekdays.All, "2026-02-09", "2026-02-09", null, quiet, "2026-02-03"));
        Assert.Equal(Day("2026-02-11"), Next("Wednesday", Weekdays.All, "2026-02-09", "2026-02-09", null, quiet, "2026-02-12"));
        Assert.Equal(Day("2026-02-11"), Next("Wednesday", Weekdays.All, "2026-02-09", "2026-02-09", null, QuietWeeks.None, "2026-02-03"));

        // A range that ends in the middle of a week: looked at before and on that day alike.
        var days = new QuietWeeks(0, [new QuietRange(new AnnualDate(12, 29), new AnnualDate(12, 30))]);
        Assert.Equal(Day("2025-12-31"), Next("any", Weekdays.All, "2025-12-26", "2025-12-29", null, days));
        Assert.Equal(Day("2025-12-31"), Next("any", Weekdays.All, "2025-12-26", "2025-12-31", null, days));
        Assert.Equal(Day("2026-01-06"), Next("Tuesday", Weekdays.All, "2025-12-29", "2025-12-29", null, days));
        Assert.Equal(Day("2026-01-06"), Next("Tuesday", Weekdays.All, "2025-12-29", "2025-12-31", null, days));
    }

    [Fact]
    public void Quiet_weeks_do_not_count_until_something_lapses()
    {
        var quiet = new QuietWeeks(1, [new QuietRange(new AnnualDate(8, 1), new AnnualDate(8, 31))]);
        Assert.Equal(Day("2026-03-24"), quiet.Last(Day("2026-03-03"), 21, []));
        Assert.Equal(Day("2026-03-31"), quiet.Last(Day("2026-03-03"), 21, [Day("2026-03-05")]));

        Assert.Equal(Day("2026-09-11"), quiet.Last(Day("2026-07-21"), 21, []));
    }

    private static LocalDate Next(string day, Weekdays works, string due, string from, string? last, QuietWeeks? quiet = null, params IReadOnlyList<string> meetings) =>
        Next(day, Person(works), due, from, last, quiet, meetings);

    private static LocalDate Next(string day, Participant person, string due, string from, string? last, QuietWeeks? quiet = null, params IReadOnlyList<string> meetings) => LetterDays.Next(
        Plan.Of() with { Rhythm = new Rhythm(Day: day == "any" ? null : Enum.Parse<IsoDayOfWeek>(day)), Quiet = quiet ?? QuietWeeks.None },
        UkDivision.EnglandAndWales, person with { LastLetterOn = DayOrNull(last) }, Day(due), Day(from), [.. meetings.Select(Day)]);

    private static Participant Person(Weekdays works) =>
        Enrolment.Participant(new ParticipantId("p1"), "o1", Somebody.Named("Ann").Working(works), Day("2026-01-05"));

    private static LocalDate Day(string day) => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;

    private static LocalDate? DayOrNull(string? day) => day is null ? null : Day(day);
}
