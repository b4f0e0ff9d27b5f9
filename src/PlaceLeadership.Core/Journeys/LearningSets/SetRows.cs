using System.Globalization;
using PlaceLeadership.Core.Journeys.LearningSets.Seating;
using PlaceLeadership.Core.Storing;
using static PlaceLeadership.Core.Storing.Texts;

namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>The rows of learning sets: their keys and stored shapes. What is over lies outside the range that tending reads.</summary>
public static class SetRows
{
    // Before polls said for how many days they are open.
    private const int PollDaysOfFirstShape = 6;

    /// <summary>What is known of the sets as a whole.</summary>
    public const string Formed = "peerset!formed";

    /// <summary>The start of the keys of learning sets.</summary>
    public const string Prefix = "peerset|";

    /// <summary>The start of the keys of set meetings that are over.</summary>
    public const string PastPrefix = "meeting|";

    /// <summary>The start of the keys of facilitators, beside the identities of people.</summary>
    public const string FacilitatorPrefix = "facilitator|";

    /// <summary>The shape of a learning set.</summary>
    public const string SetShape = "learning-set/3";

    /// <summary>The same before it said when somebody last came or went.</summary>
    public const string SetShapeTwo = "learning-set/2";

    /// <summary>The shape of a learning set before its meetings kept the dates they had before.</summary>
    public const string SetShapeOne = "learning-set/1";

    /// <summary>The shape of what is known of the sets as a whole.</summary>
    public const string FormedShape = "sets-formed/1";

    /// <summary>The shape of a set meeting that is over.</summary>
    public const string MeetingShape = "set-meeting/2";

    /// <summary>The same shape without the dates it had before.</summary>
    public const string MeetingShapeOne = "set-meeting/1";

    /// <summary>The key of a set.</summary>
    public static string Key(int number) => Prefix + Digits(number);

    /// <summary>The key of a set's facilitator, beside the identities of people.</summary>
    public static string FacilitatorKey(int set) => FacilitatorPrefix + Digits(set);

