namespace PlaceLeadership.Core.Journeys.LearningSets;

/// <summary>
/// Whose turn it is. Two members present in a meeting, those with the fewest turns; one of the others leads, once members do.
/// Turns of two members of a set never differ by more than one: only a turn of somebody who is behind counts, and a turn of
/// somebody who is away waits once and passes the second time.
/// </summary>
public static class Airtime
{
    /// <summary>How many present in one meeting: 30 to 40 minutes each in a half-day.</summary>
    public const int PresentersMost = 2;

    private const int WaitsMost = 2;

    /// <summary>Who presents next, in turn. Among those with equally many turns, who has led oftenest is asked first.</summary>
    public static IReadOnlyList<ParticipantId> Presenters(IReadOnlyList<SetMember> members) =>
    [
        .. members.OrderBy(member => member.Turns).ThenByDescending(member => member.Waited).ThenByDescending(member => member.Led)
            .Take(PresentersMost).Select(member => member.Person),
    ];

    /// <summary>Which member leads: of those who do not present the one who led least often; null when everybody presents.</summary>
    public static ParticipantId? Leader(IReadOnlyList<SetMember> members, IReadOnlyList<ParticipantId> presenters) => members
        .Where(member => !presenters.Contains(member.Person))
        .OrderBy(member => member.Led).ThenByDescending(member => member.Turns)
        .FirstOrDefault()?.Person;

    /// <summary>Whether the meeting took place, as far as members say.</summary>
    public static bool WasHeld(SetMeeting meeting) =>
        meeting.Stands && meeting.Records.Values.Count(record => record.There) > meeting.Records.Values.Count(record => record.NotHeld);

    /// <summary>The members after a meeting: turns had, turns that wait, who led.</summary>
    public static IReadOnlyList<SetMember> After(IReadOnlyList<SetMember> members, SetMeeting meeting)
    {
        if (!WasHeld(meeting))
        {
            return members;
        }

        var after = members.ToDictionary(member => member.Person);
        bool Presented(ParticipantId person) => meeting.Records.GetValueOrDefault(person) is { There: true, Presented: true };
        foreach (var member in members.Where(member => Presented(member.Person)).OrderBy(member => member.Turns))
        {
            after[member.Person] = member with { Turns = member.Turns + (member.Turns == Fewest(after.Values) ? 1 : 0), Waited = 0 };
        }

        foreach (var person in meeting.Presenters.Where(person => after.ContainsKey(person) && !Presented(person)))
        {
            var waits = after[person] with { Waited = after[person].Waited + 1 };
            after[person] = waits.Waited < WaitsMost ? waits
                : waits with { Waited = 0, Turns = waits.Turns + (waits.Turns == Fewest(after.Values) ? 1 : 0) };
        }

        return
        [
            .. members.Select(member => after[member.Person] with
            {
                Led = member.Led + (meeting.Records.GetValueOrDefault(member.Person) is { Led: true } ? 1 : 0),
            }),
        ];
    }

    /// <summary>
    /// The members after a meeting of which no more is going to be heard, or not yet. Where nobody has said anything, it counts as
    /// it was announced to everybody: whose turn it was has had it.
    /// </summary>
    public static IReadOnlyList<SetMember> AfterOrAsAnnounced(IReadOnlyList<SetMember> members, SetMeeting meeting) =>
        After(members, meeting.Records.Count > 0 ? meeting : meeting with { Records = Announced(meeting) });

    private static Dictionary<ParticipantId, MeetingRecord> Announced(SetMeeting meeting)
    {
        var records = meeting.Presenters.ToDictionary(person => person, _ => new MeetingRecord(There: true, Presented: true));
        if (meeting.Leader is { } leader)
        {
            records[leader] = records.GetValueOrDefault(leader, new MeetingRecord(There: true)) with { Led = true };
        }

        return records;
    }

    /// <summary>Somebody who comes to a set with others in it: their turns fit in with those of the others.</summary>
    public static SetMember Joining(SetMember member, IReadOnlyCollection<SetMember> others) => others.Count == 0
        ? member
        : member with { Turns = Math.Clamp(member.Turns, Fewest(others), Fewest(others) + 1), Waited = 0 };

    private static int Fewest(IEnumerable<SetMember> members) => members.Min(member => member.Turns);
}
