using NodaTime;
using PlaceLeadership.Core.Cohorts;
using PlaceLeadership.Core.Journeys.LearningSets;

namespace PlaceLeadership.Web.Journeys.LearningSets;

/// <summary>What the page of a facilitator shows of one set, and of nothing else.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Programme">The title of its programme.</param>
/// <param name="Facilitator">Whose page it is.</param>
/// <param name="Set">The number of the set.</param>
/// <param name="Members">Its members.</param>
/// <param name="Ahead">Meetings whose poll is open or whose time has not come.</param>
/// <param name="Past">Meetings whose time has come, and those called off, newest first.</param>
public sealed record FacilitatorSheet(
    Cohort Cohort, string Programme, Facilitator Facilitator, int Set, IReadOnlyList<MemberLine> Members,
    IReadOnlyList<MeetingAhead> Ahead, IReadOnlyList<PastMeeting> Past)
{
    /// <summary>The path of the page, for its forms.</summary>
    public string Path { get; init; } = "";

    /// <summary>What a calendar is to know of each meeting that has a date and whose time has not come, by its step.</summary>
    public IReadOnlyDictionary<StepId, CalendarEntry> Calendar { get; init; } = new Dictionary<StepId, CalendarEntry>();

    /// <summary>What was just done, or null.</summary>
    public string? Notice { get; init; }

    internal bool HasProblem => Ahead.Any(meeting => meeting.Form.Problem is not null);
}

/// <summary>A member as the facilitator knows them.</summary>
/// <param name="Name">The name.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="Sector">Id of the sector.</param>
/// <param name="Email">The address.</param>
/// <param name="Needs">What the person needs to take part, in their own words, or null.</param>
/// <param name="Turns">Turns to present so far.</param>
/// <param name="Led">Meetings led so far.</param>
/// <param name="HasOpenAction">Whether the person has an action to look back on; never what it is.</param>
public sealed record MemberLine(string Name, string Organisation, string Sector, string Email, string? Needs, int Turns, int Led, bool HasOpenAction);

/// <summary>A meeting that lies ahead.</summary>
/// <param name="Title">What the programme calls it.</param>
/// <param name="Form">The meeting, and the forms that change it.</param>
/// <param name="ClosesOn">The day on which its poll closes at the latest.</param>
public sealed record MeetingAhead(string Title, MeetingSheet Form, LocalDate ClosesOn)
{
    /// <summary>Who has said when they can, while the poll is open; never what they said.</summary>
    public IReadOnlyList<(string Name, bool HasAnswered)> Answers { get; init; } = [];

    /// <summary>Whose turn it is to present.</summary>
    public IReadOnlyList<string> Presenters { get; init; } = [];

    /// <summary>Which member leads, or null while the facilitator does.</summary>
    public string? Leader { get; init; }
}

/// <summary>A meeting whose time has come, or that was called off.</summary>
/// <param name="Title">What the programme calls it.</param>
/// <param name="Meeting">The meeting.</param>
/// <param name="Attendance">What each member said about it.</param>
public sealed record PastMeeting(string Title, SetMeeting Meeting, IReadOnlyList<(string Name, string Said)> Attendance);
