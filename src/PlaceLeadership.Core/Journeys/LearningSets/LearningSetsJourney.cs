using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Wording.Shared;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>A meeting of each action learning set; before the first, sets are formed.</summary>
public sealed class LearningSetsJourney : Journey
{
    /// <summary>Its word, which stands in facts.</summary>
    public const string KindWord = "set-meeting";

    /// <inheritdoc/>
    public override string Word => KindWord;

    /// <inheritdoc/>
    public override bool AsksForReply => false;

    /// <inheritdoc/>
    public override bool NeedsMatching => true;

    /// <inheritdoc/>
    public override bool IsMeeting => true;

    /// <inheritdoc/>
    public override bool SaysWhenPeopleMeet => true;

    /// <inheritdoc/>
    public override OptionSection Section => SetsWanted.Section;

    /// <inheritdoc/>
    public override IReadOnlyList<Step> Around(Step step, ProgrammeLayout layout) =>
        SetMessages.Of(step, layout, isFirst: step == layout.InOrder(this).First());

    /// <inheritdoc/>
    public override void Invite(InvitationCase now, Invitations theirs) => SetInvitations.Add(now, theirs);

    /// <inheritdoc/>
    public override bool IsTheirs(Step step, ParticipantId person, JourneyRows rows) => SetLetters.IsTheirs(step, person, rows);

    /// <inheritdoc/>
    public override LocalDate? LastDay(Step step, ParticipantId person, JourneyRows rows, Timetable timetable, Cohort cohort) =>
        SetLetters.LastDay(step, person, rows, timetable, cohort);

    /// <inheritdoc/>
    public override Task<JourneyLetter?> FillAsync(LetterCase letter, CancellationToken cancellation) => SetLetters.ForAsync(letter, cancellation);

    /// <inheritdoc/>
    public override LetterPart PartOf(Step step) => step.IsUrgent ? LetterPart.Date
        : step.Id.Message is SetMessages.Contract or SetMessages.Again or SetMessages.LastAgain ? LetterPart.LongText
        : base.PartOf(step);

    /// <inheritdoc/>
    /// <remarks>A poll stands there with five dates, as it is answered by mail; what has a date says when, who presents, who leads and who else comes.</remarks>
    public override int WordsInLetter(Step step) => step.Id.Message == SetMessages.Poll ? 80 : base.WordsInLetter(step) + (step.IsUrgent ? 60 : 0);

    /// <inheritdoc/>
    public override bool HasCalendar(Step step) => SetMessages.HaveCalendar.Contains(step.Id.Message);

    /// <inheritdoc/>
    public override LocalText WhoSees(Step step) => step.Id.Message switch
    {
        SetMessages.Proposal => SharedTexts.WhoSeesWords,
        SetMessages.Poll => LearningSetsTexts.WhoSeesVotes,
        SetMessages.Record or SetMessages.Actions => LearningSetsTexts.WhoSeesRecord,
        _ => SharedTexts.WhoSees,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<Type> Services => [typeof(SetDesk), typeof(FacilitatorLinks), typeof(PollMailDesk)];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> DeedSentences => SetDeeds.Sentences;

    /// <inheritdoc/>
    public override Told Hear(Heard heard) => SetAnswers.Of(heard);

    /// <inheritdoc/>
    /// <remarks>Being given another set has messages of its own: that they were sent says who asked for it, or who made room.</remarks>
    public override IEnumerable<Fact> Tell(IReadOnlyList<Fact> facts) =>
        facts.Where(fact => !(fact.StepKind == KindWord && fact.Step?.Message is SetMessages.Again or SetMessages.LastAgain));

    /// <inheritdoc/>
    public override bool IsDue(JourneyCase now) => new SetsCase(now).IsDue;

    /// <inheritdoc/>
    public override LocalDate? NextDay(JourneyCase now) => new SetsCase(now).NextDay;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<ChangedRows>> ConveneAsync(JourneyCase now, ConveningTools tools, CancellationToken cancellation)
    {
        var sets = new SetsCase(now);
        if (sets.NeedMending)
        {
            sets = sets with { HighestKept = await StandingSets.HighestKeptAsync(tools.Reader, now.Cohort.Id, cancellation).ConfigureAwait(false) };
        }

        var (after, over) = MeetingConvening.Of(sets with { Standing = SetConvening.Of(sets, tools.Profiles, tools.Time) });
        return MeetingConvening.Rows(sets, after, over);
    }

    /// <inheritdoc/>
    public override IEnumerable<StandingMeeting> Standing(JourneyRows rows) =>
        from set in StandingSets.Of(rows).All
        let members = set.Members.Select(member => member.Person).ToList()
        from meeting in set.Meetings
        where meeting.Stands
        select new StandingMeeting(meeting.StepId, set.Number, meeting.At!.Value, meeting.SettledOn!.Value, members);

    /// <inheritdoc/>
    public override async Task<JourneyGoing> GoingAsync(JourneyCase now, LocalDateTime at, CohortReader reader, CancellationToken cancellation) =>
        SetsGoing.Of(new SetsCase(now), at, await StandingSets.PastMeetingsAsync(reader, now.Cohort.Id, cancellation).ConfigureAwait(false));
}
