using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Cli.Checking;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Exporting;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Core.Time;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Mail.Delivery;
using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Storage;
using PlaceLeadership.Web;

namespace PlaceLeadership.Cli.Demo;

/// <summary>
/// The whole default programme in fast time, on the real rules, outbox, mails and replies, with storage in memory. People
/// act only through the links in the mails they get.
/// </summary>
internal sealed partial class Demonstration
{
    /// <summary>The id of the demonstration's cohort.</summary>
    public const string CohortId = "elmbridge-demo";

    private static readonly LocalDate Start = new(2027, 1, 11);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly int _seed;
    private readonly DirectoryInfo _folder;
    private readonly Output _output;
    private readonly ITables _tables;
    private readonly SteppingClock _clock = new(Start.PlusDays(-3).At(10, Zone));
    private readonly WatchedMailer _mailer;
    private readonly ServiceProvider _services;
    private readonly Keeper _keeper;
    private readonly PriorityQueue<Func<CancellationToken, Task>, (Instant At, int Order)> _agenda = new();
    private readonly Dictionary<string, SimulatedPerson> _people = [];
    private readonly DemonstrationReport _report;
    private readonly Programme _programme = ProgrammeFile.Default.Programme();
    private int _order;

    public Demonstration(int seed, DirectoryInfo folder, Output output, ITables? tables = null)
    {
        _seed = seed;
        _folder = folder;
        _output = output;
        _report = new DemonstrationReport(output, Start);
        _tables = tables ?? new MemoryTables();
        _mailer = new WatchedMailer(new PickupMailer(MailFolder, _clock));

        // The keys of a demonstration protect nobody, and made from the seed they make its mails the same as well.
        var keys = new KeyRing(SHA256.HashData(Encoding.UTF8.GetBytes("demonstration " + seed.ToString(CultureInfo.InvariantCulture))));
        _services = new ServiceCollection()
            .AddSingleton(_tables).AddSingleton<TimeProvider>(_clock).AddSingleton(keys).AddPlaceLeadershipCore().BuildServiceProvider();
        var composer = new MessageComposer(new LinkMaker(Service<LinkTokens>(), new Uri("http://127.0.0.1:5080/")));
        _keeper = new Keeper(
            Service<Tender>(),
            new Courier(Service<CohortDesk>(), Service<ParticipantDesk>(), _mailer, composer, _clock));
    }

