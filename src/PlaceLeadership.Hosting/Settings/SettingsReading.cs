namespace PlaceLeadership.Hosting.Settings;

/// <summary>Reads settings and notes what is wrong with them.</summary>
/// <param name="get">Gives the value of a setting by its name, or null.</param>
public sealed class SettingsReading(Func<string, string?> get)
{
    private readonly List<string> _problems = [];

    /// <summary>A sentence for each problem, beginning with the name of the setting and never with a value in it.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Where the embedded runtime keeps messages in its data folder; null on a serverless host.</summary>
    public string? DataFolderForMail { get; init; }

    /// <summary>The value, or null when there is none.</summary>
    public string? Optional(Setting setting) => get(setting.Name)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The value; null is a problem.</summary>
    public string? Required(Setting setting)
    {
        var text = Optional(setting);
        if (text is null)
        {
            Wrong(setting, "is missing. " + setting.Meaning);
        }

        return text;
    }

    /// <summary>One of these words; the last when it is missing or wrong.</summary>
    public string OneOf(Setting setting, params IReadOnlyList<string> words)
    {
        var text = Required(setting);
        if (text is not null && !words.Contains(text))
        {
            Wrong(setting, $"is neither {string.Join(" nor ", words.Select(word => $"'{word}'"))}.");
        }

        return text is not null && words.Contains(text) ? text : words[^1];
    }

    /// <summary>Notes a problem.</summary>
    /// <param name="setting">What is wrong.</param>
    /// <param name="what">What is said of it, after its name.</param>
    public void Wrong(Setting setting, string what) => _problems.Add($"{setting.Name} {what}");
}
