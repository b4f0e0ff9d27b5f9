using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;

namespace PlaceLeadership.Core.Tests.Shapes;

/// <summary>One of each stored thing about pairs and sets with every field filled in.</summary>
internal static class FullGroups
{
    private static readonly LocalDate Day = new(2026, 3, 3);

    public static OpenRound Round { get; } = new()
    {
        StepId = new StepId("coaching-one"),
        FormedOn = Day,
        Groups = [new RoundGroup([new ParticipantId("p1"), new ParticipantId("p2")], Day), RoundGroup.New([new ParticipantId("p3"), new ParticipantId("p4"), new ParticipantId("p5")], Day.PlusDays(2))],
        Earlier = [new RoundGroup([new ParticipantId("p3"), new ParticipantId("p6")], Day)],
        Alone = [new ParticipantId("p7")],
        Resting = [new ParticipantId("p6")],
        Asking = [new ParticipantId("p1")],
        Declined = [new Declined(new ParticipantId("p4"), new ParticipantId("p6"))],
        Changes = new Dictionary<ParticipantId, int> { [new ParticipantId("p3")] = 1 },
        Met = [new ParticipantId("p2")],
    };

    public static SetMeeting Meeting { get; } = new()
    {
        StepId = new StepId("set-meeting-one"),
        OpenedOn = Day,
        Options = [Day.PlusDays(14).At(new LocalTime(9, 30)), Day.PlusDays(15).At(new LocalTime(13, 30))],
        Votes = new Dictionary<ParticipantId, IReadOnlyList<int>> { [new ParticipantId("p1")] = [0, 1], [new ParticipantId("p2")] = [] },
        At = Day.PlusDays(15).At(new LocalTime(13, 30)),
        SettledOn = Day.PlusDays(7),
        Sequence = 2,
        ChangedOn = Day.PlusDays(9),
        CalledOff = true,
        Presenters = [new ParticipantId("p1"), new ParticipantId("p2")],
        Leader = new ParticipantId("p3"),
        Records = new Dictionary<ParticipantId, MeetingRecord>
        {
            [new ParticipantId("p1")] = new(There: true, Presented: true, Led: true),
            [new ParticipantId("p2")] = new(There: false, NotHeld: true),
        },
        Earlier = [Day.PlusDays(14).At(new LocalTime(9, 30))],
        PollDays = 8,
    };

    public static LearningSet Set { get; } = new()
    {
        Number = 3,
        Members = [new SetMember(new ParticipantId("p1"), Day) { Changes = 1, Turns = 2, Waited = 1, Led = 1, ActionsFrom = new StepId("set-meeting-one") }, new SetMember(new ParticipantId("p2"), Day)],
        Asking = [new ParticipantId("p2")],
        Meetings = [Meeting],
        Left = [new ParticipantId("p8")],
        ChangedOn = Day.PlusDays(6),
    };

    public static SetsFormed Formed { get; } = new(new StepId("set-meeting-one"), Day)
    {
        WithoutSet = [new ParticipantId("p9")],
        Declined = [new DeclinedSet("p2", ["p1", "p3"])],
        Relaxed = [SeatingRule.Sectors, SeatingRule.CommonTime],
    };

    public static IReadOnlyList<ApartWish> Apart { get; } = [new(new ParticipantId("p1"), new ParticipantId("p4")), new(new ParticipantId("p2"), new ParticipantId("p3"))];

    public static Facilitator Facilitator { get; } = new("Siân O'Neill", 2);
}
