using PlaceLeadership.Core.Coaching.Rounds;
using PlaceLeadership.Core.LearningSets.Meetings;
using PlaceLeadership.Core.Storing;

namespace PlaceLeadership.Core.Together;

/// <summary>Gathers the groups of a cohort from the rows of its partition.</summary>
internal sealed class GroupReading
{
    private readonly List<OpenRound> _rounds = [];
    private readonly List<LearningSet> _sets = [];
    private readonly Dictionary<string, string> _etags = new(StringComparer.Ordinal);
    private SetsFormed? _formed;
    private IReadOnlyList<ApartWish> _apart = [];

    /// <summary>The groups of the rows taken so far.</summary>
    public StoredGroups Groups => _etags.Count == 0
        ? StoredGroups.None
        : new StoredGroups(new Groups(_rounds, _sets, _formed, _apart), _etags);

    /// <summary>Takes a row if it is one of a group.</summary>
    public bool Take(Row row)
    {
        if (row.Key == GroupKeys.Apart)
        {
            _apart = GroupRows.ReadApart(row);
        }
        else if (row.Key == GroupKeys.Formed)
        {
            _formed = GroupRows.ReadFormed(row);
        }
        else if (row.Key.StartsWith(GroupKeys.RoundPrefix, StringComparison.Ordinal))
        {
            _rounds.Add(GroupRows.ReadRound(row));
        }
        else if (row.Key.StartsWith(GroupKeys.SetPrefix, StringComparison.Ordinal))
        {
            _sets.Add(GroupRows.ReadSet(row));
        }
        else
        {
            return false;
        }

        _etags[row.Key] = row.ETag;
        return true;
    }
}
