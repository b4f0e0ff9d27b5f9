using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.LearningSets.Seating;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Together;

/// <summary>The stored shapes of coaching rounds, learning sets and wishes to be apart.</summary>
public static class GroupRows
{
    /// <summary>The shape of a coaching round, open or over.</summary>
    public const string RoundShape = "coaching-round/2";

    /// <summary>The shape of a coaching round before its groups had marks of their own for calendars.</summary>
    public const string RoundShapeOne = "coaching-round/1";

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

    /// <summary>The shape of the wishes to be apart.</summary>
    public const string ApartShape = "apart/1";

    /// <summary>The stored form of a round.</summary>
    public static string Write(OpenRound round) => Documents.Write(new RoundDocument(
        round.StepId.Value, Day(round.FormedOn), Write(round.Groups), Write(round.Earlier), Full(round.Alone), Full(round.Resting),
        Full(round.Asking), round.Declined.Count == 0 ? null : [.. round.Declined.Select(pair => new TwoDocument(pair.One.Value, pair.Other.Value))],
        round.Changes.Count == 0 ? null : ByPerson(round.Changes, count => count),
        Full(round.Met)));

    /// <summary>The round of a row.</summary>
    public static OpenRound ReadRound(Row row)
    {
        var document = Documents.Read<RoundDocument>(row, RoundShape, RoundShapeOne);
        return new OpenRound
        {
            StepId = new StepId(document.Step),
            FormedOn = Day(document.FormedOn),
            Groups = Read(document.Groups),
            Earlier = Read(document.Earlier),
            Alone = (document.Alone ?? []).Ids(),
            Resting = (document.Resting ?? []).Ids(),
            Asking = (document.Asking ?? []).Ids(),
            Declined = [.. (document.Declined ?? []).Select(pair => new Declined(new ParticipantId(pair.One), new ParticipantId(pair.Other)))],
            Changes = ByPerson(document.Changes, count => count),
            Met = (document.Met ?? []).Ids(),
        };
    }

    /// <summary>The stored form of a set.</summary>
    public static string Write(LearningSet set) => Documents.Write(new SetDocument(
        set.Number,
        [.. set.Members.Select(member => new MemberDocument(
            member.Person.Value, Day(member.Since), member.Changes, member.Turns, member.Waited, member.Led, member.ActionsFrom?.Value))],
        Full(set.Asking), set.Meetings.Count == 0 ? null : [.. set.Meetings.Select(Document)], Full(set.Left),
        DayOrNull(set.ChangedOn)));

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
            Asking = (document.Asking ?? []).Ids(),
            Meetings = [.. (document.Meetings ?? []).Select(Meeting)],
            Left = (document.Left ?? []).Ids(),
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
            WithoutSet = (document.WithoutSet ?? []).Ids(),
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

    /// <summary>The stored form of the wishes to be apart.</summary>
    public static string Write(IReadOnlyList<ApartWish> apart) => Documents.Write(apart.Select(wish => new TwoDocument(wish.One.Value, wish.Other.Value)).ToList());

    /// <summary>The wishes to be apart.</summary>
    public static IReadOnlyList<ApartWish> ReadApart(Row row) =>
        [.. Documents.Read<List<TwoDocument>>(row, ApartShape).Select(wish => new ApartWish(new ParticipantId(wish.One), new ParticipantId(wish.Other)))];

    private static MeetingDocument Document(SetMeeting meeting) => new(
        meeting.StepId.Value, Day(meeting.OpenedOn), [.. meeting.Options.Select(Moment)],
        meeting.Votes.Count == 0 ? null : ByPerson(meeting.Votes, votes => votes), meeting.At is { } at ? Moment(at) : null, DayOrNull(meeting.SettledOn),
        meeting.Sequence, DayOrNull(meeting.ChangedOn), meeting.CalledOff, Full(meeting.Presenters), meeting.Leader?.Value,
        meeting.Records.Count == 0 ? null : ByPerson(meeting.Records, record => new RecordDocument(record.There, record.Presented, record.Led, record.NotHeld)),
        meeting.Earlier.Count == 0 ? null : [.. meeting.Earlier.Select(Moment)], meeting.PollDays);

    private static SetMeeting Meeting(MeetingDocument document) => new()
    {
        StepId = new StepId(document.Step),
        OpenedOn = Day(document.OpenedOn),
        Options = [.. (document.Options ?? []).Select(Moment)],
        Votes = ByPerson(document.Votes, votes => votes),
        At = document.At is null ? null : Moment(document.At),
        SettledOn = DayOrNull(document.SettledOn),
        Sequence = document.Sequence,
        ChangedOn = DayOrNull(document.ChangedOn),
        CalledOff = document.CalledOff,
        Presenters = (document.Presenters ?? []).Ids(),
        Leader = document.Leader is { } leader ? new ParticipantId(leader) : null,
        Records = ByPerson(document.Records, record => new MeetingRecord(record.There, record.Presented, record.Led, record.NotHeld)),
        Earlier = [.. (document.Earlier ?? []).Select(Moment)],
        PollDays = document.PollDays ?? MeetingPhases.PollDays,
    };

    private static IReadOnlyList<GroupDocument>? Write(IReadOnlyList<RoundGroup> groups) =>
        groups.Count == 0 ? null : [.. groups.Select(group => new GroupDocument(group.Members.Texts(), Day(group.Since), group.Mark))];

    private static IReadOnlyList<RoundGroup> Read(IReadOnlyList<GroupDocument>? groups) =>
        [.. (groups ?? []).Select(group => new RoundGroup(group.Members.Ids(), Day(group.Since), group.Mark))];

    private static List<string>? Full(IReadOnlyList<ParticipantId> people) => people.Count == 0 ? null : people.Texts();

    private static Dictionary<string, TStored> ByPerson<T, TStored>(IReadOnlyDictionary<ParticipantId, T> values, Func<T, TStored> document) =>
        values.ToDictionary(item => item.Key.Value, item => document(item.Value));

    private static Dictionary<ParticipantId, T> ByPerson<TStored, T>(Dictionary<string, TStored>? values, Func<TStored, T> read) =>
        (values ?? []).ToDictionary(item => new ParticipantId(item.Key), item => read(item.Value));

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static string? DayOrNull(LocalDate? day) => day is { } value ? Day(value) : null;

    private static LocalDate? DayOrNull(string? text) => text is null ? null : Day(text);

    private static string Moment(LocalDateTime moment) => LocalDateTimePattern.GeneralIso.Format(moment);

    private static LocalDateTime Moment(string text) => LocalDateTimePattern.GeneralIso.Parse(text).Value;

    private sealed record RecordDocument(bool There, bool Presented, bool Led, bool NotHeld);

    private sealed record DeclinedSetDocument(string Person, IReadOnlyList<string> Others);

    private sealed record FacilitatorDocument(string Name, int Generation);

    private sealed record TwoDocument(string One, string Other);

    private sealed record GroupDocument(IReadOnlyList<string> Members, string Since, string? Mark);

    private sealed record RoundDocument(
        string Step, string FormedOn, IReadOnlyList<GroupDocument>? Groups, IReadOnlyList<GroupDocument>? Earlier,
        IReadOnlyList<string>? Alone, IReadOnlyList<string>? Resting, IReadOnlyList<string>? Asking, IReadOnlyList<TwoDocument>? Declined,
        Dictionary<string, int>? Changes, IReadOnlyList<string>? Met);

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
