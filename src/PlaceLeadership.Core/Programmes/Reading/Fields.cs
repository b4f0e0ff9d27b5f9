namespace PlaceLeadership.Core.Programmes.Reading;

/// <summary>The keys of one map. Unknown keys are reported when the map is opened, missing ones when asked for.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, Node> _values = new(StringComparer.Ordinal);
    private readonly ProblemList _problems;

    private Fields(Place at, string owner, ProblemList problems)
    {
        At = at;
        Owner = owner;
        _problems = problems;
    }

    /// <summary>Where the map begins.</summary>
    public Place At { get; }

    /// <summary>What the map describes, as a problem names it.</summary>
    public string Owner { get; }

    /// <summary>Opens a map that may hold these keys; null when it is something else, which is then reported.</summary>
    public static Fields? Open(Node node, string owner, IReadOnlyList<string> keys, ProblemList problems)
    {
        if (node is not Node.Map map)
        {
            if (node is not Node.Refused)
            {
                problems.Add(
                    node.At,
                    $"{Sentence.Start(owner)} must be a map of keys and values.",
                    $"Write lines such as “{keys[0]}: …”. The keys are: {string.Join(", ", keys)}.");
            }

            return null;
        }

        var fields = new Fields(map.At, owner, problems);
        fields.Take(map.Entries.Where(entry => keys.Contains(entry.Key)));
        foreach (var stranger in map.Entries.Where(entry => !keys.Contains(entry.Key)))
        {
            fields.Report(stranger, keys);
        }

        return fields;
    }

    public bool Has(string key) => _values.ContainsKey(key);

    public Field? Find(string key) =>
        _values.TryGetValue(key, out var node) ? new Field(node, $"“{key}” of {Owner}") : null;

    /// <summary>The value, or a problem that says what to add.</summary>
    public Field? Require(string key, string example)
    {
        if (!Has(key))
        {
            _problems.Add(At, $"{Sentence.Start(Owner)} has no “{key}”.", $"Add a line such as “{key}: {example}”.");
        }

        return Find(key);
    }

    private void Report(Entry stranger, IReadOnlyList<string> keys)
    {
        var what = $"“{stranger.Key}” is not a key of {Owner}.";
        if (Suggestion.For(stranger.Key, keys.Where(key => !Has(key))) is { } meant)
        {
            _problems.Add(stranger.At, what, $"Did you mean “{meant}”?");

            // Read on as if it were spelt right, so that its value is checked too.
            Take([stranger with { Key = meant }]);
        }
        else
        {
            _problems.Add(stranger.At, what, $"Delete it, or use one of: {string.Join(", ", keys)}.");
        }
    }

    private void Take(IEnumerable<Entry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Value.IsEmpty)
            {
                _problems.Add(
                    entry.At,
                    $"“{entry.Key}” of {Owner} has no value.",
                    "Write a value after the colon, or delete the line.");
            }

            _values.Add(entry.Key, entry.Value.IsEmpty ? new Node.Refused(entry.At) : entry.Value);
        }
    }
}
