namespace PlaceLeadership.Simulation.Tests;

public sealed class SimulationTests
{
    private static readonly int Seeds = Sample.Of(24, all: 600);

    [Fact]
    public async Task No_message_is_lost_doubled_or_untimely_in_troubled_cohorts()
    {
        var crashes = 0;
        var messages = 0;
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var simulation = await RunAsync(new SimulationOptions(seed)
            {
                Evidence = seed % 2 == 0,
                FaultRate = (seed % 5) * 0.03,
                Jumps = seed % 3 != 0,
                Lively = seed % 4 != 0,
                MovesOnly = seed % 6 == 1,
                People = 3 + (seed % 9),
            });
            crashes += simulation.Crashes;
            messages += simulation.Mailer.Accepted.Count;
        }

        Assert.True(crashes > Seeds && messages > Seeds * 10, $"Too quiet to prove anything: {crashes} crashes, {messages} messages.");
    }

    [Fact]
    public async Task A_crash_at_any_single_await_of_a_cohort_loses_nothing_and_doubles_nothing()
    {
        // Without a crash to come, every await would draw from chance, and people would live otherwise.
        var calm = await RunAsync(Options(int.MaxValue));
        for (var at = 1; at <= calm.Awaits; at += Sample.Every(23))
        {
            foreach (var how in new[] { Misfortune.CrashBefore, Misfortune.CrashAfter })
            {
                var crashed = await RunAsync(Options(at) with { CrashHow = how });
                Assert.Equal(1, crashed.Crashes);
                Assert.Equal(calm.Mailer.Accepted.Count, crashed.Mailer.Accepted.Count);
            }
        }

        static SimulationOptions Options(int crashAt) =>
            new(7) { FaultRate = 0, CrashAt = crashAt, Jumps = false, Lively = false, People = 3 };
    }

    [Fact]
    public async Task A_crash_leaves_at_most_ten_messages_in_doubt()
    {
        var largest = 0;
        for (var seed = 1; seed <= Sample.Of(4, all: 40); seed++)
        {
            // Where most is sent at once, as after a jump of the clock.
            var calm = await RunAsync(Options(seed, int.MaxValue));
            var most = calm.Mailer.Accepted.GroupBy(item => item.At).MaxBy(burst => burst.Count())!;
            var crashed = await RunAsync(Options(seed, most.First().Await));
            Assert.True(crashed.InDoubt is > 0 and <= 10, $"Seed {seed}: {crashed.InDoubt} messages are in doubt.");
            largest = Math.Max(largest, most.Count());
        }

        Assert.True(largest > 10, $"Too quiet to prove anything: at most {largest} messages at once.");

        static SimulationOptions Options(int seed, int crashAt) =>
            new(seed) { FaultRate = 0, CrashAt = crashAt, Jumps = true, Lively = false, People = 60, Evidence = false };
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_cohort()
    {
        var one = await RunAsync(new SimulationOptions(11));
        var two = await RunAsync(new SimulationOptions(11));
        Assert.Equal(one.Mailer.Accepted.Select(item => (item.Id, item.At)), two.Mailer.Accepted.Select(item => (item.Id, item.At)));
    }

    [Fact]
    public async Task The_checks_find_a_sender_that_marks_messages_sent_before_sending_them()
    {
        var (caught, cohorts) = (0, Sample.Of(8, all: 20));
        for (var seed = 1; seed <= cohorts; seed++)
        {
            var simulation = new CohortSimulation(new SimulationOptions(seed) { FaultRate = 0.1, Plant = tables => new EagerTables(tables) });
            try
            {
                await simulation.RunAsync();
            }
            catch (ArgumentException twice) when (twice.Message.Contains("is in the transaction twice", StringComparison.Ordinal))
            {
                // Two letters of one batch said the same: the store refuses it before a check could find it.
                caught++;
                continue;
            }

            caught += (await Checks.ViolationsAsync(simulation))
                .Any(violation => violation.Contains("never accepted", StringComparison.Ordinal)) ? 1 : 0;
        }

        Assert.True(caught >= cohorts * 3 / 4, $"Only {caught} of {cohorts} troubled cohorts showed the fault.");
    }

    [Fact]
    public async Task The_checks_find_a_store_that_forgets_that_a_message_was_claimed()
    {
        var (caught, cohorts) = (0, Sample.Of(8, all: 20));
        for (var seed = 1; seed <= cohorts; seed++)
        {
            var simulation = new CohortSimulation(new SimulationOptions(seed) { FaultRate = 0.1, Evidence = false, Plant = tables => new ForgetfulTables(tables) });
            try
            {
                await simulation.RunAsync();
            }
            catch (ArgumentException twice) when (twice.Message.Contains("is in the transaction twice", StringComparison.Ordinal))
            {
                // Two letters of one batch said the same: the store refuses it before a check could find it.
                caught++;
                continue;
            }

            caught += (await Checks.ViolationsAsync(simulation))
                .Any(violation => violation.Contains("times.", StringComparison.Ordinal)) ? 1 : 0;
        }

        Assert.True(caught >= cohorts * 3 / 4, $"Only {caught} of {cohorts} troubled cohorts showed the fault.");
    }

    [Theory]
    [InlineData("an item lost", "never came")]
    [InlineData("an item in two letters", "times.")]
    [InlineData("a moved letter sent twice", "times.")]
    public async Task The_checks_find_a_letter_that_is_not_what_it_is_noted_to_be(string fault, string found)
    {
        var (caught, cohorts) = (0, 20);
        for (var seed = 1; seed <= cohorts; seed++)
        {
            var simulation = new CohortSimulation(new SimulationOptions(seed)
            {
                FaultRate = 0,
                MovesOnly = fault == "a moved letter sent twice",
                Plant = tables => new DistortingTables(tables, fault switch
                {
                    "an item lost" => DistortingTables.LoseAnItem,
                    "an item in two letters" => DistortingTables.ForgetAnItem,
                    _ => DistortingTables.ForgetWhatWasMoved,
                }),
            });
            try
            {
                await simulation.RunAsync();
            }
            catch (ArgumentException twice) when (twice.Message.Contains("is in the transaction twice", StringComparison.Ordinal))
            {
                // Two letters of one batch said the same: the store refuses it before a check could find it.
                caught++;
                continue;
            }

            caught += (await Checks.ViolationsAsync(simulation)).Any(violation => violation.Contains(found, StringComparison.Ordinal)) ? 1 : 0;
        }

        Assert.True(caught >= cohorts / 2, $"Only {caught} of {cohorts} cohorts showed the fault.");
    }

    private static async Task<CohortSimulation> RunAsync(SimulationOptions options)
    {
        var simulation = new CohortSimulation(options);
        try
        {
            await simulation.RunAsync();
        }
        catch (Exception broken) when (broken is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"The cohort broke under {options}.", broken);
        }

        var violations = await Checks.ViolationsAsync(simulation);
        Assert.True(violations.Count == 0, $"{options}: {string.Join(" ", violations.Take(5))}");
        return simulation;
    }
}
