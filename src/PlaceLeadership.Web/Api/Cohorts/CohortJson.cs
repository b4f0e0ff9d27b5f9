using PlaceLeadership.Application.Overview;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Web.Managing.Cohorts;
using PlaceLeadership.Web.Managing.Groups;

namespace PlaceLeadership.Web.Api.Cohorts;

/// <summary>Some of the cohorts.</summary>
/// <param name="Cohorts">The cohorts, by id; of a large one each part.</param>
/// <param name="From">How many were passed over.</param>
/// <param name="Count">How many there are in all that the caller may see.</param>
internal sealed record CohortsJson(IReadOnlyList<CohortLineJson> Cohorts, int From, int Count);

/// <summary>One cohort of the list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">Its place.</param>
/// <param name="State">How it stands; null when it cannot be read.</param>
/// <param name="Start">Its first day.</param>
/// <param name="EndsOn">The day after which it ends by itself.</param>
/// <param name="Numbers">How it stands in numbers; null for whoever may not read who is in it.</param>
/// <param name="Troubles">What fails for it, in sentences.</param>
internal sealed record CohortLineJson(
    string Id, string Place, StateJson? State, DateOnly? Start, DateOnly? EndsOn, NumbersJson? Numbers, IReadOnlyList<string> Troubles)
{
    public static CohortLineJson Of(CohortLine line, bool mayReadPeople) => new(
        line.Id.Value, line.Place, line.Standing is { } standing ? StateJson.Of(standing.State) : null, line.Standing?.Summary.Cohort.Start.ToDateOnly(),
        line.Standing?.EndsOn.ToDateOnly(), mayReadPeople && line.Standing is { Summary: var summary } ? NumbersJson.Of(summary) : null,
        mayReadPeople ? line.Troubles : []);
}

/// <summary>How a cohort stands.</summary>
/// <param name="Is">One of to-begin, runs, paused, ended.</param>
/// <param name="Since">The day on which it begins, paused or ended; null while it runs.</param>
/// <param name="Until">The first day on which a paused one goes on by itself; null for until somebody says so.</param>
/// <param name="Words">The same in words.</param>
internal sealed record StateJson(string Is, DateOnly? Since, DateOnly? Until, string Words)
{
    public static StateJson Of(CohortState state) => state switch
    {
        CohortState.Ended { On: var on } => new("ended", on.ToDateOnly(), null, CohortWords.State(state)),
        CohortState.Paused { Since: var since, Until: var until } => new("paused", since.ToDateOnly(), until?.ToDateOnly(), CohortWords.State(state)),
        CohortState.ToBegin { On: var on } => new("to-begin", on.ToDateOnly(), null, CohortWords.State(state)),
        CohortState.Running => new("runs", null, null, CohortWords.State(state)),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "The API has no word for this state."),
    };
}

/// <summary>How a cohort stands in numbers.</summary>
/// <param name="People">How many take part.</param>
/// <param name="Paused">How many of them are paused, by themselves or with their organisation.</param>
/// <param name="Left">How many have left.</param>
/// <param name="AddressRefused">To how many nothing can be sent until their address is changed.</param>
/// <param name="Waiting">Messages on their way out.</param>
/// <param name="InDoubt">Messages of which nobody knows whether they arrived.</param>
/// <param name="Held">Messages that the mail provider refused for what is in them.</param>
internal sealed record NumbersJson(int People, int Paused, int Left, int AddressRefused, int Waiting, int InDoubt, int Held)
{
    public static NumbersJson Of(CohortSummary summary) => new(
        summary.People, summary.Paused, summary.Left, summary.AddressRefused, summary.Waiting, summary.InDoubt.Count, summary.Held.Count);
}

