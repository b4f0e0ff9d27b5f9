using System.Globalization;
using System.Text.Json;
using CsCheck;
using PlaceLeadership.Functions.Cohorts;
using PlaceLeadership.Hosting.Running;

namespace PlaceLeadership.Functions.Tests;

/// <summary>The orchestrator's code by itself, against what a hub may ever answer it.</summary>
public sealed class RoundTests
{
    private static readonly DateTimeOffset Now = new(2027, 1, 18, 9, 0, 0, TimeSpan.Zero);

    private static readonly CultureInfo Odd = new("") { NumberFormat = { NegativeSign = "~" } };

    private static readonly Gen<DateTimeOffset?> Moment = Gen.Int[-60, 60 * 24 * 30].Select(
        minutes => minutes % 7 == 0 ? (DateTimeOffset?)null : Now.AddMinutes(minutes));

    private static readonly Gen<TendReport> Tended =
        from exists in Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false)))
        from ended in Gen.Frequency((9, Gen.Const(false)), (1, Gen.Const(true)))
        from waiting in Gen.Int[0, 300]
        from wake in Moment
        from convene in Gen.Bool
        select new TendReport(
            exists, ended, waiting, waiting == 0 ? 0 : Math.Min(8, (waiting + 29) / 30), wake, new Noted("mark", wake, ended), "trace", convene);

    private static readonly Gen<DeliverReport> Delivered =
        from withdrawn in Gen.Frequency((9, Gen.Const(0)), (1, Gen.Int[1, 3]))
        from wake in Moment
        select new DeliverReport(1, 0, withdrawn, wake);

    private static readonly Gen<HubAnswers> Answers =
        from tended in Tended
        from delivered in Delivered.Array[8]
        from fails in Gen.Frequency((8, Gen.Const((string?)null)), (1, Gen.Const((string?)"Tend")), (1, Gen.Const((string?)"Deliver")))
        from changed in Gen.Enum<Change>()
        from failures in Gen.Int[0, 3]
        select new HubAnswers(Now, new Round(null, null, failures), tended, delivered, fails, changed);

    [Fact]
    public void What_a_round_asks_of_the_hub_depends_on_nothing_but_what_the_hub_answered() => Answers.Sample(answers =>
    {
        var here = Run(answers);
        // Elsewhere: another thread, with another culture.
        var elsewhere = new List<string>();
        var thread = new Thread(() => elsewhere = Run(answers)) { CurrentCulture = Odd };
        thread.Start();
        thread.Join();
        Assert.Equal(here, elsewhere);
    });

    [Fact]
    public void A_round_never_sleeps_past_the_moment_its_work_named_nor_longer_than_a_day() => Answers.Sample(answers =>
    {
        var context = Context(answers);
        if (context.Timer is { } timer)
        {
            Assert.InRange(timer, DateTime.MinValue, Now.UtcDateTime.AddDays(1));
            if (answers.Fails is null && answers.Tended.WakeAt is { } wake)
            {
                Assert.True(timer <= wake.UtcDateTime);
            }
        }
    });

    [Fact]
    public void A_round_that_fails_says_so_and_is_tried_again_in_five_minutes()
    {
        foreach (var fails in new[] { "Tend", "Convene", "Deliver" })
        {
            var context = Context(new HubAnswers(
                Now, new Round(null, null, 2), new TendReport(true, false, 9, 1, null, null, null, Convene: true),
                [new DeliverReport(9, 0, 0, null)], fails, Change.Never));
            Assert.Equal(Now.UtcDateTime.AddMinutes(5), context.Timer);
            Assert.Equal(3, context.Next!.Failures);
            Assert.Equal(3, Assert.IsType<CohortStatus>(context.Status).Failures);
        }
    }

    [Fact]
    public void Where_people_are_to_be_brought_together_the_cohort_is_tended_again_afterwards_and_only_then_delivered()
    {
        string[] Asked(bool convene) =>
        [
            .. Context(new HubAnswers(
                Now, null, new TendReport(true, false, 9, 1, Now.AddDays(1), null, "trace", convene), [new DeliverReport(9, 0, 0, null)], null, Change.Never))
                .Log.Select(line => line.Split(' ')[0]).Where(word => word is "Tend" or "Convene" or "Deliver"),
        ];

        Assert.Equal(["Tend", "Convene", "Tend", "Deliver"], Asked(convene: true));
        Assert.Equal(["Tend", "Deliver"], Asked(convene: false));
    }

    [Fact]
    public void A_round_that_works_forgets_the_failures_before_it() =>
        Assert.Equal(0, Context(new HubAnswers(
            Now, new Round(null, null, 7), new TendReport(true, false, 0, 0, null, null, null), [], null, Change.Before)).Next!.Failures);

    [Fact]
    public void A_cohort_that_is_gone_or_over_ends_its_instance()
    {
        foreach (var (exists, ended) in new[] { (false, false), (true, true) })
        {
            var context = Context(new HubAnswers(
                Now, null, new TendReport(exists, ended, 0, 0, null, null, null), [], null, Change.Never));
            Assert.Null(context.Next);
            Assert.Null(context.Timer);
        }
    }

    [Fact]
    public void Two_hundred_rounds_carry_no_more_than_the_first_and_ask_no_more()
    {
        Round? input = null;
        var sizes = new HashSet<int>();
        var actions = new HashSet<int>();
        for (var round = 0; round < 200; round++)
        {
            var noted = new Noted("mark", Now, false);
            var context = Context(new HubAnswers(
                Now, input, new TendReport(true, false, 60, 2, Now.AddDays(7), noted, "trace"),
                [new DeliverReport(30, 0, 0, null), new DeliverReport(30, 0, 0, null)], null, Change.AfterTimer));
            input = context.Next;
            Assert.False(context.KeptEvents);
            sizes.Add(JsonSerializer.Serialize(input).Length);
            actions.Add(context.Log.Count);
        }

        Assert.Single(sizes);
        Assert.Single(actions);
        Assert.InRange(actions.Single(), 1, 8);
    }

    [Fact]
    public void No_timer_is_made_when_the_change_has_come_already_for_it_would_stay_in_the_queue_until_it_is_due() =>
        Assert.Null(Context(new HubAnswers(
            Now, null, new TendReport(true, false, 0, 0, Now.AddDays(7), null, null), [], null, Change.Before)).Timer);

    private static List<string> Run(HubAnswers answers) => Context(answers).Log;

    private static ScriptedContext Context(HubAnswers answers)
    {
        var context = new ScriptedContext(answers);
        CohortOrchestrator.RunAsync(context).GetAwaiter().GetResult();
        return context;
    }
}
