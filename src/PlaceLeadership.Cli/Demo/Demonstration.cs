using NodaTime;
using PlaceLeadership.Cli.Checking;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Cli.Demo;

/// <summary>
/// The whole default programme in fast time. People act only through the links in the mails they get, and what they do
/// follows from the seed, so the same seed gives the same facts on every stage.
/// </summary>
/// <param name="seed">What people do follows from it.</param>
/// <param name="folder">Where the facts go.</param>
/// <param name="output">Where it tells what happens.</param>
/// <param name="stage">Where it plays.</param>
/// <param name="twin">The demonstration to whose facts these are compared, or null.</param>
/// <param name="start">The day on which the cohort starts; null for the usual one.</param>
internal sealed class Demonstration(int seed, DirectoryInfo folder, Output output, IStage stage, EmbeddedTwin? twin = null, LocalDate? start = null)
{
    /// <summary>The id of the demonstration's cohort.</summary>
    public static readonly CohortId CohortId = new("elmbridge-demo");

    private static readonly LocalDate UsualStart = new(2027, 1, 11);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    // Messages are due at whole minutes. Nobody acts at the very moment of one: which comes first would be chance on a host.
    private static readonly Duration JustBefore = Duration.FromSeconds(30);

    private readonly PriorityQueue<Func<CancellationToken, Task>, (Instant At, int Order)> _agenda = new();
    private readonly Dictionary<ParticipantId, SimulatedPerson> _people = [];
    private readonly DemonstrationReport _report = new(output, start ?? UsualStart);
    private readonly ThreeLetters _letters = new();
    private readonly Programme _programme = ProgrammeFile.Default.Programme();
    private readonly Timetable _timetable = Timetable.Of(ProgrammeFile.Default.Programme());
    private int _order;

    private LocalDate Start => start ?? UsualStart;

