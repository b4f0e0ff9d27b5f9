using PlaceLeadership.Core.Places;

namespace PlaceLeadership.Core.Cohorts;

/// <summary>
/// Ids of the organisations of a cohort: <c>o1</c>, <c>o2</c>, in the order in which they came. Only identities know the
/// names behind them. Spellings that differ only in how they are typed are one organisation.
/// </summary>
public sealed class Organisations
{
    private readonly Dictionary<string, (string Id, RosterEntry? Somebody)> _known = new(StringComparer.Ordinal);
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
            _known.TryAdd(OrganisationName.Key(identity.Entry.Organisation), (identity.OrganisationId, identity.Entry));
            if (int.TryParse(identity.OrganisationId.AsSpan(1), out var number))
            {
                _last = Math.Max(_last, number);
            }
        }
    }

    /// <summary>The id of this organisation; a new one when the name is new.</summary>
    public string IdOf(string name)
    {
        var key = OrganisationName.Key(name);
        if (!_known.TryGetValue(key, out var known))
        {
            known = (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"o{++_last}"), null);
            _known.Add(key, known);
        }

        return known.Id;
    }

    /// <summary>The id of this organisation, or null when nobody belongs to it.</summary>
    public string? Find(string name) => _known.GetValueOrDefault(OrganisationName.Key(name)).Id;

    /// <summary>Somebody of this organisation, by whom its spelling and its sector are known; null when nobody belongs to it.</summary>
    public RosterEntry? Member(string name) => _known.GetValueOrDefault(OrganisationName.Key(name)).Somebody;

    /// <summary>Somebody of each organisation that may be this one under another name.</summary>
    public IEnumerable<RosterEntry> MayBe(string name) =>
        _known.Values.Select(known => known.Somebody).OfType<RosterEntry>().Where(entry => OrganisationName.MayBe(entry.Organisation, name));
}
