namespace PlaceLeadership.Hosting.Settings;

/// <summary>The settings do not fit together. The message names every setting that is wrong, and never a value.</summary>
/// <param name="problems">A sentence for each, beginning with the name of the setting.</param>
public sealed class SettingsException(IReadOnlyList<string> problems)
    : Exception("The settings are not right, so nothing was started:\n" + string.Join('\n', problems.Select(problem => "  " + problem)))
{
    /// <summary>A sentence for each, beginning with the name of the setting.</summary>
    public IReadOnlyList<string> Problems => problems;
}
