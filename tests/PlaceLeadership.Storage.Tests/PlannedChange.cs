using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Storage.Tests;

internal enum PlannedKind
{
    Insert,
    Replace,
    Put,
    Delete,
}

/// <summary>A change whose ETag is known only when its turn comes.</summary>
/// <param name="Age">0 for the newest ETag seen of the key, 1 for the one before, and so on.</param>
internal sealed record PlannedChange(PlannedKind Kind, string Key, int Age, string Body)
{
    public RowChange Resolve(List<string> seen, string foreign)
    {
        var etag = seen.Count > Age ? seen[^(Age + 1)] : foreign;
        return Kind switch
        {
            PlannedKind.Insert => new RowChange.Insert(Key, "plan/1", Body),
            PlannedKind.Replace => new RowChange.Replace(Key, "plan/2", Body, etag),
            PlannedKind.Put => new RowChange.Put(Key, "plan/3", Body),
            _ => new RowChange.Delete(Key, etag),
        };
    }
}
