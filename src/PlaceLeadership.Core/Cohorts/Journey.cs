using System.Collections.Frozen;
using NodaTime;
using PlaceLeadership.Core.Answering;
using PlaceLeadership.Core.Calendar;
using PlaceLeadership.Core.Facts;
using PlaceLeadership.Core.Places;
using PlaceLeadership.Core.Programmes;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// A kind of step as a cohort lives it: all that is its own, for whoever sends messages, takes replies and looks ahead. A kind that only
/// sends its text and takes a reply derives from <see cref="StepKind"/> and needs none of this; one that keeps rows, fills in its messages or
/// acts on replies derives from this, whether or not it brings people together.
/// <para>
/// Each look at a cohort asks in this order: <see cref="IsDue"/> and, if so, <see cref="ConveneAsync"/>, after which it must not be due any
/// more; then <see cref="Invite"/> for each person. <see cref="IsTheirs"/> and <see cref="FillAsync"/> follow when a message is sent or its
/// page is opened, <see cref="Hear"/> when it is answered, <see cref="Tell"/> when facts are exported.
/// </para>
/// </summary>
/// <remarks>
/// Keys of its rows lie from <see cref="CohortKeys.JourneysFrom"/> to <see cref="CohortKeys.PersonPrefix"/>, best as <c>own|KIND|…</c>; others are
/// not read with the cohort, such as what is over.
/// </remarks>
public abstract class Journey : StepKind
{
    /// <summary>
    /// Adds the messages of this kind that are one person's by what the journey keeps, with their days. Not asked while no journey keeps anything.
    /// </summary>
    public virtual void Invite(InvitationCase now, Invitations theirs)
    {
    }

    /// <summary>Whether a message is still this person's by what the journey keeps.</summary>
    public virtual bool IsTheirs(Step step, ParticipantId person, JourneyRows rows) => true;

    /// <summary>The last day on which a message can be answered, where the journey closes it by itself; null where that follows from the step.</summary>
    public virtual LocalDate? LastDay(Step step, ParticipantId person, JourneyRows rows, Timetable timetable, Cohort cohort) => null;

    /// <summary>The message as it is for one person; null when it is not theirs any more.</summary>
    public virtual Task<JourneyLetter?> FillAsync(LetterCase letter, CancellationToken cancellation) =>
        Task.FromResult<JourneyLetter?>(new JourneyLetter(letter.Step, null));

    /// <summary>
    /// What follows from an answer to a message around a step. Pure; saying it again changes nothing more. Choices made on the step itself are the
    /// author's alone or counted, and 'kept to myself' and 'not this week' are nothing to act on: of neither is it told.
    /// </summary>
    public virtual Told Hear(Heard heard) => Told.Nothing;

    /// <summary>Whether people are to be brought together today, or what brought them together is to be mended, settled or put away.</summary>
    public virtual bool IsDue(JourneyCase now) => false;

    /// <summary>The next day after today on which something is to be done by itself; null when none.</summary>
    public virtual LocalDate? NextDay(JourneyCase now) => null;

    /// <summary>Does what is due: what changes, in order; afterwards nothing is due. Decided from the case and seeded by the cohort, so that deciding again gives the same.</summary>
    public virtual Task<IReadOnlyList<ChangedRows>> ConveneAsync(JourneyCase now, ConveningTools tools, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ChangedRows>>([]);

    /// <summary>
    /// What an export tells of the facts of a cohort, where telling all about steps of this kind would say who asked for what.
    /// It leaves other facts as they are, and depends on which message a fact is about, never on what was answered.
    /// </summary>
    public virtual IEnumerable<Fact> Tell(IReadOnlyList<Fact> facts) => facts;

    /// <summary>
    /// How the history tells managers what only this kind does, by the words of its deeds: who did it stands before, {0} is the person, {1} the
    /// message, {2} the detail. Words of <see cref="Acts.Deeds"/> are told already.
    /// </summary>
    public virtual IReadOnlyDictionary<string, string> DeedSentences => FrozenDictionary<string, string>.Empty;

    /// <summary>
    /// What hosts make for it, each once: whatever its own pages and commands ask for. One that derives from <see cref="Replies.MailReplies"/> is
    /// handed the answers that come by mail.
    /// </summary>
    public virtual IReadOnlyList<Type> Services => [];

    /// <summary>The meetings of this kind that take place also in a pause of the cohort, unless somebody moves them or calls them off.</summary>
    public virtual IEnumerable<StandingMeeting> Standing(JourneyRows rows) => [];

    /// <summary>
    /// How what it brings together is going, for managers: of arrangements, in numbers that <see cref="Privacy.PublicSizes"/> allows, and never of
    /// a person, nor anything from which it follows who replied.
    /// </summary>
    /// <param name="now">The cohort.</param>
    /// <param name="at">The local time.</param>
    /// <param name="reader">Reads what is over.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public virtual Task<JourneyGoing> GoingAsync(JourneyCase now, LocalDateTime at, CohortReader reader, CancellationToken cancellation) =>
        Task.FromResult(JourneyGoing.Nothing);
}

/// <summary>What says which messages are one person's.</summary>
/// <param name="Timetable">The timetable of the cohort's programme.</param>
/// <param name="Cohort">The cohort.</param>
/// <param name="Rows">What journeys keep of it.</param>
/// <param name="Person">The person.</param>
/// <param name="Today">The local day.</param>
public sealed record InvitationCase(Timetable Timetable, Cohort Cohort, JourneyRows Rows, Participant Person, LocalDate Today)
{
    private const int DaysThatOthersWait = 6;