    /// <summary>When the clock of a demonstration begins.</summary>
    /// <param name="start">The day on which the cohort starts; null for the usual one.</param>
    public static Instant Begins(LocalDate? start = null) => (start ?? UsualStart).PlusDays(-3).At(10, Zone);

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        Sweep();
        var plan = await LaunchAsync(cancellation).ConfigureAwait(false);
        PlanLife(plan);
        await output.ProgressAsync("The programme", (_programme.Weeks * 7) + Timetable.DaysAfterLastWeek + 7, async tell =>
        {
            await LiveAsync(tell, cancellation).ConfigureAwait(false);
            return true;
        }).ConfigureAwait(false);
        return await FinishAsync(cancellation).ConfigureAwait(false);
    }

    private async Task LiveAsync(Action<double> tell, CancellationToken cancellation)
    {
        var ended = false;
        while (!ended)
        {
            cancellation.ThrowIfCancellationRequested();
            var scene = await stage.SettleAsync(cancellation).ConfigureAwait(false);
            foreach (var letter in scene.Arrived)
            {
                _report.Mailed(letter, _timetable, stage.Now.InZone(Zone).Date);
                _letters.Read(letter, _timetable, stage.Now.InZone(Zone).LocalDateTime);
                Receive(letter);
            }

            ended = scene.Ended;
            await LiveUntilAsync(scene.NextWake, cancellation).ConfigureAwait(false);
            tell(Period.DaysBetween(Start, stage.Now.InZone(Zone).Date));
        }
    }

    // What an earlier demonstration left would stand among the new mails.
    private void Sweep()
    {
        if (Directory.Exists(stage.MailFolder))
        {
            foreach (var file in Directory.EnumerateFiles(stage.MailFolder, $"{CohortId}~*.eml"))
            {
                File.Delete(file);
            }
        }
    }

    private async Task<LaunchPlan> LaunchAsync(CancellationToken cancellation)
    {
        var roster = RosterReader.Read(Resources.Bytes("roster.csv"), "roster.csv", null, cancellation);
        var chance = new Random(seed);
        var plan = Launch.Plan(
            new LaunchRequest(
                _programme, [.. roster.Rows.Select(row => row.Entry)], "Elmbridge Vale", Start, Zone, UkDivision.EnglandAndWales,
                new Sender("Ruth Adeyemi", "ruth.adeyemi@example.org", "01632 960 123, weekdays until four, or just reply to this message."),
                CohortId),
            Begins(start).InZone(Zone).Date, () => Enrolment.NewId(chance.Next), () => Enrolment.NewPseudonym(chance.Next));
        if (plan.Problems.Count > 0)
        {
            throw new Refusal([.. plan.Problems]);
        }

        await stage.LaunchAsync(plan, _programme, ProgrammeFile.Default.Text, cancellation).ConfigureAwait(false);
        for (var number = 0; number < plan.People.Count; number++)
        {
            _people[plan.People[number].Participant.Id] = new SimulatedPerson(seed, number);
        }

        _report.Launched(plan, _programme);
        return plan;
    }

    /// <summary>What happens in the lives of these people and of their place, whatever the programme says.</summary>
    private void PlanLife(LaunchPlan plan)
    {
        foreach (var (participant, identity) in plan.People)
        {
            var person = _people[participant.Id];
            if (person.Draw("pauses") < 0.12)
            {
                var day = Start.PlusDays(14 + (int)(person.Draw("pause-day") * 120));
                var until = day.PlusDays(7 + (int)(person.Draw("pause-length") * 21));
                At(day, 12, $"{identity.Entry.Name} pauses until {until:d MMMM}.", token => stage.PausePersonAsync(participant.Id, until, token));
            }

            if (person.Draw("leaves") < 0.06)
            {
                At(Start.PlusDays(21 + (int)(person.Draw("leave-day") * 130)), 13, $"{identity.Entry.Name} leaves. Nobody asks why.", token =>
                    stage.LeaveAsync(participant.Id, token));
            }
        }

        var (_, moving) = plan.People[(int)(_people[plan.People[0].Participant.Id].Draw("moves") * plan.People.Count)];
        At(Start.PlusDays(45), 11, $"{moving.Entry.Name} has a new address.", token => stage.ChangeAddressAsync(
            moving.ParticipantId, "new." + moving.Entry.Email, token));
        var busy = plan.People[^1].Identity;
        At(Start.PlusDays(72), 9, $"{busy.Entry.Organisation} pauses for two weeks.", token =>
            stage.PauseAsync(busy.OrganisationId, Start.PlusDays(86), token));
        At(Start.PlusDays(107), 7, "A flood: the whole cohort pauses until Monday. The timetable moves by a week.", token =>
            stage.PauseAsync(null, Start.PlusDays(112), token));
    }

    private void At(LocalDate day, int hour, string what, Func<CancellationToken, Task> act) => Schedule(
        day.At(hour, Zone),
        async cancellation =>
        {
            await act(cancellation).ConfigureAwait(false);
            _report.Happened(day, what);
        });

    private void Schedule(Instant at, Func<CancellationToken, Task> act) => _agenda.Enqueue(act, (at - JustBefore, _order++));

    /// <summary>A person reads a mail and, perhaps, follows its links.</summary>
    private void Receive(Letter letter)
    {
        // Mails leave at whole hours. One that a dead host has kept for a while does not change when its reader replies.
        var now = stage.Now;
        var arrived = now - Duration.FromTicks(now.ToUnixTimeTicks() % NodaConstants.TicksPerHour);
        var week = Period.DaysBetween(Start, now.InZone(Zone).Date) / 7;
        foreach (var (step, token) in Links.Answers(letter, _timetable))
        {
            if (_people[letter.Id.Participant].ReplyTo(step, week) is { } reply)
            {
                Schedule(arrived + reply.After, async cancellation =>
                {
                    if (await stage.ReplyAsync(token, step, reply, cancellation).ConfigureAwait(false))
                    {
                        _report.Replied(reply.Kind, stage.Now.InZone(Zone).Date);
                    }
                });
            }
        }
    }

    /// <summary>Lets everything happen that comes before the cohort wants to be looked at again.</summary>
    private async Task LiveUntilAsync(Instant? wake, CancellationToken cancellation)
    {
        if (_agenda.TryPeek(out _, out var first) && (wake is null || first.At <= wake))
        {
            await stage.GoToAsync(first.At, cancellation).ConfigureAwait(false);
            await _agenda.Dequeue()(cancellation).ConfigureAwait(false);
        }
        else if (wake is { } moment)
        {
            await stage.GoToAsync(moment, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<int> FinishAsync(CancellationToken cancellation)
    {
        var facts = Path.Combine(folder.FullName, "facts.csv");
        var count = await stage.WriteFactsAsync(facts, cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "letters.md"), _letters.InMarkdown(), cancellation).ConfigureAwait(false);
        var left = await stage.InDoubtAsync(cancellation).ConfigureAwait(false);
        var together = await stage.TogetherAsync(cancellation).ConfigureAwait(false);
        var difference = twin is null
            ? null
            : await output.WhileAsync("The same in this process, to compare", () => twin.DifferenceAsync(facts, cancellation)).ConfigureAwait(false);
        _report.Ended(count, left, together, facts, stage.MailFolder, seed, twin, difference);
        return left == 0 && difference is null ? ExitCodes.Done : ExitCodes.Broken;
    }
}
