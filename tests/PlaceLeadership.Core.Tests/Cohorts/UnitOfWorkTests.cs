using NodaTime;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tests.Building;
using PlaceLeadership.Storage;

namespace PlaceLeadership.Core.Tests.Cohorts;

public sealed class UnitOfWorkTests
{
    private static readonly LocalDate Start = new(2026, 1, 12);

    private static readonly Programme Two = Plan.Of(Plan.Prompt(new StepId("one"), 1, IsoDayOfWeek.Tuesday), Plan.Prompt(new StepId("two"), 2, IsoDayOfWeek.Tuesday));

    private static readonly ParticipantId Ann = new("p1");

    [Fact]
    public async Task Every_change_says_who_made_it_and_when_and_why()
    {
        var office = await RunningAsync();
        await office.GoToAsync(Start.PlusDays(1));
        await office.Pauses.PausePersonAsync(Office.Cohort, Actor.Person(Ann), Ann, Start.PlusDays(9), default);
        await office.Amendments.CancelAsync(Office.Message(new ParticipantId("p2"), new StepId("two")), Actor.Manager, default);
        await office.Pauses.PauseAsync(Office.Cohort, Actor.Manager, null, null, default);

        var acts = await ActsAsync(office);
        Assert.Equal(
            [
                "Manager: launched", "Rule: queued p1 one prompt, queued p2 one prompt", "Manager: accepted p1 one prompt", "Manager: accepted p2 one prompt",
                "Person p1: paused p1 2026-01-21", "Manager: message-cancelled p2 two", "Manager: cohort-paused",
            ],
            acts.Select(Told));
        Assert.Equal(acts.Select(act => act.At).Order(), acts.Select(act => act.At));
    }

    [Fact]
    public async Task What_changes_nothing_says_nothing()
    {
        var office = await RunningAsync();
        await office.Pauses.PausePersonAsync(Office.Cohort, Actor.Person(Ann), Ann, null, default);
        var before = (await ActsAsync(office)).Count;
        await office.Pauses.PausePersonAsync(Office.Cohort, Actor.Person(Ann), Ann, null, default);
        await office.Pauses.ResumeAsync(Office.Cohort, Actor.Manager, null, default);
        await office.KeepAsync();
        Assert.Equal(before, (await ActsAsync(office)).Count);
    }

    [Fact]
    public async Task An_act_is_stored_with_its_change_or_not_at_all()
    {
        // Wherever the process dies: of a pause that is stored the act is, and of no other.
        for (var breakAt = 1; ; breakAt++)
        {
            foreach (var after in new[] { false, true })
            {
                var tables = new BreakingTables(new MemoryTables());
                var office = new Office(Start.At(new LocalTime(7, 0)), tables);
                Assert.Null(await office.Launches.StoreAsync(office.Planned(Two, [Somebody.Named("Ann")]), Actor.Manager, Two, Plan.Text(Two), default));
                (tables.BreakAt, tables.AfterItsEffect) = (tables.Operations + breakAt, after);
                var broke = false;
                try
                {
                    await office.Pauses.PausePersonAsync(Office.Cohort, Actor.Person(Ann), Ann, null, default);
                }
                catch (BrokenOffException)
                {
                    broke = true;
                }

                tables.BreakAt = 0;
                var paused = (await office.PersonAsync(Ann)).Pause is not null;
                Assert.Equal(paused ? 1 : 0, (await ActsAsync(office)).Count(act => act.About.Any(deed => deed.What == Deeds.Paused)));
                if (!broke)
                {
                    Assert.True(breakAt > 4, $"A pause took only {breakAt - 1} operations.");
                    return;
                }
            }
        }
    }

