using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Hosting.Running;

namespace PlaceLeadership.Hosting.Tests;

public sealed class WatchTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 1, 18, 9, 0);
    private static readonly DirectoryEntry Entry = new(new CohortId("ours"), "Our place", "mark-2");

    [Theory]
    [InlineData(InstanceState.Running, 0, "mark-2", 60, WatchAct.Nothing, false)]
    [InlineData(InstanceState.Running, 0, "mark-2", -4, WatchAct.Nothing, false)]
    [InlineData(InstanceState.Running, 0, "mark-2", -6, WatchAct.Wake, true)]
    [InlineData(InstanceState.Running, 59, "mark-2", -61, WatchAct.Wake, true)]
    [InlineData(InstanceState.Running, 61, "mark-2", -61, WatchAct.Replace, true)]
    [InlineData(InstanceState.Running, 0, "mark-1", 60, WatchAct.Wake, false)]
    [InlineData(InstanceState.Missing, 0, "mark-2", 60, WatchAct.Start, true)]
    [InlineData(InstanceState.Suspended, 0, "mark-1", 60, WatchAct.Nothing, false)]
    [InlineData(InstanceState.Suspended, 30, "mark-1", -600, WatchAct.Nothing, false)]
    [InlineData(InstanceState.Suspended, 600, "mark-2", -59, WatchAct.Nothing, false)]
    [InlineData(InstanceState.Suspended, 61, "mark-2", -61, WatchAct.Resume, true)]
    public void The_watchdog_mends_what_is_late_or_gone_and_leaves_the_rest(
        InstanceState state, int silentMinutes, string mark, int minutesAhead, WatchAct act, bool mend)
    {
        var look = new Look(mark, Now + Duration.FromMinutes(minutesAhead), Ended: false);
        Assert.Equal(new WatchDecision(new CohortId("ours"), act, mend), Watch.Decide(Entry, look, new InstanceView(state, Duration.FromMinutes(silentMinutes)), Now));
    }

    [Theory]
    [InlineData(1, WatchAct.Wake)]
    [InlineData(59, WatchAct.Wake)]
    [InlineData(61, WatchAct.Replace)]
    public void After_hours_of_downtime_an_instance_is_given_up_only_once_it_had_an_hour_on_a_running_host(int hostMinutes, WatchAct act)
    {
        var look = new Look("mark-2", Now - Duration.FromHours(5), Ended: false);
        var instance = InstanceView.Of(InstanceState.Running, Duration.FromHours(6), Duration.FromMinutes(hostMinutes));
        Assert.Equal(act, Watch.Decide(Entry, look, instance, Now).Act);
    }

    [Fact]
    public void A_cohort_launched_by_a_command_is_started_and_that_is_no_mend() =>
        Assert.Equal(new WatchDecision(new CohortId("ours"), WatchAct.Start, Mend: false), Watch.Decide(Entry, null, InstanceView.None, Now));

    [Fact]
    public void A_cohort_that_ended_is_left_alone_until_somebody_marks_it()
    {
        Assert.Equal(WatchAct.Nothing, Watch.Decide(Entry, new Look("mark-2", null, true), InstanceView.None, Now).Act);
        Assert.Equal(WatchAct.Start, Watch.Decide(Entry, new Look("mark-1", null, true), InstanceView.None, Now).Act);
    }
}
