using PlaceLeadership.Web.Managing.Groups;

namespace PlaceLeadership.Web.Journeys.Coaching;

/// <summary>What managers see of coaching rounds.</summary>
internal sealed class CoachingPages : JourneyPages
{
    public override Task<JourneyPart?> PartAsync(GroupsSheet sheet, CancellationToken cancellation) => Task.FromResult<JourneyPart?>(new(
        [.. sheet.Groups.ToCome.Where(line => !line.AreSets).Select(GroupsWords.WhenFormed)],
        sheet.OpenRounds.Any() || sheet.Groups.Promise is not null ? typeof(RoundsPart) : null,
        new Dictionary<string, object?> { [nameof(RoundsPart.Sheet)] = sheet }));
}
