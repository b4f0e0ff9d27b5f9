using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;
using PlaceLeadership.Core.Privacy;

namespace PlaceLeadership.Application.Groups;

/// <summary>Who is together with whom in one part of a cohort. Who asked for somebody else is nowhere in it.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Now">The local time at which it was read.</param>
/// <param name="Rounds">The coaching rounds, those that are over too, in the order in which they were formed.</param>
/// <param name="ToCome">What is not formed yet.</param>
/// <param name="Promise">How many more rounds without a repeat are certain, as a sentence; null when none is to come.</param>
/// <param name="Sets">The learning sets; null until they are formed.</param>
/// <param name="Apart">People who are kept apart.</param>
/// <param name="People">Everybody who takes part, by name.</param>
public sealed record CohortGroups(
    Cohort Cohort, LocalDateTime Now, IReadOnlyList<CoachingRound> Rounds, IReadOnlyList<ToForm> ToCome, string? Promise, FormedSets? Sets,
    IReadOnlyList<(Member One, Member Other)> Apart, IReadOnlyList<Member> People)
{
    /// <summary>What journeys keep of the cohort, for those whose groups are not among these.</summary>
    public JourneyRows Rows { get; init; } = JourneyRows.None;
}

/// <summary>A person of a group.</summary>
/// <param name="Id">The pseudonym.</param>
/// <param name="Name">The name; null when it is not known any more who it is.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="Sector">Id of the sector.</param>
public sealed record Member(ParticipantId Id, string? Name, string Organisation, string Sector);

/// <summary>A coaching round.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Title">What the programme calls it.</param>
/// <param name="IntroducedOn">The day on which people are introduced.</param>
/// <param name="IsOver">Whether it is over.</param>
/// <param name="Groups">The pairs and the trio.</param>
/// <param name="Alone">Those for whom nobody was found.</param>
/// <param name="Met">How many pairs have met, as somebody in them says, as far as their number allows.</param>
/// <param name="Asking">How many wait for somebody else.</param>
/// <param name="Resting">How many asked for no coaching in this round.</param>
public sealed record CoachingRound(
    StepId Step, string Title, LocalDate IntroducedOn, bool IsOver, IReadOnlyList<PairOrTrio> Groups, IReadOnlyList<Member> Alone, PublicNumber Met, int Asking,
    int Resting);

/// <summary>People who coach each other.</summary>
/// <param name="People">Who.</param>
/// <param name="Why">Why they are together, a sentence for each two of them.</param>
public sealed record PairOrTrio(IReadOnlyList<Member> People, IReadOnlyList<string> Why);

/// <summary>The pairs of a round, or the learning sets, before they are formed.</summary>
/// <param name="Title">What the programme calls the round, or the first meeting of the sets.</param>
/// <param name="AreSets">Whether it is about the sets.</param>
/// <param name="On">The day on which they are formed.</param>
/// <param name="State">Whether that day has come.</param>
public sealed record ToForm(string Title, bool AreSets, LocalDate On, Forming State);

/// <summary>How forming stands.</summary>
public enum Forming
{
    /// <summary>Its day is to come.</summary>
    Ahead,

    /// <summary>The next look at the cohort does it.</summary>
    Due,

    /// <summary>The cohort stood still at its time, and now it is too late.</summary>
    Missed,
}

/// <summary>The learning sets of a cohort.</summary>
/// <param name="Sets">The sets; none when none could be formed.</param>
/// <param name="Relaxed">Rules that had to be set aside, in words.</param>
/// <param name="WithoutSet">Those without a set.</param>
/// <param name="Asking">How many wait for another set.</param>
public sealed record FormedSets(IReadOnlyList<SetOfPeople> Sets, IReadOnlyList<string> Relaxed, IReadOnlyList<Member> WithoutSet, int Asking);

/// <summary>A learning set.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Facilitator">Who facilitates it, or null.</param>
/// <param name="Members">Its members, by name.</param>
/// <param name="Meetings">Its meetings.</param>
public sealed record SetOfPeople(int Number, string? Facilitator, IReadOnlyList<Member> Members, IReadOnlyList<MeetingOfSet> Meetings)
{
    /// <summary>Meetings whose poll is open or whose time has not come.</summary>
    public IEnumerable<MeetingOfSet> Ahead => Meetings.Where(meeting => meeting.State is MeetingState.PollOpen or MeetingState.Stands);
}

/// <summary>A meeting of a set.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Title">What the programme calls it.</param>
/// <param name="State">How it stands.</param>
/// <param name="ClosesOn">The day on which its poll closes at the latest.</param>
public sealed record MeetingOfSet(SetMeeting Meeting, string Title, MeetingState State, LocalDate ClosesOn);
