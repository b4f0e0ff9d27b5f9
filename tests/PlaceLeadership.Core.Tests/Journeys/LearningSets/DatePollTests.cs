using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Tests.Journeys.LearningSets;

public sealed class DatePollTests
{
    // The Monday before Easter: Good Friday and Easter Monday lie within the days to choose from.
    private static readonly LocalDate Monday = new(2026, 3, 30);
    private static readonly WorkingPattern Mornings = new(Weekdays.Tuesday | Weekdays.Thursday, 8, 13);

    [Fact]
    public void Times_lie_on_working_days_of_the_place_one_a_day_in_order()
    {
        var options = MeetingTimes.Options(UkDivision.EnglandAndWales, Monday, 180, [WorkingPattern.FullWeek]);

        Assert.Equal(MeetingTimes.OptionsMost, options.Select(option => option.Date).Distinct().Count());
        Assert.Equal(options.Order(), options);
        Assert.DoesNotContain(new LocalDate(2026, 4, 3), options.Select(option => option.Date));
        Assert.DoesNotContain(new LocalDate(2026, 4, 6), options.Select(option => option.Date));
        Assert.Contains(new LocalDate(2026, 4, 6), MeetingTimes.Options(UkDivision.Scotland, new LocalDate(2026, 4, 4), 180, [WorkingPattern.FullWeek]).Select(option => option.Date));
    }

    [Fact]
    public void Times_at_which_everybody_works_are_offered_before_others()
    {
        var options = MeetingTimes.Options(UkDivision.EnglandAndWales, Monday, 180, [Mornings, WorkingPattern.FullWeek]);

        Assert.Equal(
            ["2026-03-31 09:30", "2026-04-02 09:30", "2026-04-07 09:30", "2026-04-09 09:30"],
            options.Where(option => Mornings.Includes(option.DayOfWeek)).Select(option => option.ToString("uuuu-MM-dd HH:mm", null)));
    }

    [Fact]
    public void Most_votes_win_then_most_at_work_then_the_earliest()
    {
        LocalDateTime At(int day, int hour) => Monday.PlusDays(day).At(new LocalTime(hour, 30));
        var meeting = new SetMeeting { StepId = new StepId("one"), OpenedOn = Monday.PlusDays(-14), Options = [At(0, 9), At(1, 13), At(2, 9), At(3, 9)] };
        SetMeeting With(params IReadOnlyList<int>[] votes) => meeting with
        {
            Votes = votes.Index().ToDictionary(vote => new ParticipantId($"p{vote.Index}"), vote => vote.Item),
        };
        LocalDateTime? Chosen(SetMeeting asked) => DatePoll.Chosen(asked, Monday, 180, [Mornings, WorkingPattern.FullWeek]);

        Assert.Equal(At(2, 9), Chosen(With([2], [2, 0], [3])));
        Assert.Equal(At(3, 9), Chosen(With([2, 3], [2, 3])));
        Assert.Equal(At(3, 9), Chosen(With()));
        Assert.Equal(At(0, 9), DatePoll.Chosen(With([0, 2]), Monday, 180, [WorkingPattern.FullWeek]));
        Assert.Equal(At(2, 9), DatePoll.Chosen(With([0, 2]), Monday.PlusDays(1), 180, [WorkingPattern.FullWeek]));
        Assert.Null(DatePoll.Chosen(With([0]), Monday.PlusDays(9), 180, [WorkingPattern.FullWeek]));
    }
}
