using NodaTime;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Composition;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Journeys;

/// <summary>Nobody's address is passed on who was not asked on a day before.</summary>
public sealed class AskedFirstTests
{
    private static readonly Step Round = Plan.Prompt(new StepId("coach"), 5, IsoDayOfWeek.Tuesday, BuiltIn.CoachingRound);
    private static readonly Step Meeting = Plan.Prompt(new StepId("one"), 6, IsoDayOfWeek.Monday, BuiltIn.SetMeeting) with { Minutes = 120 };

    /// <summary>Every pattern of one or two days, as days of the week from Monday.</summary>
    private static IEnumerable<Weekdays> Patterns =>
        from one in Enumerable.Range(0, 5) from other in Enumerable.Range(one, 5 - one) select (Weekdays)((1 << one) | (1 << other));

    [Theory]
    [InlineData(2026, 1, 12, true)]
    [InlineData(2026, 3, 16, true)]
    [InlineData(2026, 4, 13, true)]
    [InlineData(2026, 11, 30, true)]
    [InlineData(2026, 12, 7, true)]
    [InlineData(2026, 11, 23, false)]
    public async Task Whatever_days_somebody_works_they_are_asked_before_they_go_on_and_before_anybody_gets_their_address(
        int year, int month, int day, bool coaching)
    {
        var office = await Office.LaunchedAsync(
            new LocalDate(year, month, day), Plan.Of(20, [coaching ? Round : Meeting]),
            [
                .. Patterns.Select((days, number) => Somebody.Named($"N{number + 1}x", $"Organisation {number + 1}").Working(days) with
                {
                    Sector = Sectors.All[number % 4],
                }),
            ]);

        var goOn = coaching ? "coach" : "one.contract";
        await WatchAsync(office, office.Today.PlusWeeks(10));

        foreach (var person in Enumerable.Range(1, Patterns.Count()).Select(number => $"p{number}"))
        {
            var theirs = office.Sent.Where(item => item.Id.Participant == new ParticipantId(person)).ToList();
            var told = theirs.Single(item => item.Id.Step == new StepId(goOn));
            Assert.True(
                theirs.Any(item => item.Id.Step == new StepId(goOn).Whole.About("proposal") && item.At.Date < told.At.Date),
                $"{person} ({(await office.PersonAsync(new ParticipantId(person))).Pattern.Days}) was not asked before {told.At.Date}.");
        }
    }

    [Fact]
    public async Task Who_joins_after_the_introduction_reads_how_to_reach_the_other_and_writes_first()
    {
        var circle = await Circle.OfAsync(3, Round);
        await circle.GoToAsync(5, IsoDayOfWeek.Wednesday);
        await circle.Office.Roster.JoinAsync(Office.Cohort, Actor.Manager, [Somebody.Named("N4x", "Four")], circle.Office.NewId, default);
        await WatchAsync(circle.Office, circle.Office.Today.PlusWeeks(1));

        var partner = await circle.PartnerAsync(new ParticipantId("p4"), new StepId("coach"));
        Assert.Contains("could not ask you first", await TextAsync(circle.Office, new ParticipantId("p4"), new StepId("coach")), StringComparison.Ordinal);
        Assert.Contains("@example", (await TextAsync(circle.Office, new ParticipantId("p4"), new StepId("coach"))).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var theirs = await TextAsync(circle.Office, new ParticipantId(partner), new StepId("coach.again"));
        Assert.Contains("could not ask N4x first", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("n4x", theirs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whose_proposal_fell_into_a_pause_was_not_asked()
    {
        var circle = await Circle.OfAsync(2, Round);
        await circle.Office.GoToAsync(Circle.Start.PlusDays(15), 1);
        await circle.Office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p2"), Circle.Start.PlusDays(27), default);
        await WatchAsync(circle.Office, circle.Office.Today.PlusWeeks(2));

        Assert.DoesNotContain("coach.proposal", circle.StepsSentTo(new ParticipantId("p2")));
        Assert.Contains("wait to be written to", await TextAsync(circle.Office, new ParticipantId("p1"), new StepId("coach")), StringComparison.Ordinal);
        Assert.Contains(await circle.Office.FactsAsync(), fact => fact is { Participant.Value: "p2", Kind: "let-go", Step.Value: "coach.proposal" });
    }

    [Fact]
    public async Task In_a_set_too_it_is_said_who_writes_first()
    {
        var circle = await Circle.OfAsync(6, Meeting);
        await circle.Office.GoToAsync(Circle.Start.PlusDays(3), 1);
        await circle.Office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p2"), Circle.Start.PlusDays(28), default);
        await WatchAsync(circle.Office, circle.Office.Today.PlusWeeks(4));

        Assert.Contains("could not ask N2 first, so you do not get their e-mail address", await TextAsync(circle.Office, new ParticipantId("p1"), new StepId("one.contract")), StringComparison.Ordinal);
        Assert.Contains("It is for you to write first.", await TextAsync(circle.Office, new ParticipantId("p2"), new StepId("one.contract")), StringComparison.Ordinal);

        // A reminder of a meeting says who comes, and repeats no address.
        Assert.Contains("N3", await TextAsync(circle.Office, new ParticipantId("p1"), new StepId("one")), StringComparison.Ordinal);
        Assert.DoesNotContain("@", await TextAsync(circle.Office, new ParticipantId("p1"), new StepId("one")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_neither_was_asked_the_named_person_brings_them_together()
    {
        var circle = await Circle.OfAsync(2, Round);
        await circle.Office.GoToAsync(Circle.Start.PlusDays(15), 1);
        await circle.Office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p1"), Circle.Start.PlusDays(27), default);
        await circle.Office.Pauses.PausePersonAsync(Office.Cohort, Actor.Manager, new ParticipantId("p2"), Circle.Start.PlusDays(27), default);
        await WatchAsync(circle.Office, circle.Office.Today.PlusWeeks(2));

        Assert.Contains("I put you in touch", await TextAsync(circle.Office, new ParticipantId("p1"), new StepId("coach")), StringComparison.Ordinal);
    }

    /// <summary>Goes there day by day and reads what is sent as its reader does.</summary>
    private static async Task WatchAsync(Office office, LocalDate until)
    {
        for (var read = office.Sent.Count; office.Today < until;)
        {
            await office.GoToAsync(office.Today.PlusDays(1), 20);
            foreach (var sent in office.Sent.Skip(read).Where(item => item.Id.Step.Value is "coach" or "coach.again" or "one.contract" or "one.again"))
            {
                var text = (await TextAsync(office, sent.Id.Participant, sent.Id.Step)).Replace("\\", "", StringComparison.Ordinal);
                foreach (var other in (await office.ViewAsync()).Participants.Select(person => person.Value.Id))
                {
                    Assert.True(
                        !text.Contains($"n{other.Value[1..]}x@example.org", StringComparison.Ordinal)
                        || office.Sent.Any(item => item.Id.Participant == other && item.Id.Step == sent.Id.Step.Whole.About("proposal") && item.At.Date < sent.At.Date),
                        $"{sent.Id} on {sent.At.Date} gives the address of {other}, who was not asked.");
                }
            }

            read = office.Sent.Count;
        }
    }

    private static async Task<string> TextAsync(Office office, ParticipantId person, StepId step)
    {
        var (view, timetable) = (await office.Reader.ReadAsync(Office.Cohort, default))!.Value;
        return (await office.Letters.ForAsync(
            timetable, view.Cohort.Value, timetable.FindStep(step)!, person, view.Rows, office.Today, default))!.Step.Text.In("en");
    }
}