    /// <summary>The number of the set in the key of a facilitator or of a meeting that is over.</summary>
    internal static int NumberIn(string key) => int.Parse(key.Split('|')[1], NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The key of a set meeting that is over.</summary>
    public static string PastMeeting(int set, StepId stepId) => PastMeetings(set) + stepId;

    /// <summary>The start of the keys of a set's meetings that are over.</summary>
    public static string PastMeetings(int set) => $"{PastPrefix}{Digits(set)}|";

    /// <summary>The stored form of a set.</summary>
    public static string Write(LearningSet set) => Documents.Write(new SetDocument(
        set.Number,
        [.. set.Members.Select(member => new MemberDocument(
            member.Person.Value, Day(member.Since), member.Changes, member.Turns, member.Waited, member.Led, member.ActionsFrom?.Value))],
        Full(set.Asking), set.Meetings.Count == 0 ? null : [.. set.Meetings.Select(Document)], Full(set.Left),
        Day(set.ChangedOn)));

    /// <summary>The set of a row.</summary>
    public static LearningSet ReadSet(Row row)
    {
        var document = Documents.Read<SetDocument>(row, SetShape, SetShapeTwo, SetShapeOne);
        return new LearningSet
        {
            Number = document.Number,
            Members =
            [
                .. document.Members.Select(member => new SetMember(new ParticipantId(member.Person), Day(member.Since))
                {
                    Changes = member.Changes, Turns = member.Turns, Waited = member.Waited, Led = member.Led, ActionsFrom = member.ActionsFrom is { } from ? new StepId(from) : null,
                }),
            ],
            Asking = People(document.Asking),
            Meetings = [.. (document.Meetings ?? []).Select(Meeting)],
            Left = People(document.Left),
            ChangedOn = DayOrNull(document.ChangedOn),
        };
    }

    /// <summary>The stored form of a meeting that is over.</summary>
    public static string Write(SetMeeting meeting) => Documents.Write(Document(meeting));

    /// <summary>The meeting of a row.</summary>
    public static SetMeeting ReadMeeting(Row row) => Meeting(Documents.Read<MeetingDocument>(row, MeetingShape, MeetingShapeOne));

    /// <summary>The stored form of what is known of the sets as a whole.</summary>
    public static string Write(SetsFormed formed) => Documents.Write(new FormedDocument(
        formed.StepId.Value, Day(formed.FormedOn), Full(formed.WithoutSet), formed.Declined.Count == 0 ? null : [.. formed.Declined.Select(set => new DeclinedSetDocument(set.Person, set.Others))],
        formed.Relaxed.Count == 0 ? null : formed.Relaxed));

    /// <summary>What is known of the sets as a whole.</summary>
    public static SetsFormed ReadFormed(Row row)
    {
        var document = Documents.Read<FormedDocument>(row, FormedShape);
        return new SetsFormed(new StepId(document.Step), Day(document.FormedOn))
        {
            WithoutSet = People(document.WithoutSet),
            Declined = [.. (document.Declined ?? []).Select(set => new DeclinedSet(set.Person, set.Others))],
            Relaxed = document.Relaxed ?? [],
        };
    }

    /// <summary>The stored form of a facilitator.</summary>
    public static string Write(Facilitator facilitator) => Documents.Write(new FacilitatorDocument(facilitator.Name, facilitator.Generation));

    /// <summary>The facilitator of a row.</summary>
    public static Facilitator ReadFacilitator(Row row)
    {
        var document = Documents.Read<FacilitatorDocument>(row, Facilitator.Shape);
        return new Facilitator(document.Name, document.Generation);
    }

    private static string Digits(int number) => number.ToString("D3", CultureInfo.InvariantCulture);

    private static MeetingDocument Document(SetMeeting meeting) => new(
        meeting.StepId.Value, Day(meeting.OpenedOn), [.. meeting.Options.Select(Local)],
        meeting.Votes.Count == 0 ? null : ByPerson(meeting.Votes, votes => votes), meeting.At is { } at ? Local(at) : null, Day(meeting.SettledOn),
        meeting.Sequence, Day(meeting.ChangedOn), meeting.CalledOff, Full(meeting.Presenters), meeting.Leader?.Value,
        meeting.Records.Count == 0 ? null : ByPerson(meeting.Records, record => new RecordDocument(record.There, record.Presented, record.Led, record.NotHeld)),
        meeting.Earlier.Count == 0 ? null : [.. meeting.Earlier.Select(Local)], meeting.PollDays);

    private static SetMeeting Meeting(MeetingDocument document) => new()
    {
        StepId = new StepId(document.Step),
        OpenedOn = Day(document.OpenedOn),
        Options = [.. (document.Options ?? []).Select(Local)],
        Votes = ByPerson(document.Votes, votes => votes),
        At = document.At is null ? null : Local(document.At),
        SettledOn = DayOrNull(document.SettledOn),
        Sequence = document.Sequence,
        ChangedOn = DayOrNull(document.ChangedOn),
        CalledOff = document.CalledOff,
        Presenters = People(document.Presenters),
        Leader = document.Leader is { } leader ? new ParticipantId(leader) : null,
        Records = ByPerson(document.Records, record => new MeetingRecord(record.There, record.Presented, record.Led, record.NotHeld)),
        Earlier = [.. (document.Earlier ?? []).Select(Local)],
        PollDays = document.PollDays ?? PollDaysOfFirstShape,
    };

    private sealed record RecordDocument(bool There, bool Presented, bool Led, bool NotHeld);

    private sealed record DeclinedSetDocument(string Person, IReadOnlyList<string> Others);

    private sealed record FacilitatorDocument(string Name, int Generation);

    private sealed record MemberDocument(
        string Person, string Since, int Changes, int Turns, int Waited, int Led, string? ActionsFrom);

    private sealed record SetDocument(
        int Number, IReadOnlyList<MemberDocument> Members, IReadOnlyList<string>? Asking, IReadOnlyList<MeetingDocument>? Meetings,
        IReadOnlyList<string>? Left, string? ChangedOn);

    private sealed record MeetingDocument(
        string Step, string OpenedOn, IReadOnlyList<string>? Options, Dictionary<string, IReadOnlyList<int>>? Votes, string? At,
        string? SettledOn, int Sequence, string? ChangedOn, bool CalledOff, IReadOnlyList<string>? Presenters, string? Leader,
        Dictionary<string, RecordDocument>? Records, IReadOnlyList<string>? Earlier, int? PollDays);

    private sealed record FormedDocument(
        string Step, string FormedOn, IReadOnlyList<string>? WithoutSet, IReadOnlyList<DeclinedSetDocument>? Declined,
        IReadOnlyList<SeatingRule>? Relaxed);
}
