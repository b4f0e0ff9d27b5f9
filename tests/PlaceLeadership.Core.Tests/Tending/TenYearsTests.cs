using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Tending;

public sealed class TenYearsTests
{
    private const int Weeks = 50;

    private static readonly LocalDate First = new(2026, 1, 5);
    private static readonly LocalDate Last = First.PlusYears(Sample.Of(2, all: 10)).PlusDays(1);

    // A step on every weekday, so that every working day shows whether a message comes.
    private static readonly Timetable EveryDay = Timetable.Of(Plan.Of(Weeks,
        [.. Enumerable.Range(0, Weeks * 5).Select(day => Plan.Milestone(new StepId($"s{day}"), 1 + (day / 5), (IsoDayOfWeek)(1 + (day % 5))))]));

    private static readonly IReadOnlyList<(WorkingPattern Pattern, int Hour)> Readers =
    [
        (WorkingPattern.FullWeek, 8), (WorkingPattern.FullWeek, 17), (new WorkingPattern(Weekdays.Monday, 9, 12), 10),
        (new WorkingPattern(Weekdays.Friday, 17, 18), 17), (new WorkingPattern(Weekdays.Tuesday | Weekdays.Thursday, 8, 13), 12),
    ];

    [Theory]
    [InlineData(UkDivision.EnglandAndWales)]
    [InlineData(UkDivision.Scotland)]
    [InlineData(UkDivision.NorthernIreland)]
    public void On_every_day_of_ten_years_messages_come_at_the_chosen_hour_of_a_working_day_and_never_else(UkDivision division)
    {
        var sent = Readers.Select(_ => new List<LocalDate>()).ToList();
        var holidays = Enumerable.Range(First.Year, Last.Year - First.Year + 1)
            .SelectMany(year => BankHolidays.In(division, year)).Select(holiday => holiday.Date).ToHashSet();
        for (var start = First; start < Last; start = start.PlusWeeks(Weeks))
        {
            Walk(division, start, holidays, sent);
        }

        for (var index = 0; index < Readers.Count; index++)
        {
            var works = Days(First, Last).Where(day => Readers[index].Pattern.Includes(day.DayOfWeek) && !holidays.Contains(day)).ToList();
            Assert.True(works.Count > 40 * (Last.Year - First.Year));
            Assert.Equal(works, sent[index].Distinct().Where(day => day < Last));
        }
    }

    /// <summary>One cohort, tended at every full hour of its fifty weeks, both clock changes included.</summary>
    private static void Walk(UkDivision division, LocalDate start, HashSet<LocalDate> holidays, List<List<LocalDate>> sent)
    {
        var cohort = new Cohort
        {
            Id = new CohortId("c"),
            Place = "P",
            ProgrammeId = "made-up",
            ProgrammeVersion = 1,
            Start = start,
            Zone = Office.London,
            Division = division,
            Sender = new Sender("S", "s@example.org", "t"),
        };
        var people = Readers.Select((reader, index) => new Participant
        {
            Id = new ParticipantId($"p{index}"),
            Organisation = "o1",
            Sector = "council",
            Role = "",
            Pattern = reader.Pattern,
            Hour = reader.Hour,
            JoinedFrom = start,
        }).ToList();
        var end = start.PlusWeeks(Weeks).At(0, cohort.Zone);
        for (var now = start.At(0, cohort.Zone); now < end; now += Duration.FromHours(1))
        {
            var local = now.InZone(cohort.Zone).LocalDateTime;
            foreach (var change in CohortTending.Decide(EveryDay, cohort, people, now).Changes)
            {
                var index = int.Parse(change.Participant.Id.Value.AsSpan(1), null);
                people[index] = change.Participant;
                var (pattern, hour) = Readers[index];
                foreach (var message in change.Queued)
                {
                    Assert.True(
                        pattern.Includes(local.DayOfWeek) && !holidays.Contains(local.Date) && local.Hour == hour,
                        $"{message.Id} came at {local} ({local.DayOfWeek}), for {pattern} at {hour} in {division}.");
                    Assert.Equal((local.Date, now, local.Date.At(pattern.ToHour, cohort.Zone)), (message.DueOn, message.NotBefore, message.SendBy));
                    sent[index].Add(local.Date);
                }
            }
        }
    }

    private static IEnumerable<LocalDate> Days(LocalDate from, LocalDate to)
    {
        for (var day = from; day < to; day = day.PlusDays(1))
        {
            yield return day;
        }
    }

    [Theory]
    [InlineData(2026, 3, 30, 8)] // The Monday after summer time has begun: 09:00 is 08:00 UTC.
    [InlineData(2026, 3, 27, 9)]
    [InlineData(2026, 10, 26, 9)] // The Monday after it has ended.
    [InlineData(2026, 10, 23, 8)]
    public void The_chosen_hour_is_the_hour_on_the_wall_before_and_after_both_clock_changes(int year, int month, int day, int utcHour) =>
        Assert.Equal(Instant.FromUtc(year, month, day, utcHour, 0), new LocalDate(year, month, day).At(9, Office.London));
}
