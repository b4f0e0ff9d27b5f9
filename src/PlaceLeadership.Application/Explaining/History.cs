using System.Collections.Frozen;
using NodaTime;
using PlaceLeadership.Application.Accounts;
using PlaceLeadership.Core.Accounts;
using PlaceLeadership.Core.Acts;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Application.Explaining;

/// <summary>One thing that was done to a cohort.</summary>
/// <param name="At">The local time.</param>
/// <param name="By">Who did it.</param>
/// <param name="Deed">What it was.</param>
/// <param name="Sentence">The same for people.</param>
public sealed record HistoryLine(LocalDateTime At, Actor By, Deed Deed, string Sentence);

/// <summary>
/// Tells who did what to a cohort, when and why. That somebody replied, or was named what they had not answered, is kept and told to
/// nobody: people were promised that the programme team does not watch it.
/// </summary>
public sealed class History(CohortReader reader, AccountStore accounts, StepKinds kinds)
{
    private readonly FrozenDictionary<string, string> _ofJourneys =
        kinds.All.OfType<Journey>().SelectMany(journey => journey.DeedSentences).ToFrozenDictionary(StringComparer.Ordinal);

    // Each of these says that somebody has not replied, or has in a way that nobody understood; the first two are of earlier releases.
    private static readonly string[] Untold =
        [MessageId.Word(MessageKind.FirstReminder), MessageId.Word(MessageKind.SecondReminder), MessageId.Word(MessageKind.Unclear)];

    /// <summary>What was done, in its order, told with the names of those who are known.</summary>
    public async Task<IReadOnlyList<HistoryLine>> OfAsync(
        Cohort cohort, Timetable timetable, ParticipantId? person, LocalDate? from, LocalDate? until, CancellationToken cancellation) => await OfAsync(
            cohort, timetable, await reader.IdentitiesAsync(cohort.Id, cancellation).ConfigureAwait(false), person, from, until, cancellation)
            .ConfigureAwait(false);

    /// <summary>What was done, in its order.</summary>
    /// <param name="cohort">The cohort, or one part of a large one.</param>
    /// <param name="timetable">The timetable of its programme.</param>
    /// <param name="identities">Who its people are.</param>
    /// <param name="person">Only what this person did, or was done to them; null for all.</param>
    /// <param name="from">The first local day, or null for the beginning.</param>
    /// <param name="until">The first local day that does not belong to it, or null for now.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public async Task<IReadOnlyList<HistoryLine>> OfAsync(
        Cohort cohort, Timetable timetable, IReadOnlyDictionary<ParticipantId, Stored<Identity>> identities, ParticipantId? person,
        LocalDate? from, LocalDate? until, CancellationToken cancellation)
    {
        var zone = cohort.Zone;
        var acts = await reader.ActsAsync(
            cohort.Id, from?.AtStartOfDayInZone(zone).ToInstant(), until?.AtStartOfDayInZone(zone).ToInstant(), cancellation).ToListAsync(cancellation).ConfigureAwait(false);
        var desk = acts.Any(act => act.By.Kind == ActorKind.Account)
            ? (await accounts.ListAsync(cancellation).ConfigureAwait(false)).ToDictionary(account => account.Id.Value, AccountNames.Of) : [];
        var sentences = new HistorySentences(
            id => identities.GetValueOrDefault(id)?.Value.Entry.Name,
            id => identities.Values.FirstOrDefault(identity => identity.Value.OrganisationId == id)?.Value.Entry.Organisation,
            step => timetable.FindStep(step)?.Title.In("en"), account => desk.GetValueOrDefault(account), _ofJourneys);
        return
        [
            .. acts.SelectMany(act => act.About.Where(IsTold)
                .Where(deed => person is not { } only || deed.Person == only || act.By == Actor.Person(only) || deed.Detail == only.Value)
                .Select(deed => new HistoryLine(act.At.InZone(zone).LocalDateTime, act.By, deed, sentences.Of(act.By, deed)))),
        ];
    }

    private static bool IsTold(Deed deed) => deed.What is not (Deeds.Replied or Deeds.NotUnderstood) && !Untold.Contains(deed.Detail);
}
