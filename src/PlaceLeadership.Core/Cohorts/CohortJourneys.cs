using NodaTime;
using PlaceLeadership.Core.Programmes;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>The journeys of a programme, taken together.</summary>
public static class CohortJourneys
{
    /// <summary>The journeys of every kind of step that this programme could have.</summary>
    public static IEnumerable<Journey> Of(Timetable timetable) => timetable.Programme.Kinds.All.OfType<Journey>();

    /// <summary>What one person's journeys make theirs; null when none keeps anything.</summary>
    public static Invitations? Invite(InvitationCase now)
    {
        if (now.Rows.All.Count == 0)
        {
            return null;
        }

        var theirs = new Invitations();
        foreach (var journey in Of(now.Timetable))
        {
            journey.Invite(now, theirs);
        }

        return theirs.IsEmpty ? null : theirs;
    }

    /// <summary>Whether anything is to be done today for any of them.</summary>
    public static bool AreDue(JourneyCase now) =>
        now.Cohort.EndedOn is null && !(now.Cohort.Pause?.Holds(now.Today) ?? false) && Of(now.Timetable).Any(journey => journey.IsDue(now));

    /// <summary>The next day after today on which something is to be done by itself; null when none.</summary>
    public static LocalDate? NextDay(JourneyCase now) => Of(now.Timetable).Select(journey => journey.NextDay(now)).Min();

    /// <summary>The meetings that stand from this moment to this day, by their dates.</summary>
    /// <param name="timetable">The timetable of the cohort's programme.</param>
    /// <param name="rows">What journeys keep of the cohort.</param>
    /// <param name="from">The local time.</param>
    /// <param name="until">The first day on which they do not matter, or null for all.</param>
    public static IReadOnlyList<StandingMeeting> Standing(Timetable timetable, JourneyRows rows, LocalDateTime from, LocalDate? until) =>
    [
        .. Of(timetable).SelectMany(journey => journey.Standing(rows)).Where(meeting => meeting.At > from && !(meeting.At.Date >= until))
            .OrderBy(meeting => meeting.At),
    ];

    /// <summary>How all that they bring together is going: what it comes to, and what needs a kind act, the oldest first.</summary>
    /// <param name="now">The cohort.</param>
    /// <param name="at">The local time.</param>
    /// <param name="reader">Reads what is over.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public static async Task<JourneyGoing> GoingAsync(JourneyCase now, LocalDateTime at, CohortReader reader, CancellationToken cancellation)
    {
        var (totals, acts) = (new List<GoingTotal>(), new List<KindAct>());
        foreach (var journey in Of(now.Timetable))
        {
            var going = await journey.GoingAsync(now, at, reader, cancellation).ConfigureAwait(false);
            totals.AddRange(going.Totals);
            acts.AddRange(going.Acts);
        }

        return new JourneyGoing(totals, [.. acts.OrderBy(act => act.Since)]);
    }
}
