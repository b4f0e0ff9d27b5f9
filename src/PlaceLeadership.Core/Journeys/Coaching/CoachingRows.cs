using PlaceLeadership.Core.Storing;
using static PlaceLeadership.Core.Storing.Texts;

namespace PlaceLeadership.Core.Journeys.Coaching;

/// <summary>The rows of coaching rounds: their keys and stored shapes. What is over lies outside the range that tending reads.</summary>
public static class CoachingRows
{
    /// <summary>The start of the keys of open rounds.</summary>
    public const string Prefix = "pair|";

    /// <summary>The start of the keys of rounds that are over.</summary>
    public const string PastPrefix = "round|";

    /// <summary>The shape of a coaching round, open or over.</summary>
    public const string Shape = "coaching-round/2";

    /// <summary>The shape of a coaching round before its groups had marks of their own for calendars.</summary>
    public const string ShapeOne = "coaching-round/1";

    /// <summary>The key of an open round.</summary>
    public static string Key(StepId stepId) => Prefix + stepId;

    /// <summary>The key of a round that is over.</summary>
    public static string PastKey(StepId stepId) => PastPrefix + stepId;

    /// <summary>The stored form of a round.</summary>
    public static string Write(OpenRound round) => Documents.Write(new RoundDocument(
        round.StepId.Value, Day(round.FormedOn), Write(round.Groups), Write(round.Earlier), Full(round.Alone), Full(round.Resting),
        Full(round.Asking), round.Declined.Count == 0 ? null : [.. round.Declined.Select(pair => new TwoDocument(pair.One.Value, pair.Other.Value))],
        round.Changes.Count == 0 ? null : ByPerson(round.Changes, count => count),
        Full(round.Met)));

    /// <summary>The round of a row.</summary>
    public static OpenRound Read(Row row)
    {
        var document = Documents.Read<RoundDocument>(row, Shape, ShapeOne);
        return new OpenRound
        {
            StepId = new StepId(document.Step),
            FormedOn = Day(document.FormedOn),
            Groups = Read(document.Groups),
            Earlier = Read(document.Earlier),
            Alone = People(document.Alone),
            Resting = People(document.Resting),
            Asking = People(document.Asking),
            Declined = [.. (document.Declined ?? []).Select(pair => new Declined(new ParticipantId(pair.One), new ParticipantId(pair.Other)))],
            Changes = ByPerson(document.Changes, count => count),
            Met = People(document.Met),
        };
    }

    private static IReadOnlyList<GroupDocument>? Write(IReadOnlyList<RoundGroup> groups) =>
        groups.Count == 0 ? null : [.. groups.Select(group => new GroupDocument(group.Members.Texts(), Day(group.Since), group.Mark))];

    private static IReadOnlyList<RoundGroup> Read(IReadOnlyList<GroupDocument>? groups) =>
        [.. (groups ?? []).Select(group => new RoundGroup(People(group.Members), Day(group.Since), group.Mark))];

    private sealed record TwoDocument(string One, string Other);

    private sealed record GroupDocument(IReadOnlyList<string> Members, string Since, string? Mark);

    private sealed record RoundDocument(
        string Step, string FormedOn, IReadOnlyList<GroupDocument>? Groups, IReadOnlyList<GroupDocument>? Earlier,
        IReadOnlyList<string>? Alone, IReadOnlyList<string>? Resting, IReadOnlyList<string>? Asking, IReadOnlyList<TwoDocument>? Declined,
        Dictionary<string, int>? Changes, IReadOnlyList<string>? Met);
}
