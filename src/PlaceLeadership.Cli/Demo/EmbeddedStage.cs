using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using PlaceLeadership.Application;
using PlaceLeadership.Application.Launching;
using PlaceLeadership.Application.Pausing;
using PlaceLeadership.Application.People;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Cli.Exporting;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Evidence;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Replies;
using PlaceLeadership.Core.Storing;
using PlaceLeadership.Core.Tending;
using PlaceLeadership.Hosting.Settings;
using PlaceLeadership.Mail.Composing;
using PlaceLeadership.Mail.Delivery;
using PlaceLeadership.Mail.Pickup;
using PlaceLeadership.Web;

namespace PlaceLeadership.Cli.Demo;

/// <summary>The real rules, outbox, messages and replies in this process, on the embedded runtime.</summary>
internal sealed class EmbeddedStage : IStage
{
    private readonly CohortId _cohort;
    private readonly SteppingClock _clock;
    private readonly WatchedMailer _mailer;
    private readonly ServiceProvider _services;
    private readonly Keeper _keeper;

    public EmbeddedStage(CohortId cohort, int seed, string mailFolder, Instant start, ITables tables)
    {
        _cohort = cohort;
        _clock = new SteppingClock(start);
        MailFolder = mailFolder;
        _mailer = new WatchedMailer(new PickupMailer(mailFolder, _clock));

        // The keys of a demonstration protect nobody, and made from the seed they make its mails the same as well.
        var keys = new KeyRing(SHA256.HashData(Encoding.UTF8.GetBytes("demonstration " + seed.ToString(CultureInfo.InvariantCulture))));
        _services = new ServiceCollection()
            .AddSingleton(tables).AddSingleton<TimeProvider>(_clock).AddSingleton(keys).AddPlaceLeadership().BuildServiceProvider();
        var composer = new MessageComposer(new LinkMaker(Service<LinkTokens>(), new Uri("http://127.0.0.1:5080/"), SettingsCatalogue.ReplyDomain.OnALaptop));
        _keeper = new Keeper(
            Service<Tender>(),
            Service<Convener>(),
            new Courier(Service<CohortReader>(), Service<UnitOfWork>(), _mailer, composer, Service<JourneyLetters>(), _clock));
    }

    public Instant Now => _clock.Now;

    public string MailFolder { get; }

    public Task GoToAsync(Instant moment, CancellationToken cancellation)
    {
        _clock.GoTo(moment);
        return Task.CompletedTask;
    }

    public async Task LaunchAsync(LaunchPlan plan, Programme programme, string programmeText, CancellationToken cancellation)
    {
        if (await Service<LaunchStore>().StoreAsync(plan, Actor.Manager, programme, programmeText, cancellation).ConfigureAwait(false) is { } problem)
        {
            throw new Refusal(problem);
        }
    }

    public async Task<Scene> SettleAsync(CancellationToken cancellation)
    {
        var kept = await _keeper.KeepAsync(_cohort, _clock.Now, soleSender: true, cancellation).ConfigureAwait(false);
        return new Scene(
            [.. _mailer.TakeArrived().Select(mail => new Letter(LetterId.Parse(mail.MessageId)!.Value, mail.Subject, mail.Text, mail.Brings))],
            kept!.NextWake, kept.Ended);
    }

    public async Task<bool> ReplyAsync(string token, Step step, SimulatedReply reply, CancellationToken cancellation)
    {
        if (Service<LinkTokens>().Read<AnswerLink>(token, _clock.Now) is not LinkReading<AnswerLink>.Valid(var link))
        {
            return false;
        }

        var desk = Service<ReplyDesk>();
        var answers = reply.Answers;
        if (reply.OnThePage is { } fill)
        {
            var options = (await desk.ViewAsync(link, cancellation).ConfigureAwait(false))?.Step.Questions
                .OfType<Question.MultipleChoice>().SelectMany(question => question.Options).Select(option => option.Id).ToList() ?? [];
            if (options.Count == 0)
            {
                return false;
            }

            answers = fill(options);
        }

        return (reply.Kind == ReplyKind.Answered
            ? await desk.AnswerAsync(link, answers, cancellation).ConfigureAwait(false)
            : await desk.SayAsync(link, reply.Kind, cancellation).ConfigureAwait(false)) is ReplyOutcome.Done;
    }

    public Task PausePersonAsync(ParticipantId participant, LocalDate until, CancellationToken cancellation) =>
        Service<PauseDesk>().PausePersonAsync(_cohort, Actor.Person(participant), participant, until, cancellation);

    public Task LeaveAsync(ParticipantId participant, CancellationToken cancellation) =>
        Service<RosterDesk>().LeaveAsync(_cohort, Actor.Person(participant), participant, cancellation);

    public Task ChangeAddressAsync(ParticipantId participant, string address, CancellationToken cancellation) =>
        Service<RosterDesk>().ChangeAsync(_cohort, Actor.Manager, participant, entry => entry with { Email = address }, cancellation);

    public Task PauseAsync(string? organisation, LocalDate until, CancellationToken cancellation) =>
        Service<PauseDesk>().PauseAsync(_cohort, Actor.Manager, organisation, until, cancellation);

    public async Task<int> WriteFactsAsync(string path, CancellationToken cancellation) => await ExportCommand.WriteAsync(
        _cohort, await Service<PseudonymDesk>().FactsAsync([_cohort], cancellation).ConfigureAwait(false), path, cancellation).ConfigureAwait(false);

    public Task<TogetherCounts> TogetherAsync(CancellationToken cancellation) =>
        TogetherCounts.OfAsync(Service<CohortReader>(), _cohort, cancellation);

    public async Task<int> InDoubtAsync(CancellationToken cancellation) =>
        (await Service<CohortReader>().OutboxAsync(_cohort, cancellation).ConfigureAwait(false)).Count;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();
}
