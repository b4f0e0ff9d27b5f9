using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Acts;

/// <summary>
/// The rows of acts, in the partition of their cohort and outside of what tending reads. Their keys follow the time, so that a
/// history is one range.
/// </summary>
public static class ActRows
{
    /// <summary>The shape of an act.</summary>
    public const string Shape = "act/1";

    /// <summary>The start of the keys of acts.</summary>
    public const string Prefix = "act|";

    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss.fff");

    /// <summary>The key of an act.</summary>
    /// <param name="at">When it is stored.</param>
    /// <param name="mark">What tells it from everything else at that moment.</param>
    /// <param name="part">Which transaction of the change it stands in, from 0.</param>
    public static string Key(Instant at, string mark, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Moment.Format(at)}|{mark}|{part:D3}");

    /// <summary>The change that stores an act.</summary>
    public static RowChange.Put Put(string key, Act act) => new(key, Shape, Documents.Write(new ActDocument(
        InstantPattern.ExtendedIso.Format(act.At), act.By.Kind.ToString(), OrNull(act.By.Id),
        [.. act.About.Select(deed => new DeedDocument(deed.What, deed.Person?.Value, deed.Step?.Value, OrNull(deed.Detail)))])));

    /// <summary>The act of a row.</summary>
    public static Act Read(Row row)
    {
        var document = Documents.Read<ActDocument>(row, Shape);
        return new Act(
            InstantPattern.ExtendedIso.Parse(document.At).Value, new Actor(Enum.Parse<ActorKind>(document.By), document.Who ?? ""),
            [
                .. (document.About ?? []).Select(deed => new Deed(
                    deed.What, deed.Person is { } person ? new ParticipantId(person) : null,
                    deed.Step is { } step ? new StepId(step) : null, deed.Detail ?? "")),
            ]);
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private sealed record DeedDocument(string What, string? Person, string? Step, string? Detail);

    private sealed record ActDocument(string At, string By, string? Who, IReadOnlyList<DeedDocument>? About);
}
