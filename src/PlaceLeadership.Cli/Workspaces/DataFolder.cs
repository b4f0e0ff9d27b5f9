using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using PlaceLeadership.Cli.CommandLine;
using PlaceLeadership.Core.Privacy;
using PlaceLeadership.Hosting.Settings;

namespace PlaceLeadership.Cli.Workspaces;

/// <summary>What a running 'placelead serve' tells other commands about itself.</summary>
/// <param name="AzuriteConnection">What opens its storage, or null when it uses a storage account.</param>
/// <param name="Address">Where its pages are.</param>
/// <param name="ClockStart">What its clock showed at <paramref name="RealStart"/>.</param>
/// <param name="RealStart">The real moment of that.</param>
/// <param name="Speed">Seconds of its clock for each real second.</param>
internal sealed record ServingState(
    string? AzuriteConnection, string Address, DateTimeOffset ClockStart, DateTimeOffset RealStart, double Speed)
{
    /// <summary>A clock that shows about what the running one shows.</summary>
    public TimeProvider Clock(TimeProvider real) => new MovableClock(
        real, ClockStart + ((real.GetUtcNow() - RealStart) * Speed), Speed);
}

/// <summary>The folder in which a computer keeps its storage, keys and mails.</summary>
internal sealed class DataFolder
{
    private const int ManagerKeyBytes = 24;

    private DataFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Where messages go when no mail provider is configured.</summary>
    public string Mail => System.IO.Path.Combine(Path, "mail");

    /// <summary>Where the manager key is.</summary>
    public string ManagerKeyFile => System.IO.Path.Combine(Path, "manager-key");

    private string KeysFile => System.IO.Path.Combine(Path, "keys");

    private string ServingFile => System.IO.Path.Combine(Path, "serving.json");

    /// <summary>Opens a folder, and makes it when missing, readable for this user only.</summary>
    public static DataFolder Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(full);
        }
        else
        {
            Directory.CreateDirectory(full, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new DataFolder(full);
    }

    /// <summary>The keys of this folder; made at first use, readable for this user only. The setting comes before the file.</summary>
    public KeyRing Keys() => GivenKeys() ?? Parse(SecretIn(KeysFile, () => KeyRing.New().Export()), KeysFile);

    /// <summary>The keys of this folder, or null while it has none.</summary>
    public KeyRing? KnownKeys() => GivenKeys() ?? (File.Exists(KeysFile) ? Parse(File.ReadAllText(KeysFile), KeysFile) : null);

    /// <summary>What to do when the keys of this folder do not fit the storage.</summary>
    public string WayToKeys =>
        $"Copy the file 'keys' of the data folder that has worked on this storage to {KeysFile}, or put the keys into the variable {SettingsCatalogue.Keys.Name}. "
        + "For a new start take a storage account that holds no cohorts.";

    private static KeyRing? GivenKeys() => Environment.GetEnvironmentVariable(SettingsCatalogue.Keys.Name) is { Length: > 0 } text
        ? Parse(text, SettingsCatalogue.Keys.Name) : null;

    private static KeyRing Parse(string text, string where)
    {
        try
        {
            return KeyRing.Parse(text);
        }
        catch (ArgumentException wrong)
        {
            throw new Refusal($"{where} cannot be read. {wrong.Message}");
        }
    }

    /// <summary>What programme managers sign in with; made at first use, readable for this user only.</summary>
    /// <exception cref="Refusal">The file holds a key that can be guessed.</exception>
    public string ManagerKey() =>
        SecretIn(ManagerKeyFile, () => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(ManagerKeyBytes))).Trim() is var key && HostSettings.IsManagerKey(key)
            ? key : throw new Refusal($"The key in {ManagerKeyFile} {HostSettings.WeakManagerKey} Without the file, a new key is made.");

    /// <summary>What a running 'placelead serve' left here, or null. It may have died since.</summary>
    public ServingState? Serving()
    {
        try
        {
            return File.Exists(ServingFile) ? JsonSerializer.Deserialize<ServingState>(File.ReadAllText(ServingFile)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string SecretIn(string file, Func<string> make)
    {
        if (!File.Exists(file))
        {
            var draft = $"{file}.{Environment.ProcessId}";
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var writer = new StreamWriter(new FileStream(draft, options)))
            {
                writer.WriteLine(make());
            }

            try
            {
                File.Move(draft, file, overwrite: false);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(draft);
            }
        }

        return File.ReadAllText(file);
    }

    /// <summary>Tells other commands of a running 'placelead serve', or that it has ended.</summary>
    public void Tell(ServingState? state)
    {
        if (state is null)
        {
            File.Delete(ServingFile);
            return;
        }

        File.WriteAllText(ServingFile, JsonSerializer.Serialize(state));
    }
}