    [Fact]
    public async Task People_have_the_cohort_looked_at_and_rules_do_not()
    {
        var office = await RunningAsync();
        var woken = new List<CohortId>();
        var work = new UnitOfWork(office.Reader, new CohortWaker(office.Directory, (cohort, _) => { woken.Add(cohort); return Task.FromResult(true); }), office.Clock);
        Task<bool> ChangeAsync(Actor by, bool any) => work.ChangeAsync<bool>(
            Office.Cohort, by, read => any ? new(true, new ChangedRows([], new Deed(Deeds.Changed))) { Cohort = CohortChange.None(read!.Value.View.Cohort) } : new(true), default);

        await ChangeAsync(Actor.Rule, any: true);
        await ChangeAsync(Actor.Provider, any: true);
        await ChangeAsync(Actor.Manager, any: false);
        Assert.Empty(woken);
        await ChangeAsync(Actor.Manager, any: true);
        await ChangeAsync(Actor.Person(Ann), any: true);
        await ChangeAsync(Actor.Facilitator(1), any: true);
        Assert.Equal(3, woken.Count);
    }

    [Fact]
    public async Task A_change_is_no_failure_because_nobody_could_be_woken_where_somebody_hears_of_it()
    {
        var office = await RunningAsync();
        Exception? heard = null;
        var waker = new CohortWaker(office.Directory, (_, _) => throw new TimeoutException(), (_, why) => heard = why);
        var pauses = new PauseDesk(new UnitOfWork(office.Reader, waker, office.Clock), office.Clock);
        Assert.True(await pauses.PausePersonAsync(Office.Cohort, Actor.Manager, Ann, null, default));
        Assert.IsType<TimeoutException>(heard);
        Assert.NotNull((await office.PersonAsync(Ann)).Pause);
    }

    [Fact]
    public async Task Whoever_is_overtaken_each_time_is_told_after_twenty_attempts()
    {
        var office = await RunningAsync();
        var attempts = 0;
        await Assert.ThrowsAsync<StoreConflictException>(() => office.Work.ChangeAsync(
            Office.Cohort, Actor.Manager,
            async () =>
            {
                attempts++;
                var read = (await office.Reader.ReadAsync(Office.Cohort, default))!.Value.View.Cohort;
                await office.Tables.SubmitAsync(
                    Table.Cohorts, Office.Cohort.Value,
                    [new RowChange.Replace(CohortKeys.Cohort, CohortRows.CohortShape, CohortRows.Write(read.Value), read.ETag)], default);
                return read;
            },
            read => Task.FromResult(new Change<bool>(true, new ChangedRows([], new Deed(Deeds.Changed))) { Cohort = CohortChange.None(read) }),
            default));
        Assert.Equal(UnitOfWork.AttemptsMax, attempts);
        Assert.DoesNotContain(await ActsAsync(office), act => act.About.Any(deed => deed.What == Deeds.Changed));
    }

    [Fact]
    public async Task More_than_a_transaction_takes_is_stored_in_several_each_with_its_act()
    {
        var office = await RunningAsync();
        var view = (await office.ViewAsync()).Cohort;
        var groups = Enumerable.Range(0, 150).Select(number => new ChangedRows(
            [new RowChange.Put($"x|{number:D3}", "x/1", "{}")], new Deed(Deeds.Changed, Detail: $"{number}"))).ToList();
        await office.Work.ChangeAsync(
            Office.Cohort, Actor.Manager, () => Task.FromResult(view),
            read => Task.FromResult(new Change<bool>(true, groups) { Cohort = CohortChange.AtLast(read, read.Value with { Place = "Elsewhere" }) }), default);

        Assert.Equal("Elsewhere", (await office.ViewAsync()).Cohort.Value.Place);
        var acts = (await ActsAsync(office)).Where(act => act.About[0].What == Deeds.Changed).ToList();
        Assert.Equal([98, 52], acts.Select(act => act.About.Count));
        Assert.Equal(Enumerable.Range(0, 150).Select(number => $"{number}"), acts.SelectMany(act => act.About).Select(deed => deed.Detail));
    }

    private static Task<Office> RunningAsync() => Office.LaunchedAsync(Start, Two, [Somebody.Named("Ann"), Somebody.Named("Bob", "Police")]);

    private static async Task<List<Act>> ActsAsync(Office office) => await office.Reader.ActsAsync(Office.Cohort, null, null, default).ToListAsync();

    private static string Told(Act act) => $"{act.By.Kind} {act.By.Id}".TrimEnd() + ": "
        + string.Join(", ", act.About.Select(deed => string.Join(' ', new[] { deed.What, deed.Person?.Value, deed.Step?.Value, deed.Detail }.Where(part => part is { Length: > 0 }))));
}
