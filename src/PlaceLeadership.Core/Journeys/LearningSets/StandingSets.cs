using PlaceLeadership.Core.Cohorts;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>The learning sets of a cohort.</summary>
/// <param name="All">The sets.</param>
/// <param name="Formed">What is known of them as a whole; null until they are formed.</param>
public sealed record StandingSets(IReadOnlyList<LearningSet> All, SetsFormed? Formed)
{
    /// <summary>The sets among what journeys keep.</summary>
    public static StandingSets Of(JourneyRows rows) => rows.Read(static rows => new StandingSets(
        [.. rows.Under(SetRows.Prefix).Select(SetRows.ReadSet)], rows.Find(SetRows.Formed) is { } formed ? SetRows.ReadFormed(formed) : null));

    /// <summary>Who facilitates a set, or null while nobody is named.</summary>
    public static async Task<Facilitator?> FacilitatorAsync(CohortReader reader, CohortId cohort, int set, CancellationToken cancellation) =>
        await reader.Tables.GetAsync(Storing.Table.Identities, cohort.Value, SetRows.FacilitatorKey(set), cancellation).ConfigureAwait(false) is { } row
            ? SetRows.ReadFacilitator(row) : null;

    /// <summary>The meetings of a set that are over and put away.</summary>
    public static Task<IReadOnlyList<SetMeeting>> PastMeetingsAsync(CohortReader reader, CohortId cohort, int set, CancellationToken cancellation) =>
        MeetingsUnderAsync(reader, cohort, SetRows.PastMeetings(set), cancellation);

    /// <summary>The same of all sets: one row for each, as many as the programme has.</summary>
    public static Task<IReadOnlyList<SetMeeting>> PastMeetingsAsync(CohortReader reader, CohortId cohort, CancellationToken cancellation) =>
        MeetingsUnderAsync(reader, cohort, SetRows.PastPrefix, cancellation);

    private static async Task<IReadOnlyList<SetMeeting>> MeetingsUnderAsync(CohortReader reader, CohortId cohort, string prefix, CancellationToken cancellation)
    {
        var meetings = new List<SetMeeting>();
        await foreach (var row in reader.UnderAsync(cohort, prefix, cancellation).ConfigureAwait(false))
        {
            meetings.Add(SetRows.ReadMeeting(row));
        }

        return meetings;
    }

    /// <summary>
    /// The highest number of a set under which anything is stored beside it, also one that was dissolved: who facilitated it has a link,
    /// and its meetings are put away. 0 when there is none.
    /// </summary>
    public static async Task<int> HighestKeptAsync(CohortReader reader, CohortId cohort, CancellationToken cancellation)
    {
        var highest = 0;
        var facilitators = reader.Tables.RangeAsync(
            Storing.Table.Identities, cohort.Value, SetRows.FacilitatorPrefix, CohortKeys.End(SetRows.FacilitatorPrefix), cancellation);
        await foreach (var row in facilitators.ConfigureAwait(false))
        {
            highest = Math.Max(highest, SetRows.NumberIn(row.Key));
        }

        await foreach (var row in reader.UnderAsync(cohort, SetRows.PastPrefix, cancellation).ConfigureAwait(false))
        {
            highest = Math.Max(highest, SetRows.NumberIn(row.Key));
        }

        return highest;
    }

    /// <summary>The set of a person, or null.</summary>
    public LearningSet? SetOf(ParticipantId person) => All.FirstOrDefault(set => set.Find(person) is not null);

    /// <summary>The set with this number, or null.</summary>
    public LearningSet? Find(int number) => All.FirstOrDefault(set => set.Number == number);
}