    private string MailFolder => Path.Combine(_folder.FullName, "mail");

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        Sweep();
        var plan = await LaunchAsync(cancellation).ConfigureAwait(false);
        PlanLife(plan);
        await _output.ProgressAsync("The programme", (_programme.Weeks * 7) + Cohort.DaysAfterLastWeek + 7, async tell =>
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
            var kept = await _keeper.KeepAsync(CohortId, _clock.Now, soleSender: true, cancellation).ConfigureAwait(false);
            foreach (var mail in _mailer.TakeArrived())
            {
                _report.Mailed(mail, _clock.Now.InZone(Zone).Date);
                Receive(mail);
            }

            ended = kept!.Ended;
            await LiveUntilAsync(kept.NextWake, cancellation).ConfigureAwait(false);
            tell(Period.DaysBetween(Start, _clock.Now.InZone(Zone).Date));
        }
    }

    // What an earlier demonstration left would stand among the new mails.
    private void Sweep()
    {
        if (Directory.Exists(MailFolder))
        {
            foreach (var file in Directory.EnumerateFiles(MailFolder, CohortId + "~*.eml"))
            {
                File.Delete(file);
            }
        }
    }

    private async Task<LaunchPlan> LaunchAsync(CancellationToken cancellation)
    {
        var roster = RosterReader.Read(Resources.Bytes("roster.csv"), "roster.csv");
        var chance = new Random(_seed);
        var plan = Launch.Plan(
            new LaunchRequest(
                _programme, [.. roster.Rows.Select(row => row.Entry)], "Elmbridge Vale", Start, Zone, UkDivision.EnglandAndWales,
                new Sender("Ruth Adeyemi", "ruth.adeyemi@example.org", "01632 960 123, weekdays until four, or just reply to this message."),
                CohortId),
            _clock.Now.InZone(Zone).Date, () => Enrolment.NewId(chance.Next));
        var problem = await Service<RosterDesk>().LaunchAsync(plan, _programme, ProgrammeFile.Default.Text, cancellation).ConfigureAwait(false);
        if (problem is not null || plan.Problems.Count > 0)
        {
            throw new Refusal([.. plan.Problems, .. problem is null ? Array.Empty<string>() : [problem]]);
        }

        for (var number = 0; number < plan.People.Count; number++)
        {
            _people[plan.People[number].Participant.Id] = new SimulatedPerson(_seed, number);
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
                At(day, 12, $"{identity.Entry.Name} pauses until {until:d MMMM}.", token =>
                    Service<PauseDesk>().PausePersonAsync(CohortId, participant.Id, until, token));
            }

            if (person.Draw("leaves") < 0.06)
            {
                At(Start.PlusDays(21 + (int)(person.Draw("leave-day") * 130)), 13, $"{identity.Entry.Name} leaves. Nobody asks why.", token =>
                    Service<RosterDesk>().LeaveAsync(CohortId, participant.Id, token));
            }
        }

        var (_, moving) = plan.People[(int)(_people[plan.People[0].Participant.Id].Draw("moves") * plan.People.Count)];
        At(Start.PlusDays(45), 11, $"{moving.Entry.Name} has a new address.", token => Service<RosterDesk>().ChangeAsync(
            CohortId, moving.ParticipantId, entry => entry with { Email = "new." + entry.Email }, token));
        var busy = plan.People[^1].Identity;
        At(Start.PlusDays(72), 9, $"{busy.Entry.Organisation} pauses for two weeks.", token =>
            Service<PauseDesk>().PauseAsync(CohortId, busy.OrganisationId, Start.PlusDays(86), token));
        At(Start.PlusDays(107), 7, "A flood: the whole cohort pauses until Monday. The timetable moves by a week.", token =>
            Service<PauseDesk>().PauseAsync(CohortId, null, Start.PlusDays(112), token));
    }

    private void At(LocalDate day, int hour, string what, Func<CancellationToken, Task> act) => Schedule(
        day.At(hour, Zone),
        async cancellation =>
        {
            await act(cancellation).ConfigureAwait(false);
            _report.Happened(day, what);
        });

    private void Schedule(Instant at, Func<CancellationToken, Task> act) => _agenda.Enqueue(act, (at, _order++));

    /// <summary>A person reads a mail and, perhaps, follows its link.</summary>
    private void Receive(Mail.OutgoingMail mail)
    {
        if (Core.Messages.MessageId.Parse(mail.MessageId) is not { Kind: Core.Messages.MessageKind.Prompt } id
            || AnswerLink().Match(mail.Text) is not { Success: true } match
            || Service<LinkTokens>().Read(match.Groups[1].Value, LinkPurpose.Answer, _clock.Now) is not LinkReading.Valid(var link)
            || _programme.FindStep(id.Step) is not { } step)
        {
            return;
        }

        var week = Period.DaysBetween(Start, _clock.Now.InZone(Zone).Date) / 7;
        if (_people[id.Participant].ReplyTo(step, week) is { } reply)
        {
            Schedule(_clock.Now + reply.After, cancellation => ReplyAsync(link, reply, cancellation));
        }
    }

    private async Task ReplyAsync(Link link, SimulatedReply reply, CancellationToken cancellation)
    {
        var desk = Service<ReplyDesk>();
        var outcome = reply.Kind == ReplyKind.Answered
            ? await desk.AnswerAsync(link, reply.Answers, cancellation).ConfigureAwait(false)
            : await desk.SayAsync(link, reply.Kind, cancellation).ConfigureAwait(false);
        if (outcome is ReplyOutcome.Done)
        {
            _report.Replied(reply.Kind, _clock.Now.InZone(Zone).Date);
        }
    }

    /// <summary>Lets everything happen that comes before the cohort wants to be looked at again.</summary>
    private async Task LiveUntilAsync(Instant? wake, CancellationToken cancellation)
    {
        if (_agenda.TryPeek(out _, out var first) && (wake is null || first.At <= wake))
        {
            _clock.GoTo(first.At);
            await _agenda.Dequeue()(cancellation).ConfigureAwait(false);
        }
        else if (wake is { } moment)
        {
            _clock.GoTo(moment);
        }
    }

    private async Task<int> FinishAsync(CancellationToken cancellation)
    {
        var facts = Path.Combine(_folder.FullName, "facts.csv");
        var count = await ExportCommand.WriteAsync(Service<CohortDesk>(), CohortId, facts, cancellation).ConfigureAwait(false);
        var left = await Service<CohortDesk>().OutboxAsync(CohortId, cancellation).ConfigureAwait(false);
        _report.Ended(count, left.Count, facts, MailFolder, _seed);
        await _services.DisposeAsync().ConfigureAwait(false);
        return left.Count == 0 ? ExitCodes.Done : ExitCodes.Broken;
    }

    private T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    [GeneratedRegex(@"/a/(\S+)")]
    private static partial Regex AnswerLink();
}
