using NodaTime;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Tending;

namespace PlaceLeadership.Application.Foreseeing;

/// <summary>Messages that will go out to the people of a cohort, as things stand now.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Today">The local day.</param>
/// <param name="EndsOn">The last day of the cohort.</param>
/// <param name="Lines">The messages, in the order of their moments.</param>
public sealed record CohortAhead(Cohort Cohort, LocalDate Today, LocalDate EndsOn, IReadOnlyList<AheadLine> Lines);

/// <summary>One message that will go out.</summary>
/// <param name="Message">Which, and when.</param>
/// <param name="To">To whom; null when it is not known any more who it is.</param>
public sealed record AheadLine(ForeseenMessage Message, Identity? To)
{
    /// <summary>What will become of it, in words.</summary>
    public string Fate => Message.Fate switch
    {
        ForeseenAs.Cancelled => "cancelled",
        ForeseenAs.IfNoReply => "named as still open, if no reply by then",
        ForeseenAs.OnceSettled => "once it is settled who meets whom, or when",
        ForeseenAs.NotTended => "nothing is sent: open spaces are not there yet",
        _ => Message.Moved ? "moved here" : "will be sent",
    };
}

/// <summary>Looks ahead at what will go out.</summary>
public sealed class LookingAhead(CohortReader reader, TimeProvider clock)
{
    /// <summary>The messages of a cohort, or of one part of a large one; null when there is no such cohort.</summary>
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
                .. Of(view, timetable, now, monday, monday?.PlusWeeks(1), only)
                    .Select(message => new AheadLine(message, identities.GetValueOrDefault(message.Participant)?.Value))
                    .OrderBy(line => line.Message.On).ThenBy(line => line.Message.Hour).ThenBy(line => line.To?.Entry.Name, StringComparer.OrdinalIgnoreCase),
            ]);
    }

    /// <summary>The messages of a cohort from one day to another that does not belong to it.</summary>
    internal static IEnumerable<ForeseenMessage> Of(
        CohortView view, Timetable timetable, Instant now, LocalDate? from, LocalDate? to, ParticipantId? only = null) => view.Participants
        .Where(person => only is null || person.Value.Id == only)
        .SelectMany(person => Foresight.For(
            timetable, view.Cohort.Value, person.Value, now, to?.At(0, view.Cohort.Value.Zone), view.Rows))
        .Where(message => !(message.On < from) && !(message.On >= to));
}