    /// <summary>
    /// The last day until which it can wait for a letter that the person is told whom they meet: the others wait no longer for somebody
    /// whose letters come less often than for anybody else. Null when there is no such day.
    /// </summary>
    /// <param name="from">The day from which they can be told.</param>
    public LocalDate? TellsBy(LocalDate from) => Person.WeeksBetweenLetters(from) > 1 ? from.PlusDays(DaysThatOthersWait) : null;

    /// <summary>
    /// From when the person is told how to reach those whom they were to meet: not before the day after the first on which they work
    /// and can be asked. Whoever comes once the others have gone on is not asked.
    /// </summary>
    /// <param name="proposed">The planned day of the proposal.</param>
    /// <param name="planned">The planned day on which people are told how to reach each other.</param>
    /// <param name="formedOn">The day on which they were brought together.</param>
    public LocalDate GoesOnFrom(LocalDate proposed, LocalDate planned, LocalDate formedOn)
    {
        var from = LocalDate.Max(LocalDate.Max(proposed, formedOn), Person.JoinedFrom);
        return Person.JoinedFrom > formedOn && from >= planned
            ? planned
            : LocalDate.Max(planned, WorkingCalendar.OnOrAfter(Cohort.Division, Person.Pattern, from).PlusDays(1));
    }
}

/// <summary>An answer.</summary>
/// <param name="Step">The message that asked.</param>
/// <param name="Person">Who answered.</param>
/// <param name="Answers">What they said.</param>
/// <param name="Rows">What journeys keep of the cohort.</param>
/// <param name="Today">The local day.</param>
public sealed record Heard(Step Step, ParticipantId Person, CheckedAnswers Answers, JourneyRows Rows, LocalDate Today)
{
    /// <summary>The options that were chosen in answer to a question.</summary>
    public string[] Said(string question) => Answers.Told.GetValueOrDefault(question, "")
        .Split(Answering.Answers.OptionSeparator, StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What follows from what somebody said.</summary>
/// <param name="Changes">The rows that change.</param>
/// <param name="Facts">Engagement facts as kind and value.</param>
public sealed record Told(IReadOnlyList<RowChange> Changes, IReadOnlyList<(string Kind, string Value)> Facts)
{
    /// <summary>Nothing follows.</summary>
    public static Told Nothing { get; } = new([], []);
}

/// <summary>With what people are brought together.</summary>
/// <param name="Reader">Reads what lies outside the range that is read with the cohort.</param>
/// <param name="Profiles">The profiles of those who take part, by id.</param>
/// <param name="Time">Measures how long a search takes, for its budget.</param>
public sealed record ConveningTools(CohortReader Reader, IReadOnlyDictionary<ParticipantId, Profile> Profiles, TimeProvider Time);

/// <summary>A meeting that has a date and stands.</summary>
/// <param name="StepId">Its step.</param>
/// <param name="Group">The number of the group that meets.</param>
/// <param name="At">When, local.</param>
/// <param name="ToldFrom">The local day from which its date is told.</param>
/// <param name="Members">Who meets.</param>
public sealed record StandingMeeting(StepId StepId, int Group, LocalDateTime At, LocalDate ToldFrom, IReadOnlyList<ParticipantId> Members);
