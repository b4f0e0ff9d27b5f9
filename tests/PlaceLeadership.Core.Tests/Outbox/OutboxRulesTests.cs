using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;

namespace PlaceLeadership.Core.Tests.Outbox;

public sealed class OutboxRulesTests
{
    private static readonly LocalDate Day = new(2026, 1, 13);
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 13, 10, 0);
    private static readonly OutboxMessage Message = new(
        new LetterId(Office.Cohort, new ParticipantId("p1"), 3), new OutboxState.Queued(), Day, [Prompt("asked")], Now, Now + Duration.FromHours(6), 1, Now);

    private static readonly OutboxState[] States =
        [new OutboxState.Queued(), new OutboxState.Sending("mine"), new OutboxState.InDoubt("mine"), new OutboxState.Held("why", "mine")];

    // For each event what comes of it when queued, while being sent, in doubt, and held.
    private static readonly (OutboxEvent What, string[] Comes)[] Table =
    [
        (new OutboxEvent.Claimed("mine"), ["Sending", "-", "-", "-"]),
        (Answered(new SendOutcome.Accepted(null)), ["-", "Sent", "Sent", "-"]),
        (Answered(new SendOutcome.Refused("no")), ["-", "Refused!", "Refused!", "-"]),
        (Answered(new SendOutcome.NotAccepted("later", null)), ["-", "Queued", "Queued", "-"]),
        (Answered(new SendOutcome.Stopped("key")), ["-", "Queued", "Queued", "-"]),
        (Answered(new SendOutcome.Held("what")), ["-", "Held", "Held", "-"]),
        (Answered(new SendOutcome.InDoubt("?")), ["-", "InDoubt", "InDoubt", "-"]),
        (new OutboxEvent.Answered(new SendOutcome.NotAccepted("later", null), "another's"), ["-", "-", "-", "-"]),
        (new OutboxEvent.Abandoned("mine"), ["-", "InDoubt", "-", "-"]),
        (new OutboxEvent.Abandoned("another's"), ["-", "-", "-", "-"]),
        (new OutboxEvent.Gone("mine"), ["-", "Refused", "Refused", "-"]),
        (new OutboxEvent.Gone("another's"), ["-", "-", "-", "-"]),
        (new OutboxEvent.Reported(ProviderReport.Accepted), ["Sent", "Sent", "Sent", "Sent"]),
        (new OutboxEvent.Reported(ProviderReport.Delivered), ["Delivered", "Delivered", "Delivered", "Delivered"]),
        (new OutboxEvent.Reported(ProviderReport.Bounced), ["Bounced!", "Bounced!", "Bounced!", "Bounced!"]),
        (new OutboxEvent.Reported(ProviderReport.NeverAccepted), ["-", "-", "back", "back"]),
        (new OutboxEvent.NoLongerWanted(), ["back", "unwanted", "unwanted", "unwanted"]),
        (new OutboxEvent.Replied(Message.First.Step, Proves: true), ["back", "without", "Sent", "Sent"]),
        (new OutboxEvent.Replied(Message.First.Step, Proves: false), ["back", "without", "without", "without"]),
        (new OutboxEvent.Replied(new StepId("another"), Proves: true), ["-", "-", "-", "-"]),
        (new OutboxEvent.Over(), ["back", "-", "-", "-"]),
    ];

    [Fact]
    public void Each_event_in_each_state_comes_to_what_the_table_says()
    {
        var said = Table.Select(row => string.Join(' ', row.Comes));
        Assert.Equal(said, Table.Select(row => string.Join(' ', States.Select(state => Word(OutboxRules.Decide(Message with { State = state }, row.What, Now))))));
    }

    [Fact]
    public void The_table_leaves_out_no_state_and_no_event()
    {
        Assert.Equal(Kinds(typeof(OutboxState)), States.Select(state => state.GetType().Name).Order());
        Assert.Equal(Kinds(typeof(OutboxEvent)), Table.Select(row => row.What.GetType().Name).Distinct().Order());
        Assert.Equal(
            Kinds(typeof(SendOutcome)),
            Table.Select(row => row.What).OfType<OutboxEvent.Answered>().Select(answered => answered.Outcome.GetType().Name).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<ProviderReport>(), Table.Select(row => row.What).OfType<OutboxEvent.Reported>().Select(reported => reported.Report));
    }

    [Fact]
    public void A_reply_to_a_reminder_in_doubt_does_not_say_which_of_the_two_arrived() => Assert.Equal(
        "without",
        Word(OutboxRules.Decide(
            Message with { Items = [Message.First with { Kind = MessageKind.FirstReminder }], State = new OutboxState.InDoubt("mine") },
            new OutboxEvent.Replied(Message.First.Step, Proves: true), Now)));

    [Fact]
    public void What_a_message_names_as_still_open_and_was_answered_is_left_out_and_no_more_than_that()
    {
        var naming = Message with { Items = [Message.First, Named("first"), Named("second")] };
        var replied = new OutboxEvent.Replied(new StepId("first"), Proves: false);
        Assert.Equal(["second"], Names(OutboxRules.Decide(naming, replied, Now)));

        // On its way it may have arrived with it: only when it is tried again does it go without.
        var sending = Assert.IsType<OutboxDecision.Becomes>(OutboxRules.Decide(naming with { State = new OutboxState.Sending("mine") }, replied, Now)).Message;
        Assert.Equal(["first", "second"], Names(new OutboxDecision.Becomes(sending)));
        Assert.False(sending.Unwanted);
        Assert.Equal("-", Word(OutboxRules.Decide(sending, replied, Now)));
        Assert.Equal(["second"], Names(OutboxRules.Decide(sending, Answered(new SendOutcome.NotAccepted("later", null)), Now)));

        static OutboxItem Named(string step) => new(new StepId(step), MessageKind.FirstReminder, Day);
        static IEnumerable<string> Names(OutboxDecision decision) =>
            Assert.IsType<OutboxDecision.Becomes>(decision).Message.Named.Select(item => item.Step.Value);
    }

    [Theory]
    [InlineData("asked", "beside")]
    [InlineData("beside", "asked")]
    public void What_a_message_brings_and_was_answered_is_left_out_and_a_reply_to_any_of_it_proves_that_it_arrived(string answered, string left)
    {
        var letter = Message with { Items = [Message.First, Prompt("beside"), new OutboxItem(new StepId("open"), MessageKind.FirstReminder, Day)] };
        OutboxDecision After(OutboxState state, bool proves) =>
            OutboxRules.Decide(letter with { State = state }, new OutboxEvent.Replied(new StepId(answered), proves), Now);
        static OutboxMessage Next(OutboxDecision decision) => Assert.IsType<OutboxDecision.Becomes>(decision).Message;

        Assert.Equal([left, "open"], Next(After(new OutboxState.Queued(), proves: true)).Items.Select(item => item.Step.Value));
        var sending = Next(After(new OutboxState.Sending("mine"), proves: true));
        Assert.Equal(answered, Assert.Single(sending.Items, item => item.Unwanted).Step.Value);
        Assert.Equal([left, "open"], Next(OutboxRules.Decide(sending, Answered(new SendOutcome.NotAccepted("later", null)), Now)).Items.Select(item => item.Step.Value));
        Assert.Equal("Sent", Word(After(new OutboxState.InDoubt("mine"), proves: true)));
        Assert.Equal("Sent", Word(After(new OutboxState.Held("why", "mine"), proves: true)));
        Assert.Single(Next(After(new OutboxState.InDoubt("mine"), proves: false)).Items, item => item.Unwanted);
    }

    [Fact]
    public void A_message_whose_every_thing_was_answered_on_its_way_is_not_tried_again_and_what_it_names_is_not_lost()
    {
        var naming = Message with { State = new OutboxState.Sending("mine"), Items = [Message.First, new OutboxItem(new StepId("open"), MessageKind.FirstReminder, Day)] };
        var sending = Assert.IsType<OutboxDecision.Becomes>(OutboxRules.Decide(naming, new OutboxEvent.Replied(Message.First.Step, Proves: false), Now)).Message;
        var again = Assert.IsType<OutboxDecision.Becomes>(OutboxRules.Decide(sending, Answered(new SendOutcome.NotAccepted("later", null)), Now)).Message;
        Assert.True(again.Unwanted);
        Assert.Equal(["asked", "open"], again.Items.Select(item => item.Step.Value));
    }

    [Fact]
    public void What_is_not_wanted_any_more_is_not_claimed_and_not_marked_twice()
    {
        Assert.Equal("-", Word(OutboxRules.Decide(Message with { Unwanted = true }, new OutboxEvent.Claimed("mine"), Now)));
        foreach (var state in States.Skip(1))
        {
            Assert.Equal("-", Word(OutboxRules.Decide(Message with { State = state, Unwanted = true }, new OutboxEvent.NoLongerWanted(), Now)));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(500, 60)]
    public void It_waits_longer_from_try_to_try_up_to_an_hour(int attempts, int minutes)
    {
        var again = Assert.IsType<OutboxDecision.Becomes>(OutboxRules.Decide(
            Message with { State = new OutboxState.Sending("mine"), Attempts = attempts }, Answered(new SendOutcome.NotAccepted("later", null)), Now));
        Assert.Equal(Now + Duration.FromMinutes(minutes), again.Message.NotBefore);
    }

    [Fact]
    public void Whatever_is_said_of_it_in_any_order_and_twice_comes_to_the_strongest()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var reports = Enumerable.Range(0, random.Next(1, 8)).Select(_ => (ProviderReport)random.Next(3)).ToList();
            var ended = reports.Concat(reports).Aggregate((SentMessage?)null, (final, report) =>
                (final is null ? OutboxRules.Decide(Message, new OutboxEvent.Reported(report), Now) : OutboxRules.Decide(final, report))
                    is OutboxDecision.Ends ends ? ends.Message : final);
            Assert.Equal((int)reports.Max(), (int)ended!.State);
        }
    }

    [Fact]
    public void Nothing_is_said_of_what_was_refused() => Assert.All(
        Enum.GetValues<ProviderReport>(),
        report => Assert.IsType<OutboxDecision.Stays>(OutboxRules.Decide(new SentMessage(Message.Id, SentState.Refused, Day, "no", []), report)));

    [Fact]
    public void Whatever_happens_only_what_was_certainly_not_taken_can_be_sent_again()
    {
        var random = new Random(2);
        for (var round = 0; round < 2000; round++)
        {
            var message = Message;
            for (var step = 0; step < 12; step++)
            {
                var what = Table[random.Next(Table.Length)].What;
                if (OutboxRules.Decide(message, what, Now) is not OutboxDecision.Becomes { Message: var next })
                {
                    continue;
                }

                var goesBack = message.State is not OutboxState.Queued && next.State is OutboxState.Queued;
                Assert.True(!goesBack || what is OutboxEvent.Answered { Outcome: SendOutcome.NotAccepted or SendOutcome.Stopped, Claim: "mine" });
                message = next;
            }
        }
    }

    [Fact]
    public void A_message_of_two_things_is_stored_with_both_and_both_get_their_facts()
    {
        var two = Two();
        var read = CohortRows.ReadOutbox(new Row("key", CohortRows.OutboxShape, CohortRows.Write(two), "1"));
        Assert.Equal(two.Items, read.Value.Items);

        var rows = OutboxRows.Of(
            read, OutboxRules.Decide(read.Value, new OutboxEvent.Reported(ProviderReport.Accepted), Now), Timetable());
        var facts = rows.OfType<RowChange.Put>().Where(row => row.Shape == CohortRows.FactShape)
            .Select(row => CohortRows.ReadFact(new Row(row.Key, row.Shape, row.Body, "1"))).ToList();
        Assert.Equal(["asked", "also"], facts.Select(fact => fact.Step?.Value));
        Assert.Single(rows.OfType<RowChange.Delete>());
    }

    [Fact]
    public void A_message_of_two_things_is_taken_back_with_both()
    {
        var person = Enrolment.Participant(new ParticipantId("p1"), "o1", Somebody.Named("Ann"), Day) with
        {
            Handled = StepSet.Empty.With(0).With(1),
            Open = [new OpenPrompt(new StepId("asked"), Day), new OpenPrompt(new StepId("also"), Day)],
            LastMessageOn = Day,
            MessagesOnLastDay = 1,
        };
        var without = Withdrawal.Of(Two(), person, Timetable());
        Assert.Empty(without.Open);
        Assert.True(without.Handled.IsEmpty);
        Assert.Equal(0, without.MessagesOnLastDay);
    }

    private static OutboxMessage Two() => Message with { Items = [Message.First, Prompt("also")] };

    private static OutboxItem Prompt(string step) => new(new StepId(step), MessageKind.Prompt, Day);

    private static Timetable Timetable() => PlaceLeadership.Core.Programmes.Timetable.Of(Plan.Of(
        Plan.Prompt(new StepId("asked"), 1, IsoDayOfWeek.Tuesday), Plan.Prompt(new StepId("also"), 2, IsoDayOfWeek.Tuesday)));

    private static OutboxEvent.Answered Answered(SendOutcome outcome) => new(outcome, "mine");

    private static IEnumerable<string> Kinds(Type family) =>
        family.GetNestedTypes().Where(type => type.IsSubclassOf(family)).Select(type => type.Name).Order();

    private static string Word(OutboxDecision decision) => decision switch
    {
        OutboxDecision.Becomes { Message: { Unwanted: true } } => "unwanted",
        OutboxDecision.Becomes { Message: var message } when message.Items.Any(item => item.Unwanted) => "without",
        OutboxDecision.Becomes becomes => becomes.Message.State.GetType().Name,
        OutboxDecision.Ends ends => $"{ends.Message.State}{(ends.RefusesAddress ? "!" : "")}",
        OutboxDecision.TakenBack => "back",
        _ => "-",
    };
}
