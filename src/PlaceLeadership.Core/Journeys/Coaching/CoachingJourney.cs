using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Wording.Shared;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>A round of peer coaching in pairs or trios.</summary>
public sealed class CoachingJourney : Journey
{
    /// <summary>Its word, which stands in facts.</summary>
    public const string KindWord = "coaching-round";

    private const int DaysInWeek = 7;

    // With the programme, on the Monday of its last week, so that the last letter says it.
    private const int DaysBeforeTheEnd = 7;

    /// <inheritdoc/>
    public override string Word => KindWord;

    /// <inheritdoc/>
    public override bool AsksForReply => false;

    /// <inheritdoc/>
    public override bool NeedsMatching => true;

    /// <inheritdoc/>
    public override bool IsMeeting => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Around(Step step, ProgrammeLayout layout) => CoachingMessages.Of(step, ProposedBefore(step, layout), EndsAfter(step, layout));

    /// <inheritdoc/>
    public override void Invite(InvitationCase now, Invitations theirs) => CoachingInvitations.Add(now, theirs);

    /// <inheritdoc/>
    public override bool IsTheirs(Step step, ParticipantId person, JourneyRows rows) => CoachingLetters.IsTheirs(step, person, rows);

    /// <inheritdoc/>
    public override LocalDate? LastDay(Step step, ParticipantId person, JourneyRows rows, Timetable timetable, Cohort cohort) =>
        CoachingLetters.LastDay(step, rows, timetable, cohort);

    /// <inheritdoc/>
    public override Task<JourneyLetter?> FillAsync(LetterCase letter, CancellationToken cancellation) => CoachingLetters.ForAsync(letter, cancellation);

    /// <inheritdoc/>
    /// <remarks>It says with whom.</remarks>
    public override int WordsInLetter(Step step) => base.WordsInLetter(step) + (step.Id.Message == CoachingMessages.End ? 10 : 0);

    /// <inheritdoc/>
    public override LetterPart PartOf(Step step) => CoachingMessages.TellsHow(step) ? LetterPart.LongText : base.PartOf(step);

    /// <inheritdoc/>
    public override bool HasCalendar(Step step) => CoachingMessages.TellsHow(step);

    /// <inheritdoc/>
    public override LocalText WhoSees(Step step) => step.Id.Message == CoachingMessages.Proposal ? SharedTexts.WhoSeesWords : SharedTexts.WhoSees;

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> DeedSentences => CoachingDeeds.Sentences;

    /// <inheritdoc/>
    public override Told Hear(Heard heard) => CoachingAnswers.Of(heard);

    /// <inheritdoc/>
    public override IEnumerable<Fact> Tell(IReadOnlyList<Fact> facts) => CoachingDiscretion.Of(facts);

    /// <inheritdoc/>
    public override bool IsDue(JourneyCase now) => new CoachingCase(now).IsDue;

    /// <inheritdoc/>
    public override LocalDate? NextDay(JourneyCase now) => new CoachingCase(now).NextDay;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<ChangedRows>> ConveneAsync(JourneyCase now, ConveningTools tools, CancellationToken cancellation)
    {
        var coaching = new CoachingCase(now);
        return RoundConvening.Rows(coaching, RoundConvening.Of(
            coaching, tools.Profiles, await OpenRounds.PastAsync(tools.Reader, now.Cohort.Id, cancellation).ConfigureAwait(false)));
    }

    /// <inheritdoc/>
    public override async Task<JourneyGoing> GoingAsync(JourneyCase now, LocalDateTime at, CohortReader reader, CancellationToken cancellation) =>
        CoachingGoing.Of(new CoachingCase(now), await OpenRounds.PastAsync(reader, now.Cohort.Id, cancellation).ConfigureAwait(false));

    private static int ProposedBefore(Step round, ProgrammeLayout layout) => layout.WithLetter(round, CoachingMessages.ProposedDaysBefore);

    /// <summary>How many days after its introduction a round ends: before the next one is proposed, or with the programme.</summary>
    private int EndsAfter(Step step, ProgrammeLayout layout)
    {
        var from = layout.Days.GetValueOrDefault(step.Id);
        var last = layout.InOrder(this).FirstOrDefault(round => layout.Days.GetValueOrDefault(round.Id) > from) is { } next
            ? layout.Days.GetValueOrDefault(next.Id) - ProposedBefore(next, layout) - 1
            : (layout.Programme.Weeks * DaysInWeek) - DaysBeforeTheEnd;
        return Math.Clamp(last - from, 1, CoachingMessages.RoundDaysMax);
    }
}
