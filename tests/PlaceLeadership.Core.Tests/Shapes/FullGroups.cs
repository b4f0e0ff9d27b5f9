using NodaTime;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.LearningSets.Seating;
using PlaceLeadership.Core.Together;

namespace PlaceLeadership.Core.Tests.Shapes;

/// <summary>One of each stored thing about pairs and sets with every field filled in.</summary>
internal static class FullGroups
{
    private static readonly LocalDate Day = new(2026, 3, 3);

    public static OpenRound Round { get; } = new()
    {
        StepId = "coaching-one",
        FormedOn = Day,
        Groups = [new RoundGroup(["p1", "p2"], Day), RoundGroup.New(["p3", "p4", "p5"], Day.PlusDays(2))],
        Earlier = [new RoundGroup(["p3", "p6"], Day)],
        Alone = ["p7"],
        Resting = ["p6"],
        Asking = ["p1"],
        Declined = [new Declined("p4", "p6")],
        Changes = new Dictionary<string, int> { ["p3"] = 1 },
        Met = ["p2"],
    };

    public static SetMeeting Meeting { get; } = new()
    {
        StepId = "set-meeting-one",
        OpenedOn = Day,
        Options = [Day.PlusDays(14).At(new LocalTime(9, 30)), Day.PlusDays(15).At(new LocalTime(13, 30))],
        Votes = new Dictionary<string, IReadOnlyList<int>> { ["p1"] = [0, 1], ["p2"] = [] },
        At = Day.PlusDays(15).At(new LocalTime(13, 30)),
        SettledOn = Day.PlusDays(7),
        Sequence = 2,
        ChangedOn = Day.PlusDays(9),
        CalledOff = true,
        Presenters = ["p1", "p2"],
        Leader = "p3",
        Records = new Dictionary<string, MeetingRecord>
        {
            ["p1"] = new(There: true, Presented: true, Led: true),
            ["p2"] = new(There: false, NotHeld: true),
        },
        Earlier = [Day.PlusDays(14).At(new LocalTime(9, 30))],
        PollDays = 8,
    };

    public static LearningSet Set { get; } = new()
    {
        Number = 3,
        Members = [new SetMember("p1", Day) { Changes = 1, Turns = 2, Waited = 1, Led = 1, ActionsFrom = "set-meeting-one" }, new SetMember("p2", Day)],
        Asking = ["p2"],
        Meetings = [Meeting],
        Left = ["p8"],
        ChangedOn = Day.PlusDays(6),
    };

    public static SetsFormed Formed { get; } = new("set-meeting-one", Day)
    {
        WithoutSet = ["p9"],
        Declined = [new DeclinedSet("p2", ["p1", "p3"])],
        Relaxed = [SeatingRule.Sectors, SeatingRule.CommonTime],
    };

    public static IReadOnlyList<ApartWish> Apart { get; } = [new("p1", "p4"), new("p2", "p3")];

    public static Facilitator Facilitator { get; } = new("Siân O'Neill", 2);
}
