using CsCheck;
using NodaTime;
using PlaceLeadership.Core.Journeys.LearningSets;

namespace PlaceLeadership.Core.Tests.Journeys.LearningSets;

public sealed class AirtimeTests
{
    private static readonly LocalDate Day = new(2026, 3, 2);

    [Fact]
    public void However_people_stay_away_say_nothing_join_and_leave_turns_never_differ_by_more_than_one() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            IReadOnlyList<SetMember> members = [.. Enumerable.Range(1, random.Next(2, 9)).Select(number => new SetMember(new ParticipantId($"p{number}"), Day))];
            for (var meeting = 0; meeting < 30; meeting++)
            {
                var presenters = Airtime.Presenters(members);
                Assert.Equal(Math.Min(2, members.Count), presenters.Distinct().Count());
                var leader = Airtime.Leader(members, presenters);
                Assert.False(leader is { } leads && presenters.Contains(leads));
                var nobodySays = random.Next(4) == 0;
                members = Airtime.AfterOrAsAnnounced(members, Held(presenters, members.Where(_ => !nobodySays).ToDictionary(
                    member => member.Person,
                    member => random.Next(4) == 0 ? new MeetingRecord(There: false)
                        : new MeetingRecord(There: true, Presented: presenters.Contains(member.Person) ? random.Next(5) > 0 : random.Next(5) == 0))));
                if (random.Next(5) == 0 && members.Count > 2)
                {
                    members = [.. members.Skip(1)];
                }

                if (random.Next(5) == 0)
                {
                    members = [.. members, Airtime.Joining(new SetMember(new ParticipantId($"n{meeting}"), Day) { Turns = random.Next(9) }, [.. members])];
                }

                var spread = members.Max(member => member.Turns) - members.Min(member => member.Turns);
                Assert.True(spread <= 1, $"After meeting {meeting} turns differ by {spread}.");
            }
        },
        iter: 2_000);

    [Fact]
    public void When_everybody_comes_everybody_presents_before_anybody_presents_again()
    {
        IReadOnlyList<SetMember> members = [.. Enumerable.Range(1, 6).Select(number => new SetMember(new ParticipantId($"p{number}"), Day))];
        var presented = new List<ParticipantId>();
        for (var meeting = 0; meeting < 6; meeting++)
        {
            var presenters = Airtime.Presenters(members);
            presented.AddRange(presenters);
            members = Airtime.After(members, Held(presenters, members.ToDictionary(
                member => member.Person, member => new MeetingRecord(There: true, Presented: presenters.Contains(member.Person)))));
        }

        Assert.Equal(6, presented.Take(6).Distinct().Count());
        Assert.Equal(6, presented.Skip(6).Distinct().Count());
    }

    [Fact]
    public void A_turn_waits_once_for_somebody_who_is_away_and_passes_the_second_time()
    {
        IReadOnlyList<SetMember> members = [new(new ParticipantId("here"), Day), new(new ParticipantId("there"), Day), new(new ParticipantId("away"), Day)];
        var asked = new List<ParticipantId>();
        for (var meeting = 0; meeting < 3; meeting++)
        {
            var presenters = Airtime.Presenters(members);
            asked.AddRange(presenters.Where(person => person == new ParticipantId("away")));
            members = Airtime.After(members, Held(presenters, members.ToDictionary(
                member => member.Person, member => new MeetingRecord(member.Person != new ParticipantId("away"), presenters.Contains(member.Person) && member.Person != new ParticipantId("away")))));
        }

        Assert.Equal(2, asked.Count);
        Assert.Equal(1, members.Single(member => member.Person == new ParticipantId("away")).Turns);
    }

    [Fact]
    public void A_meeting_that_did_not_take_place_costs_nobody_a_turn()
    {
        IReadOnlyList<SetMember> members = [new(new ParticipantId("one"), Day), new(new ParticipantId("two"), Day), new(new ParticipantId("three"), Day)];
        var meeting = Held([new ParticipantId("one"), new ParticipantId("two")], new Dictionary<ParticipantId, MeetingRecord>
        {
            [new ParticipantId("one")] = new(There: true, Presented: true),
            [new ParticipantId("two")] = new(There: false, NotHeld: true),
            [new ParticipantId("three")] = new(There: false, NotHeld: true),
        });

        Assert.False(Airtime.WasHeld(meeting));
        Assert.Equal(members, Airtime.After(members, meeting));
        Assert.False(Airtime.WasHeld(meeting with { Records = new Dictionary<ParticipantId, MeetingRecord>() }));
        Assert.False(Airtime.WasHeld(meeting with { CalledOff = true }));
    }

    [Fact]
    public void A_meeting_of_which_nobody_says_anything_counts_as_it_was_announced_unless_it_was_called_off()
    {
        IReadOnlyList<SetMember> members = [new(new ParticipantId("one"), Day), new(new ParticipantId("two"), Day), new(new ParticipantId("three"), Day) { Turns = 1 }, new(new ParticipantId("four"), Day)];
        var silent = Held([new ParticipantId("one"), new ParticipantId("two")], []) with { Leader = new ParticipantId("four") };

        var after = Airtime.AfterOrAsAnnounced(members, silent);

        Assert.Equal([1, 1, 1, 0], after.Select(member => member.Turns));
        Assert.Equal([0, 0, 0, 1], after.Select(member => member.Led));
        Assert.Equal(members, Airtime.AfterOrAsAnnounced(members, silent with { CalledOff = true }));
        Assert.Equal(members, Airtime.AfterOrAsAnnounced(members, silent with
        {
            Records = new Dictionary<ParticipantId, MeetingRecord> { [new ParticipantId("three")] = new(There: false, NotHeld: true) },
        }));
    }

    private static SetMeeting Held(IReadOnlyList<ParticipantId> presenters, Dictionary<ParticipantId, MeetingRecord> records) => new()
    {
        StepId = new StepId("one"),
        OpenedOn = Day,
        At = Day.PlusDays(14).At(new LocalTime(9, 30)),
        Presenters = presenters,
        Records = records,
    };
}
