using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Application;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Application.People;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Exporting;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Mail.Delivery;
using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Web;

namespace PlaceLeadership.Cli.Demo;

/// <summary>
/// A host that runs somewhere else, with the clock of a rehearsal. People act through its pages; managers through its tables,
/// as with the commands: launching there gives people the pseudonyms of the plan, on which it depends who is brought together
/// with whom. The host may die and be started again at any moment: what it did not answer is asked again.
/// </summary>
internal sealed class HostedStage : IStage
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // A sender that has died is taken for dead ten minutes of the rehearsal later, so the clock moves on when nothing else does.
    private static readonly TimeSpan SenderIsDead = TimeSpan.FromSeconds(20);

    // Far more than the caps of two years.
    private const int LettersMost = 300;

    private readonly CohortId _cohort;
    private readonly TimeProvider _time;
    private readonly RehearsalClock _clock;
    private readonly HostPages _pages;
    private readonly PickupInbox _inbox;
    private readonly ServiceProvider _services;
    private readonly HashSet<string> _read = [];
    private readonly Dictionary<string, LetterId> _names = [];
    private readonly Dictionary<ParticipantId, Letter> _latest = [];
    private readonly Instant _start;

    /// <summary>Makes it.</summary>
    /// <param name="cohort">The id of the cohort.</param>
    /// <param name="pages">The pages of the host.</param>
    /// <param name="mailFolder">Where the host leaves its messages.</param>
    /// <param name="start">Where the rehearsal's clock begins.</param>
    /// <param name="tables">The tables of the host.</param>
    /// <param name="time">The real time, to wait in.</param>
    public HostedStage(CohortId cohort, HostPages pages, string mailFolder, Instant start, ITables tables, TimeProvider time)
    {
        _cohort = cohort;
        _start = start;
        _time = time;
        _pages = pages;
        _clock = new RehearsalClock(tables, time);
        _inbox = new PickupInbox(mailFolder);
        MailFolder = mailFolder;
        _services = new ServiceCollection()
            .AddSingleton(tables).AddSingleton<TimeProvider>(_clock).AddSingleton(Core.Privacy.KeyRing.New()).AddPlaceLeadership()
            .BuildServiceProvider();
    }

    public Instant Now => _clock.Now();

    public string MailFolder { get; }

    public async Task GoToAsync(Instant moment, CancellationToken cancellation)
    {
        if (moment > Now)
        {
            await _clock.MoveAsync(moment, cancellation).ConfigureAwait(false);
        }
    }

    public async Task LaunchAsync(LaunchPlan plan, Programme programme, string programmeText, CancellationToken cancellation)
    {
        await _pages.ReadyAsync(cancellation).ConfigureAwait(false);
        await _clock.RefreshAsync(cancellation).ConfigureAwait(false);
        if (await Reader.FindAsync(_cohort, cancellation).ConfigureAwait(false) is not null)
        {
            throw new Refusal($"The host has a cohort '{_cohort}' already. A demonstration needs fresh storage, for its clock never goes back.");
        }

        await _clock.MoveAsync(_start, cancellation).ConfigureAwait(false);
        if (await Service<LaunchStore>().StoreAsync(plan, Actor.Manager, programme, programmeText, cancellation).ConfigureAwait(false) is { } problem)
        {
            throw new Refusal(problem);
        }

        foreach (var id in plan.People.SelectMany(person => Enumerable.Range(1, LettersMost).Select(number => new LetterId(_cohort, person.Participant.Id, number))))
        {
            _names[PickupInbox.NameOf(id.ToString())] = id;
        }
    }

    public async Task<Scene> SettleAsync(CancellationToken cancellation)
    {
        var directory = Service<CohortDirectory>();
        var began = _time.GetTimestamp();
        var asked = 0L;
        var quiet = (Since: began, Messages: -1);
        while (true)
        {
            if (asked == 0 || _time.GetElapsedTime(asked) > LookAgain)
            {
                await directory.NudgeAsync(_cohort, cancellation).ConfigureAwait(false);
                await _pages.PostAsync("rehearsal/look", [], cancellation).ConfigureAwait(false);
                asked = _time.GetTimestamp();
            }

            // The look first: what it saw is at least as old as the outbox.
            var mark = (await directory.FindAsync(_cohort, cancellation).ConfigureAwait(false))!.Mark;
            var look = (await directory.LooksAsync(cancellation).ConfigureAwait(false)).GetValueOrDefault(_cohort);
            var outbox = await Reader.OutboxAsync(_cohort, cancellation).ConfigureAwait(false);
            var due = outbox.Select(message => message.Value)
                .Where(message => message.Waits && message.NotBefore <= Now).ToList();
            if (due.Count == 0 && look is not null && look.Mark == mark && (look.Ended || look.NextWake is null || look.NextWake > Now))
            {
                return new Scene(Arrived(), look.NextWake, look.Ended);
            }

            quiet = quiet.Messages == due.Count ? quiet : (_time.GetTimestamp(), due.Count);
            if (_time.GetElapsedTime(quiet.Since) > SenderIsDead && due.Any(message => message.State is OutboxState.Sending))
            {
                var dead = due.Where(message => message.State is OutboxState.Sending).Min(message => message.Since);
                await GoToAsync(dead + Courier.Lease, cancellation).ConfigureAwait(false);
                quiet = (_time.GetTimestamp(), due.Count);
            }

            if (_time.GetElapsedTime(began) > Patience)
            {
                throw new Refusal($"The host has not done what is due at {Now} within ten minutes: {due.Count} messages wait. Does it run, with PLACELEAD_CLOCK=rehearsal?");
            }

            await Task.Delay(Glance, _time, cancellation).ConfigureAwait(false);
        }
    }

    public async Task<bool> ReplyAsync(string token, Step step, SimulatedReply reply, CancellationToken cancellation)
    {
        var path = $"a/{token}";
        if (reply.OnThePage is { } fill)
        {
            var options = await _pages.OptionsAsync(path, cancellation).ConfigureAwait(false);
            if (options.Count == 0)
            {
                return false;
            }

            reply = reply with { Answers = fill(options) };
        }

        return await _pages.PostAsync(path, HostPages.FormOf(step, reply), cancellation).ConfigureAwait(false) == HttpStatusCode.SeeOther;
    }

    public Task PausePersonAsync(ParticipantId participant, LocalDate until, CancellationToken cancellation) => _pages.PostAsync(
        $"p/{Links.Pause(_latest[participant])}",
        [("until", "day"), ("day", NodaTime.Text.LocalDatePattern.Iso.Format(until))], cancellation);

    public Task LeaveAsync(ParticipantId participant, CancellationToken cancellation) =>
        _pages.PostAsync($"l/{Links.Leave(_latest[participant])}", [("do", "leave")], cancellation);

    public Task ChangeAddressAsync(ParticipantId participant, string address, CancellationToken cancellation) =>
        Service<RosterDesk>().ChangeAsync(_cohort, Actor.Manager, participant, entry => entry with { Email = address }, cancellation);

    public Task PauseAsync(string? organisation, LocalDate until, CancellationToken cancellation) =>
        Service<PauseDesk>().PauseAsync(_cohort, Actor.Manager, organisation, until, cancellation);

    public async Task<int> WriteFactsAsync(string path, CancellationToken cancellation) => await ExportCommand.WriteAsync(
        _cohort, await Service<PseudonymDesk>().FactsAsync([_cohort], cancellation).ConfigureAwait(false), path, cancellation).ConfigureAwait(false);

    public Task<TogetherCounts> TogetherAsync(CancellationToken cancellation) => TogetherCounts.OfAsync(Reader, _cohort, cancellation);

    public async Task<int> InDoubtAsync(CancellationToken cancellation) =>
        (await Reader.OutboxAsync(_cohort, cancellation).ConfigureAwait(false)).Count;

    public async ValueTask DisposeAsync()
    {
        _pages.Dispose();
        await _services.DisposeAsync().ConfigureAwait(false);
    }

    private CohortReader Reader => Service<CohortReader>();

    private List<Letter> Arrived()
    {
        var letters = new List<Letter>();
        foreach (var mail in _inbox.ListOthers(_read))
        {
            if (_names.TryGetValue(mail.Name, out var id))
            {
                var letter = new Letter(id, mail.Subject, mail.Text, mail.Brings);
                _latest[id.Participant] = letter;
                letters.Add(letter);
            }
        }

        return [.. letters.OrderBy(letter => letter.Id.ToString(), StringComparer.Ordinal)];
    }

    private T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
