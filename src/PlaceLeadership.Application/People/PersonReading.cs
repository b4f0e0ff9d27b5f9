using NodaTime;
using PlaceLeadership.Application.Explaining;
using PlaceLeadership.Application.Foreseeing;
using PlaceLeadership.Application.Overview;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.Coaching;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Outbox;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Application.People;

/// <summary>A letter that somebody had.</summary>
/// <param name="On">The local day.</param>
/// <param name="State">What became of it.</param>
/// <param name="Titles">What it brought.</param>
public sealed record LetterHad(LocalDate On, SentState State, IReadOnlyList<string> Titles);

/// <summary>One person, of whom it is known who they are.</summary>
/// <param name="Cohort">The cohort, or the part of a large one.</param>
/// <param name="Today">The local day.</param>
/// <param name="Person">The person.</param>
/// <param name="Identity">Who that is.</param>
public record PersonHere(Cohort Cohort, LocalDate Today, Participant Person, Identity Identity);

/// <summary>One person, as a manager looks at them. Of replies it takes nothing.</summary>
/// <param name="Cohort">The cohort, or the part of a large one.</param>
/// <param name="Today">The local day.</param>
/// <param name="Person">The person.</param>
/// <param name="Identity">Who that is.</param>
/// <param name="Ahead">The letters of the next weeks.</param>
/// <param name="Had">The letters that were sent, the last first.</param>
/// <param name="Lately">What was done to them or by them, the last first.</param>
public sealed record PersonDetails(
    Cohort Cohort, LocalDate Today, Participant Person, Identity Identity, IReadOnlyList<LetterAhead> Ahead, IReadOnlyList<LetterHad> Had,
    IReadOnlyList<HistoryLine> Lately) : PersonHere(Cohort, Today, Person, Identity)
{
    /// <summary>Whether they choose on which day their letter comes, and how often: the programme has one a week.</summary>
    public required bool ChoosesLetters { get; init; }

    /// <summary>The number of their learning set; null where they have none.</summary>
    public int? Set { get; init; }

    /// <summary>With whom they are in a coaching round that goes on.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];
}

/// <summary>Reads one person of a cohort.</summary>
public sealed class PersonReading(CohortReader reader, History history, TimeProvider clock)
{
    private const int WeeksAhead = 6;
    private const int LatelyMost = 20;

    /// <summary>A person, to do something about them: a few point reads. Null as below.</summary>
    public async Task<PersonHere?> FindAsync(CohortId id, ParticipantId who, CancellationToken cancellation) =>
        await reader.FindPersonAsync(id, who, cancellation).ConfigureAwait(false) is var (cohort, _, person)
        && await reader.IdentityAsync(id, who, cancellation).ConfigureAwait(false) is { } identity
            ? new PersonHere(cohort.Value, clock.Now().InZone(cohort.Value.Zone).Date, person.Value, identity) : null;

    /// <summary>A person, to look at; null where there is none, or nobody knows any more who it is.</summary>
    public async Task<PersonDetails?> ReadAsync(CohortId id, ParticipantId who, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(id, cancellation).ConfigureAwait(false) is not var (view, timetable)
            || view.Participants.FirstOrDefault(person => person.Value.Id == who)?.Value is not { } person)
        {
            return null;
        }

        var identities = await reader.IdentitiesAsync(id, cancellation).ConfigureAwait(false);
        if (identities.GetValueOrDefault(who)?.Value is not { } identity)
        {
            return null;
        }

        var (cohort, now) = (view.Cohort.Value, clock.Now());
        var today = now.InZone(cohort.Zone).Date;
        var lately = await history.OfAsync(cohort, timetable, identities, who, null, null, cancellation).ConfigureAwait(false);
        string? NameOf(ParticipantId other) => identities.GetValueOrDefault(other)?.Value.Entry.Name;
        return new PersonDetails(
            cohort, today, person, identity,
            [
                .. LetterAhead.Of(LookingAhead.Of(view, timetable, now, today, today.PlusWeeks(WeeksAhead), who), _ => identity)
                    .OrderBy(letter => letter.On).ThenBy(letter => letter.Hour),
            ],
            await HadAsync(id, timetable, who, cancellation).ConfigureAwait(false), [.. lately.Reverse().Take(LatelyMost)])
        {
            ChoosesLetters = timetable.Programme.Rhythm.IsWeekly,
            Set = StandingSets.Of(view.Rows).SetOf(who)?.Number,
            Partners = [.. OpenRounds.Of(view.Rows).All.SelectMany(round => round.GroupOf(who)?.Members ?? []).Where(other => other != who).Distinct().Select(NameOf).OfType<string>()],
        };
    }

    private async Task<IReadOnlyList<LetterHad>> HadAsync(CohortId id, Timetable timetable, ParticipantId who, CancellationToken cancellation) =>
    [
        .. (await reader.MessagesToAsync(id, who, cancellation).ToListAsync(cancellation).ConfigureAwait(false))
            .OrderByDescending(message => message.DueOn)
            .Select(message => new LetterHad(
                message.DueOn, message.State, [.. message.Items.Select(item => timetable.FindStep(item.Step)?.Title.In("en")).OfType<string>()])),
    ];
}
