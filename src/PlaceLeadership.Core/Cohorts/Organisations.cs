namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// Ids of the organisations of a cohort: <c>o1</c>, <c>o2</c>, in the order in which they came. Only identities know the
/// names behind them.
/// </summary>
public sealed class Organisations
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.OrdinalIgnoreCase);
    private int _last;

    /// <summary>Nobody's organisations yet.</summary>
    public Organisations()
    {
    }

    /// <summary>The organisations that these people belong to.</summary>
    public Organisations(IEnumerable<Identity> identities)
    {
        foreach (var identity in identities)
        {
            _ids[identity.Entry.Organisation] = identity.OrganisationId;
            if (int.TryParse(identity.OrganisationId.AsSpan(1), out var number))
            {
                _last = Math.Max(_last, number);
            }
        }
    }

    /// <summary>The id of this organisation; a new one when the name is new.</summary>
    public string IdOf(string name)
    {
        if (!_ids.TryGetValue(name, out var id))
        {
            id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"o{++_last}");
            _ids.Add(name, id);
        }

        return id;
    }

    /// <summary>The id of this organisation, or null when nobody belongs to it.</summary>
    public string? Find(string name) => _ids.GetValueOrDefault(name);
}