/// <summary>One cohort, or one part of a large one, with who is in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">Its place.</param>
/// <param name="Programme">The title of its programme.</param>
/// <param name="State">How it stands.</param>
/// <param name="Start">Its first day.</param>
/// <param name="EndsOn">The day after which it ends by itself.</param>
/// <param name="Today">Its local day.</param>
/// <param name="Numbers">How it stands in numbers.</param>
/// <param name="Days">What goes out in the next two weeks, by day.</param>
/// <param name="ToDecide">Messages of which somebody has to say what became of them.</param>
/// <param name="StandingMeetings">Meetings of learning sets that stand although it is paused.</param>
/// <param name="People">Everybody, by organisation and name.</param>
/// <param name="Troubles">What fails for it, in sentences.</param>
internal sealed record CohortJson(
    string Id, string Place, string Programme, StateJson State, DateOnly Start, DateOnly EndsOn, DateOnly Today, NumbersJson Numbers, IReadOnlyList<DayJson> Days,
    IReadOnlyList<ToDecideJson> ToDecide, IReadOnlyList<StandingMeetingJson> StandingMeetings, IReadOnlyList<PersonJson> People, IReadOnlyList<string> Troubles)
{
    public static CohortJson Of(CohortDetails details, LinkTokens tokens) => new(
        details.Cohort.Id.Value, details.Cohort.Place, details.Programme, StateJson.Of(details.Standing.State), details.Cohort.Start.ToDateOnly(),
        details.Standing.EndsOn.ToDateOnly(), details.Today.ToDateOnly(), NumbersJson.Of(details.Standing.Summary),
        [.. details.Days.Select(day => new DayJson(day.On.ToDateOnly(), day.Letters, day.Steps))],
        [
            .. details.Unsettled.Select(message => new ToDecideJson(
                tokens.Refer(message.Id.ToString()), message.Held is null ? "in-doubt" : "held", message.Name, CohortWords.Kind(message.Kind), message.Title,
                message.DueOn.ToDateOnly(), message.Held)),
        ],
        [.. details.Meetings.Select(StandingMeetingJson.Of)],
        [.. details.People.Select(line => new PersonJson(line.Name, line.Organisation, CohortWords.State(line.Person, details.Cohort, details.Today), tokens.ReferToPerson(line.Person.Id)))],
        details.Troubles);
}

/// <summary>What goes out on a day.</summary>
/// <param name="On">The day.</param>
/// <param name="Letters">Letters, and mails beside them.</param>
/// <param name="Steps">Steps in them.</param>
internal sealed record DayJson(DateOnly On, int Letters, int Steps);

/// <summary>A message of which somebody has to say what became of it.</summary>
/// <param name="Message">What stands for it where it is settled.</param>
/// <param name="Why">in-doubt: it left, and nobody knows whether it arrived. held: the mail provider refused it for what is in it.</param>
/// <param name="To">To whom; null when it is not known any more who it is.</param>
/// <param name="Kind">Which message it is.</param>
/// <param name="Title">About what.</param>
/// <param name="DueOn">The day on which it was due.</param>
/// <param name="Reason">Why the provider refused it; null where it is in doubt.</param>
internal sealed record ToDecideJson(string Message, string Why, string? To, string Kind, string Title, DateOnly DueOn, string? Reason);

/// <summary>One person of a cohort.</summary>
/// <param name="Name">The name; null when it is not known any more who it is.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="State">How the person stands, in words.</param>
/// <param name="Person">What stands for them under 'people'.</param>
internal sealed record PersonJson(string? Name, string Organisation, string State, string Person);

/// <summary>A meeting of a learning set that stands although its cohort is paused.</summary>
/// <param name="Set">The number of the set.</param>
/// <param name="Meeting">The id of its step.</param>
/// <param name="At">When, in the local time of the cohort, such as 2026-04-21T10:00.</param>
internal sealed record StandingMeetingJson(int Set, string Meeting, string At)
{
    public static StandingMeetingJson Of(Core.Cohorts.StandingMeeting meeting) => new(meeting.Group, meeting.StepId.Value, LocalTimes.Write(meeting.At));
}
