namespace PlaceLeadership.Storage.Local;

/// <summary>How the storage emulator runs on this computer.</summary>
/// <param name="Folder">Where the data lies. Made when missing, readable for this user only.</param>
public sealed record LocalAzuriteOptions(string Folder)
{
    /// <summary>The environment variable that names another folder for <see cref="ToolsFolder"/>.</summary>
    public const string ToolsVariable = "PLACELEAD_TOOLS";

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Where the emulator is installed, once for each user and version. By default the folder that
    /// <see cref="ToolsVariable"/> names, else <c>placelead</c> in the user's folder for local application data.
    /// </summary>
    public string ToolsFolder { get; init; } = DefaultToolsFolder();

    /// <summary>Where Node.js and npm are looked for, written as the variable <c>PATH</c> is.</summary>
    public string SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? "";

    /// <summary>Told in a sentence what takes long, such as the one installation.</summary>
    public Action<string> Progress { get; init; } = _ => { };

    private static string DefaultToolsFolder()
    {
        var chosen = Environment.GetEnvironmentVariable(ToolsVariable);
        if (!string.IsNullOrWhiteSpace(chosen))
        {
            return chosen;
        }

        var ofUser = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return ofUser.Length > 0 ? Path.Combine(ofUser, "placelead") : "";
    }
}
