using CsCheck;
using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Core.Calendar;

namespace PlaceLeadership.Core.Tests.Calendar;

public sealed class BankHolidaysTests
{
    private static readonly LocalDatePattern MonthDay = LocalDatePattern.CreateWithInvariantCulture("MM-dd");

    public static TheoryData<UkDivision, string> Published => new()
    {
        { UkDivision.EnglandAndWales, PublishedBankHolidays.EnglandAndWales },
        { UkDivision.Scotland, PublishedBankHolidays.Scotland },
        { UkDivision.NorthernIreland, PublishedBankHolidays.NorthernIreland },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Every_published_year_is_computed_as_published(UkDivision division, string published)
    {
        var computed = string.Join("\n", Enumerable.Range(2024, 5).Select(year =>
            $"{year}: " + string.Join(' ', BankHolidays.In(division, year).Select(Short))));

        Assert.Equal(published.ReplaceLineEndings("\n"), computed);
    }

    [Theory]
    [InlineData(2029, 4, 1)]
    [InlineData(2030, 4, 21)]
    [InlineData(2031, 4, 13)]
    [InlineData(2032, 3, 28)]
    [InlineData(2033, 4, 17)]
    [InlineData(2034, 4, 9)]
    [InlineData(2035, 3, 25)]
    [InlineData(2036, 4, 13)]
    [InlineData(2037, 4, 5)]
    [InlineData(2038, 4, 25)]
    [InlineData(2039, 4, 10)]
    [InlineData(2040, 4, 1)]
    public void Good_Friday_is_two_days_before_Easter(int year, int month, int day) =>
        Assert.Contains(
            new BankHoliday(new LocalDate(year, month, day).PlusDays(-2), "Good Friday"),
            BankHolidays.In(UkDivision.Scotland, year));

    [Fact]
    public void Every_holiday_is_a_weekday_of_its_own_and_in_order() => ForEveryYear((division, year) =>
    {
        var dates = BankHolidays.In(division, year).Select(holiday => holiday.Date).ToList();
        Assert.All(dates, date => Assert.True(date.DayOfWeek <= IsoDayOfWeek.Friday && date.Year == year, $"{division} {date}"));
        Assert.Equal(dates.Distinct().Order(), dates);
    });

    [Fact]
    public void A_division_has_the_same_number_of_holidays_every_year() => ForEveryYear((division, year) =>
    {
        var standing = division switch { UkDivision.EnglandAndWales => 8, UkDivision.Scotland => 9, _ => 10 };
        var proclaimed = (division, year) == (UkDivision.Scotland, 2026) ? 1 : 0;
        Assert.Equal(standing + proclaimed, BankHolidays.In(division, year).Count);
    });

    [Fact]
    public void A_day_is_called_a_substitute_only_when_the_feast_is_on_a_weekend_or_its_day_is_taken() => ForEveryYear((division, year) =>
    {
        foreach (var (month, day, name) in Feasts)
        {
            var feast = new LocalDate(year, month, day);
            var listed = BankHolidays.In(division, year).SingleOrDefault(holiday => holiday.Name.StartsWith(name, StringComparison.Ordinal));
            if (listed is null)
            {
                continue;
            }

            var secondAfterSunday = name == "2nd January" && feast.DayOfWeek == IsoDayOfWeek.Monday;
            var moved = feast.DayOfWeek > IsoDayOfWeek.Friday || secondAfterSunday;
            Assert.Equal(moved, listed.Name.EndsWith(" (substitute day)", StringComparison.Ordinal));
            Assert.Equal(moved, listed.Date != feast);
            Assert.InRange(Period.DaysBetween(feast, listed.Date), 0, 2);
        }
    });

    [Fact]
    public void When_Christmas_is_a_Sunday_Boxing_Day_keeps_its_Monday()
    {
        var december = BankHolidays.In(UkDivision.EnglandAndWales, 2033).Where(holiday => holiday.Date.Month == 12);

        Assert.Equal(
            [new(new(2033, 12, 26), "Boxing Day"), new(new(2033, 12, 27), "Christmas Day (substitute day)")],
            december);
    }

    [Fact]
    public void When_New_Year_is_a_Sunday_both_Scottish_days_move()
    {
        var january = BankHolidays.In(UkDivision.Scotland, 2034).Where(holiday => holiday.Date.Month == 1);

        Assert.Equal(
            [new(new(2034, 1, 2), "New Year’s Day (substitute day)"), new(new(2034, 1, 3), "2nd January (substitute day)")],
            january);
    }

    [Fact]
    public void The_World_Cup_day_is_Scottish_only()
    {
        var day = new LocalDate(2026, 6, 15);

        Assert.True(BankHolidays.IsHoliday(UkDivision.Scotland, day));
        Assert.False(BankHolidays.IsHoliday(UkDivision.EnglandAndWales, day));
        Assert.False(BankHolidays.IsHoliday(UkDivision.NorthernIreland, day));
    }

    [Fact]
    public void The_quick_answer_agrees_with_the_list_on_every_day() => ForEveryYear((division, year) =>
    {
        var listed = BankHolidays.In(division, year).Select(holiday => holiday.Date).ToHashSet();
        for (var date = new LocalDate(year, 1, 1); date.Year == year; date = date.PlusDays(1))
        {
            Assert.Equal(listed.Contains(date), BankHolidays.IsHoliday(division, date));
        }
    });

    [Theory]
    [InlineData(2023)]
    [InlineData(2041)]
    public void A_year_outside_the_list_is_refused_with_a_sentence(int year)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => BankHolidays.In(UkDivision.Scotland, year));

        Assert.StartsWith("Bank holidays are known for the years 2024 to 2040.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_the_list_the_standing_rules_still_hold()
    {
        Assert.True(BankHolidays.IsHoliday(UkDivision.EnglandAndWales, new LocalDate(2041, 12, 25)));
        Assert.True(BankHolidays.IsHoliday(UkDivision.Scotland, new LocalDate(2022, 1, 4)));
        Assert.False(BankHolidays.IsHoliday(UkDivision.EnglandAndWales, new LocalDate(1966, 12, 26)));
        Gen.Int[-9998, 9999].Sample(year => BankHolidays.IsHoliday(UkDivision.NorthernIreland, new LocalDate(year, 7, 5)) is false);
    }

    private static readonly (int Month, int Day, string Name)[] Feasts =
    [
        (1, 1, "New Year’s Day"), (1, 2, "2nd January"), (3, 17, "St Patrick’s Day"), (7, 12, "Battle of the Boyne"),
        (11, 30, "St Andrew’s Day"), (12, 25, "Christmas Day"), (12, 26, "Boxing Day"),
    ];

    private static void ForEveryYear(Action<UkDivision, int> check)
    {
        foreach (var division in Enum.GetValues<UkDivision>())
        {
            for (var year = BankHolidays.FirstYear; year <= BankHolidays.LastYear; year++)
            {
                check(division, year);
            }
        }
    }

    private static string Short(BankHoliday holiday) =>
        MonthDay.Format(holiday.Date) + (holiday.Name.EndsWith("(substitute day)", StringComparison.Ordinal) ? "s" : "");
}
