using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Application.Foreseeing;

/// <summary>Letters that will go out to the people of a cohort, as things stand now.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Today">The local day.</param>
/// <param name="EndsOn">The last day of the cohort.</param>
/// <param name="Letters">The letters, in the order of their moments.</param>
public sealed record CohortAhead(Cohort Cohort, LocalDate Today, LocalDate EndsOn, IReadOnlyList<LetterAhead> Letters);

/// <summary>Looks ahead at what will go out.</summary>
public sealed class LookingAhead(CohortReader reader, TimeProvider clock)
{
    private const int WeeksToNext = 8;

    /// <summary>The letters of a cohort, or of one part of a large one; null when there is no such cohort.</summary>
    /// <param name="id">The cohort.</param>
    /// <param name="only">Only those to this person, or null for all.</param>
    /// <param name="week">Only those of the week, from Monday, that holds this day; null for all that are to come.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public async Task<CohortAhead?> ReadAsync(CohortId id, ParticipantId? only, LocalDate? week, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(id, cancellation).ConfigureAwait(false) is not var (view, timetable))
        {
            return null;
        }

        var identities = await reader.IdentitiesAsync(id, cancellation).ConfigureAwait(false);
        var cohort = view.Cohort.Value;
        var now = clock.Now();
        var monday = week is { } day ? LocalDays.MondayOf(day) : (LocalDate?)null;
        return new CohortAhead(
            cohort, now.InZone(cohort.Zone).Date, timetable.EndsOn(cohort),
            [
                .. LetterAhead.Of(Of(view, timetable, now, monday, monday?.PlusWeeks(1), only), person => identities.GetValueOrDefault(person)?.Value)
                    .OrderBy(letter => letter.On).ThenBy(letter => letter.Hour).ThenBy(letter => letter.To?.Entry.Name, StringComparer.OrdinalIgnoreCase),
            ]);
    }

    /// <summary>The day of the next message to one person within the next weeks, as things stand; null where none is known yet.</summary>
    /// <param name="id">The cohort, or the part of a large one.</param>
    /// <param name="person">The person.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public async Task<LocalDate?> NextAsync(CohortId id, ParticipantId person, CancellationToken cancellation)
    {
        if (await reader.ReadAsync(id, cancellation).ConfigureAwait(false) is not var (view, timetable))
        {
            return null;
        }

        var now = clock.Now();
        var until = now.InZone(view.Cohort.Value.Zone).Date.PlusWeeks(WeeksToNext);
        return Of(view, timetable, now, null, until, person).FirstOrDefault(message => message.Fate == ForeseenAs.WillBeSent)?.On;
    }

    /// <summary>
    /// The messages of a cohort from one day to another that does not belong to it. What a letter names as still open is left out, also where somebody
    /// changed that: it would say who has replied.
    /// </summary>
    internal static IEnumerable<ForeseenMessage> Of(
        CohortView view, Timetable timetable, Instant now, LocalDate? from, LocalDate? to, ParticipantId? only = null) => view.Participants
        .Where(person => only is null || person.Value.Id == only)
        .SelectMany(person => Foresight.For(
            timetable, view.Cohort.Value, person.Value, now, to?.At(0, view.Cohort.Value.Zone), view.Rows))
        .Where(message => message.Kind == MessageKind.Prompt && !(message.On < from) && !(message.On >= to));
}
